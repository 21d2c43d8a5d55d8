/** A file of a public directory: looked at first, then applied as a whole, and taken back if it was wrong. */
import { createHash, randomUUID } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { serviceImports } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { calendarDate } from '@/lib/accounts/facts'
import { settingsOf } from '@/lib/organisation/queries'
import { limited } from '@/lib/people/limits'
import { readDirectory } from '@/lib/services/directory/formats'
import { changesBetween, type FactChange } from '@/lib/services/directory/rules'
import { seenOf } from '@/lib/services/directory/seen'
import { type Said, saidOfServices, servicesAfter } from '@/lib/services/queries'
import { lockServices } from '@/lib/services/store'
import { dayOf } from '@/lib/words/dates'
import { directoryWords } from '@/lib/words/directories'

const hour = 3_600_000
const limit = { name: 'services.import', per: 30, seconds: 3600 }

/**
 * Reads a file (base64) fetched on a day, and keeps what it says of our services for an hour. No fact changes. Every
 * problem stands at `file` or `readOn`. @returns the id to look at and apply it by.
 */
export const stageDirectory = limited(
  limit,
  'services:import',
  command({
    permission: 'services:import',
    action: 'directory.staged',
    input: z.strictObject({ file: z.string(), readOn: calendarDate }),
    run: async ({ actor, tx, now }, { file, readOn }) => {
      const { timeZone } = await settingsOf(tx)
      if (readOn > dayOf(now, timeZone)) throw problemAt('readOn', directoryWords.problems.future)
      const bytes = Buffer.from(file, 'base64')
      const read = readDirectory(bytes)
      if (!read.ok) throw problemAt('file', directoryWords.problems[read.problem])
      await tx
        .delete(serviceImports)
        .where(
          and(
            isNull(serviceImports.appliedAt),
            or(lte(serviceImports.endsAt, now), eq(serviceImports.madeBy, actor.personId)),
          ),
        )
      const id = randomUUID()
      const fileHash = createHash('sha256').update(bytes).digest('base64url')
      await tx.insert(serviceImports).values({
        id,
        source: read.facts.source,
        formKind: read.form,
        readOn,
        fileHash,
        facts: read.facts,
        unread: read.unread,
        leftOut: read.leftOut,
        madeBy: actor.personId,
        madeAt: now,
        endsAt: new Date(now.getTime() + hour),
      })
      const after = { form: read.form, readOn, fileHash, services: read.facts.services.length }
      return { result: { id }, trail: { subject: { kind: 'directory', id }, after } }
    },
  }),
)

/** What an apply comes back with where the list has moved on since it was looked at. */
export type CurrentChanges = { version: string; changes: FactChange[] }

/**
 * Makes the facts of a looked-at file count. Needs a fresh confirmation for `services.import:ID`. Whoever has an account or
 * line at a service that changed is judged anew afterwards, by judgeAnew. `seen` names the changes that were looked at:
 * where others would come of it now, a conflict (CurrentChanges). Throws NotThere when it is another's, applied already or
 * older than an hour.
 */
export const applyDirectory = command({
  permission: 'services:import',
  action: 'directory.applied',
  input: z.strictObject({ id: z.uuid(), seen: z.string().max(64) }),
  confirmed: ({ id }) => `services.import:${id}`,
  run: async ({ actor, tx, now }, { id, seen }) => {
    await lockServices(tx)
    const before = await saidOfServices(tx)
    const [staged] = await tx
      .update(serviceImports)
      .set({ appliedAt: now })
      .where(
        and(
          eq(serviceImports.id, id),
          eq(serviceImports.madeBy, actor.personId),
          isNull(serviceImports.appliedAt),
          gt(serviceImports.endsAt, now),
        ),
      )
      .returning()
    if (!staged) throw new NotThere('directory')
    const { readOn, facts, fileHash } = staged
    const file = { ...facts, id, readOn, appliedAt: now }
    const { list, changes, concerns } = differing(before, { ...before, files: [...before.files, file] })
    const version = seenOf(list)
    if (version !== seen) throw new Stale({ version, changes: list } satisfies CurrentChanges)
    await tx.update(serviceImports).set({ concerns }).where(eq(serviceImports.id, id))
    const after = { source: staged.source, readOn, fileHash, changes }
    return { result: { changes }, trail: { subject: { kind: 'directory', id }, after } }
  },
})

/**
 * Takes an applied file back: the file before it counts again, or what shipped. Needs a fresh confirmation for
 * `services.withdraw:ID`. Throws NotThere.
 */
export const withdrawDirectory = command({
  permission: 'services:import',
  action: 'directory.withdrawn',
  input: z.strictObject({ id: z.uuid() }),
  confirmed: ({ id }) => `services.withdraw:${id}`,
  run: async ({ actor, tx, now }, { id }) => {
    const before = await saidOfServices(tx)
    const rest = { ...before, files: before.files.filter((file) => file.id !== id) }
    const { changes, concerns } = differing(before, rest)
    const [withdrawn] = await tx
      .update(serviceImports)
      .set({ withdrawnAt: now, withdrawnBy: actor.personId, concerns, judgedTo: null, judgedAt: null })
      .where(
        and(
          eq(serviceImports.id, id),
          isNotNull(serviceImports.appliedAt),
          isNull(serviceImports.withdrawnAt),
        ),
      )
      .returning({ source: serviceImports.source, readOn: serviceImports.readOn })
    if (!withdrawn) throw new NotThere('directory')
    return {
      result: { changes },
      trail: { subject: { kind: 'directory', id }, before: withdrawn, after: { changes } },
    }
  },
})

/** How many facts differ, and at which services. */
function differing(before: Said, after: Said): { list: FactChange[]; changes: number; concerns: string[] } {
  const list = changesBetween(servicesAfter(before).values(), servicesAfter(after))
  return { list, changes: list.length, concerns: [...new Set(list.map(({ serviceId }) => serviceId))] }
}
