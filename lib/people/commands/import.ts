/** People from a CSV file: looked at first, then all of them or none. */
import { randomUUID } from 'node:crypto'
import { and, eq, gt, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { units } from '@/db/schema/organisation'
import { stagedImports } from '@/db/schema/people'
import { command } from '@/lib/access/door'
import { NotThere, Problems, problemAt } from '@/lib/access/outcome'
import { issueFirstLinks } from '@/lib/links/store'
import { settingsOf } from '@/lib/organisation/queries'
import { sameUnit } from '@/lib/organisation/rules'
import { type ImportedPerson, inSentences, readPeople } from '@/lib/people/import'
import { limited, limits } from '@/lib/people/limits'
import { rowsOfImport, sealImport } from '@/lib/people/staged'
import { addPeople, emailIndexOf } from '@/lib/people/store'
import { takenAmong, unlessTaken } from '@/lib/people/taken'
import { importWords } from '@/lib/words/people'

const hour = 3_600_000
/** How many rows go into one statement; between them, others get their turn. */
const chunk = 250

/**
 * Reads a file (base64) and keeps its rows, sealed, for an hour. Nothing is added. Every problem stands at `file`, with
 * its line and column. @returns the id to look at and apply it by.
 */
export const stageImport = limited(
  limits.imports,
  'people:import',
  command({
    permission: 'people:import',
    action: 'people.import_staged',
    input: z.strictObject({ file: z.string() }),
    run: async ({ actor, tx, now }, { file }) => {
      const read = readPeople(Buffer.from(file, 'base64'))
      if (!read.ok) throw new Problems({ file: read.sentences })
      await refuseTaken(tx, read.people, 'file')
      await refuseRetired(tx, read.people, 'file')
      await tx
        .delete(stagedImports)
        .where(or(lte(stagedImports.endsAt, now), eq(stagedImports.madeBy, actor.personId)))
      const id = randomUUID()
      await tx.insert(stagedImports).values({
        id,
        madeBy: actor.personId,
        rowsSealed: sealImport(id, read.people),
        rowCount: read.people.length,
        createdAt: now,
        endsAt: new Date(now.getTime() + hour),
      })
      const trail = { subject: { kind: 'import', id }, after: { rows: read.people.length } }
      return { result: { id }, trail }
    },
  }),
)

export type AppliedImport = {
  endsAt: string
  links: { name: string; email: string | null; path: string }[]
}

/**
 * Adds everybody of a staged file, or nobody; the staged rows are spent. Units that are not there yet are added only
 * where the actor says so. @returns a joining link for each, shown once. Throws NotThere when it is spent or too old.
 */
export const applyImport = command({
  permission: 'people:import',
  action: 'people.imported',
  input: z.strictObject({ id: z.uuid(), addUnits: z.boolean() }),
  run: async ({ actor, tx, now }, { id, addUnits }) => {
    const [staged] = await tx
      .delete(stagedImports)
      .where(
        and(
          eq(stagedImports.id, id),
          eq(stagedImports.madeBy, actor.personId),
          gt(stagedImports.endsAt, now),
        ),
      )
      .returning({ rowsSealed: stagedImports.rowsSealed })
    if (!staged) throw new NotThere('import')
    const rows = rowsOfImport(id, staged.rowsSealed)
    await refuseTaken(tx, rows, '')
    await refuseRetired(tx, rows, '')
    const found = await unitsFor(tx, rows, addUnits, now)
    const { joiningLinkHours: hours } = await settingsOf(tx)
    const links: AppliedImport['links'] = []
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk)
      const added = await unlessTaken('', () =>
        addPeople(
          tx,
          part.map((row) => ({
            name: row.name,
            email: row.email,
            role: 'staff',
            tier: row.tier,
            unitId: row.unit === null ? null : (found.ids.get(sameUnit(row.unit)) ?? null),
            invitedBy: actor.personId,
            at: now,
          })),
        ),
      )
      const personIds = added.map((person) => person.id)
      const paths = await issueFirstLinks(tx, { personIds, issuedBy: actor.personId, hours, at: now })
      part.forEach((row, at) => {
        links.push({ name: row.name, email: row.email, path: paths[at] ?? '' })
      })
    }
    const endsAt = new Date(now.getTime() + hours * hour).toISOString()
    const after = { people: rows.length, units: found.added }
    return { result: { endsAt, links }, trail: { subject: { kind: 'import', id }, after } }
  },
})

async function refuseTaken(tx: Tx, rows: readonly ImportedPerson[], field: string) {
  const withEmail = rows.flatMap(({ line, email }) => (email ? [{ line, email }] : []))
  const taken = await takenAmong(
    tx,
    withEmail.map(({ email }) => email),
  )
  if (taken.size === 0) return
  const problems = withEmail
    .filter(({ email }) => taken.has(emailIndexOf(email)))
    .map(({ line }) => ({ line, column: 'email' as const, sentence: importWords.taken }))
  throw new Problems({ [field]: inSentences(problems) })
}

async function refuseRetired(tx: Tx, rows: readonly ImportedPerson[], field: string) {
  const held = await tx.select({ name: units.name, retiredAt: units.retiredAt }).from(units)
  const retired = new Set(held.filter((unit) => unit.retiredAt).map((unit) => sameUnit(unit.name)))
  const problems = rows
    .filter(({ unit }) => unit !== null && retired.has(sameUnit(unit)))
    .map(({ line }) => ({ line, column: 'unit' as const, sentence: importWords.retired }))
  if (problems.length > 0) throw new Problems({ [field]: inSentences(problems) })
}

/** The units of the rows by name; those that are not there are added first, if they may be. */
async function unitsFor(tx: Tx, rows: readonly ImportedPerson[], mayAdd: boolean, at: Date) {
  const held = async () => {
    const all = await tx.select({ id: units.id, name: units.name }).from(units)
    return new Map(all.map((unit) => [sameUnit(unit.name), unit.id]))
  }
  const ids = await held()
  const missing = new Map<string, string>()
  for (const { unit } of rows) {
    if (unit === null || ids.has(sameUnit(unit)) || missing.has(sameUnit(unit))) continue
    missing.set(sameUnit(unit), unit)
  }
  if (missing.size === 0) return { ids, added: 0 }
  if (!mayAdd) throw problemAt('addUnits', importWords.sayAddUnits)
  await tx
    .insert(units)
    .values([...missing.values()].map((name) => ({ id: randomUUID(), name, createdAt: at })))
    .onConflictDoNothing()
  return { ids: await held(), added: missing.size }
}
