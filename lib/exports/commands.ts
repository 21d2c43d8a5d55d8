import { createHash, randomUUID } from 'node:crypto'
import { and, count, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { exportTakings } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { problemAt, TooMany } from '@/lib/access/outcome'
import { calendarDate } from '@/lib/accounts/facts'
import type { Frame } from '@/lib/exports/sheets/common'
import { guidanceVersionAt } from '@/lib/posture/store-turning'
import { servicesAsCorrected } from '@/lib/services/queries'
import { exportKinds } from '@/lib/vocabulary'
import { exportWords } from '@/lib/words/exports'

const perHour = 20
const atOnce = 3
/** A taking that never said how it ended stops counting as under way. */
const longest = 15 * 60_000

export type Taking = { id: string; frame: Frame }

/**
 * Opens a taking: counted, limited, and written in the audit log before the first byte is sent. Needs a fresh
 * confirmation for `export.take:KIND`. `day`: empty for now, else the end of that day in UTC.
 */
export const takeExport = command({
  permission: 'exports:make',
  action: 'export.taken',
  input: z.strictObject({ kind: z.enum(exportKinds), day: z.union([z.literal(''), calendarDate]) }),
  confirmed: ({ kind }) => `export.take:${kind}`,
  run: async ({ actor, tx, now }, { kind, day }) => {
    const asOf = day === '' ? now : new Date(`${day}T23:59:59.999Z`)
    if (day > now.toISOString().slice(0, 10)) throw problemAt('day', exportWords.notADay)
    const hourAgo = new Date(now.getTime() - 3_600_000)
    const [lately] = await tx
      .select({ taken: count() })
      .from(exportTakings)
      .where(and(eq(exportTakings.takenBy, actor.personId), gt(exportTakings.startedAt, hourAgo)))
    if ((lately?.taken ?? 0) >= perHour) throw new TooMany(3600)
    const since = new Date(now.getTime() - longest)
    const [busy] = await tx
      .select({ open: count() })
      .from(exportTakings)
      .where(and(eq(exportTakings.outcome, 'started'), gt(exportTakings.startedAt, since)))
    if ((busy?.open ?? 0) >= atOnce) throw problemAt('', exportWords.tooManyAtOnce)
    const id = randomUUID()
    // A day that is not over yet ends now.
    const until = new Date(Math.min(asOf.getTime(), now.getTime()))
    const taking = { id, kind, takenBy: actor.personId, startedAt: now, asOf: until, outcome: 'started' }
    await tx.insert(exportTakings).values(taking)
    const [own] = await tx.select({ settings: organisation.settings }).from(organisation)
    if (!own) throw new Error('no organisation')
    const [services, guidanceVersion] = await Promise.all([
      servicesAsCorrected(tx),
      guidanceVersionAt(tx, until),
    ])
    const frame: Frame = {
      asOf: until,
      exportId: createHash('sha256').update(`${kind} ${until.toISOString()}`).digest('hex').slice(0, 16),
      guidanceVersion,
      intervals: own.settings.intervals,
      serviceNames: Object.fromEntries([...services.values()].map((service) => [service.id, service.name])),
    }
    const result: Taking = { id, frame }
    return { result, trail: { subject: { kind: 'export', id }, after: { kind, asOf: until.toISOString() } } }
  },
})

/** Writes down how a taking ended: complete, partial (the reader left) or failed, with the rows that were sent. */
export const endExport = command({
  permission: 'exports:make',
  action: 'export.ended',
  input: z.strictObject({
    id: z.uuid(),
    rows: z.number().int().min(0),
    outcome: z.enum(['complete', 'partial', 'failed']),
  }),
  run: async ({ actor, tx, now }, { id, rows, outcome }) => {
    await tx
      .update(exportTakings)
      .set({ endedAt: now, rows, outcome })
      .where(and(eq(exportTakings.id, id), eq(exportTakings.takenBy, actor.personId)))
    return { result: null, trail: { subject: { kind: 'export', id }, after: { rows, outcome } } }
  },
})
