/** What a rule of the register says of one thing before it is tied to a scope, and how several are put together. */
import type { ActionCode, LabelCode, RegisterAction, RegisterLabel } from '@/lib/guidance/codes'
import { freshnessOf } from '@/lib/posture/ageing'
import type { UnknownKind, Verdict } from '@/lib/vocabulary'

export type RegisterRuling = {
  verdict: Verdict
  labels: readonly (RegisterLabel | LabelCode)[]
  unknownKind: UnknownKind | null
  nextAction: RegisterAction | ActionCode | null
  /** The oldest answer it rests on; null when nothing was answered. */
  confirmedOn: string | null
  /** The entry that the next action is about; null when it is about none. */
  about: string | null
}
type More = Partial<Pick<RegisterRuling, 'labels' | 'nextAction' | 'confirmedOn' | 'about'>>
const bare = { labels: [], nextAction: null, confirmedOn: null, about: null } as const

export const ruled = (verdict: Exclude<Verdict, 'unknown'>, more: More = {}): RegisterRuling => ({
  ...bare,
  ...more,
  verdict,
  unknownKind: null,
})
export const heldBack = (unknownKind: UnknownKind, more: More = {}): RegisterRuling => ({
  ...bare,
  ...more,
  verdict: 'unknown',
  unknownKind,
})

/**
 * What the ruling counts as today: one that rests on an answer older than `interval` days is unknown, of the kind "old",
 * with a label that says what it was (guidance section 0, decision 2). What was unknown stays what it was.
 */
export function aged(ruling: RegisterRuling, today: string, interval: number): RegisterRuling {
  const { verdict, confirmedOn } = ruling
  if (verdict === 'unknown' || confirmedOn === null) return ruling
  if (freshnessOf(confirmedOn, today, interval) !== 'old') return ruling
  return {
    ...ruling,
    verdict: 'unknown',
    unknownKind: 'old',
    labels: [...ruling.labels, `was_${verdict}`],
    nextAction: 'confirm_again',
  }
}

/** Known bad is told first, even when something else is unknown; "not applicable" is left out unless nothing else is. */
const order = ['not_met', 'unknown', 'partly_met', 'met', 'not_applicable'] as const
const unknownOrder = ['never_asked', 'unanswered', 'not_sure', 'old'] as const

/**
 * Puts rulings together into one (guidance section 0): the worst verdict, the labels of those that have it and of what
 * is met beside it, and the first thing to do among them. Throws for none: what is empty is for the caller to judge.
 */
export function worstOf(rulings: readonly RegisterRuling[]): RegisterRuling {
  const worst = order.find((verdict) => rulings.some((ruling) => ruling.verdict === verdict))
  if (worst === undefined) throw new Error('nothing to put together')
  const deciding = rulings.filter(({ verdict }) => verdict === worst)
  const acting = [...deciding, ...rulings].find(({ nextAction }) => nextAction !== null)
  const kinds = deciding.map(({ unknownKind }) => unknownKind)
  return {
    verdict: worst,
    unknownKind: unknownOrder.find((kind) => kinds.includes(kind)) ?? null,
    labels: [...new Set(deciding.flatMap(({ labels }) => labels))],
    nextAction: acting?.nextAction ?? null,
    about: acting?.about ?? null,
    confirmedOn: oldest(rulings.map(({ confirmedOn }) => confirmedOn)),
  }
}

/** The earliest of these days; null when none is given. */
export function oldest(days: readonly (string | null | undefined)[]): string | null {
  return days.filter((day) => typeof day === 'string').sort()[0] ?? null
}

/** "Not sure" and "not answered" as kinds of unknown; null for what was answered. */
export function openKind(answer: string | undefined): 'not_sure' | 'unanswered' | null {
  if (answer === 'not_sure') return 'not_sure'
  return answer === 'unanswered' || answer === undefined ? 'unanswered' : null
}
