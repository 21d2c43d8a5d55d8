/**
 * How long a session lives (NIST SP 800-63B-4): AAL2 limits for staff and leadership, the stricter ones
 * for whoever sees records or settings.
 */
import type { Role } from '@/lib/vocabulary'

const minute = 60_000
const hour = 60 * minute
const strict = { idleMs: 15 * minute, absoluteMs: 12 * hour }
const usual = { idleMs: hour, absoluteMs: 24 * hour }

export const sessionLimits: Readonly<Record<Role, { idleMs: number; absoluteMs: number }>> = {
  staff: usual,
  leadership: usual,
  security: strict,
  auditor: strict,
  administrator: strict,
}

export type SessionTimes = { createdAt: Date; lastSeenAt: Date; endedAt: Date | null; role: string }

/** Whether a session still counts for a person who now has `role`. A change of role ends it. */
export function sessionLives(session: SessionTimes, role: Role, now: Date): boolean {
  const limits = sessionLimits[role]
  return (
    session.endedAt === null &&
    session.role === role &&
    now.getTime() - session.createdAt.getTime() < limits.absoluteMs &&
    now.getTime() - session.lastSeenAt.getTime() < limits.idleMs &&
    // A clock set back must not make an old session young again.
    now.getTime() >= session.createdAt.getTime() - minute
  )
}

/** Last-seen is written at most once a minute, so that reading a page stays a read. */
export const seenWorthWriting = (lastSeenAt: Date, now: Date) =>
  now.getTime() - lastSeenAt.getTime() >= minute

const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

/** A coarse name from a closed list, such as "Chrome on Android": the header itself is not kept. */
export function deviceName(userAgent: string): string {
  const text = userAgent.slice(0, 512)
  const first = (list: [RegExp, string][]) => list.find(([shape]) => shape.test(text))?.[1]
  const browser = first(browsers)
  const system = first(systems)
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device')
}
