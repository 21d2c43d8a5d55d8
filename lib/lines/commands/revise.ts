import { z } from 'zod'
import type { Tx } from '@/db/client'
import { lines } from '@/db/schema/lines'
import { command } from '@/lib/access/door'
import { problemAt, Stale } from '@/lib/access/outcome'
import { statedFacts, todayOf } from '@/lib/lines/commands/checks'
import { type LineEntry, lineEntry } from '@/lib/lines/entry'
import type { LineFacts } from '@/lib/lines/facts'
import { hasMoved, settled, withoutOldCarrier, withPin } from '@/lib/lines/rules'
import { lineTexts, ownLine, presentLine, sealedLineTexts, stateLine } from '@/lib/lines/store'
import { type LockedPerson, lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { lineProblems } from '@/lib/words/line-problems'

const based = { id: z.uuid(), version: z.coerce.number().int().positive() }
export const lineVersion = z.strictObject(based)
/** What a stale edit comes back with. */
export type CurrentLine = { version: number; entry: LineEntry }

/**
 * Replaces what is stated of one of one's own lines. What the carrier holds is asked anew where it became another one.
 * Returns whether it did. Throws NotThere; answers problems by field, and a conflict (CurrentLine) on a stale version.
 */
export const reviseLine = command({
  permission: 'lines:revise:own',
  action: 'line.revised',
  input: lineEntry.extend(based),
  run: async ({ holder, by, tx, now }, { id, version, ...entry }) => {
    const person = await lockPerson(tx, holder)
    const { line, statement } = await basedOn(tx, person, id, version)
    const { ownCarrier } = lineTexts(person.key, line)
    const moved = hasMoved(
      { carrierId: statement.facts.carrierId, ownCarrier },
      { carrierId: entry.facts.carrierId, ownCarrier: entry.ownCarrier },
    )
    const said = settled(entry.facts)
    const counts = moved ? withoutOldCarrier(said, statement.facts) : said
    const { facts, today } = await statedFacts(tx, person.id, { ...entry, facts: counts }, now)
    await Promise.all([
      nextVersion(tx, person.id, id, version, {
        ...sealedLineTexts(person.key, id, entry),
        ...(moved ? { carrierChangedAt: now } : {}),
      }),
      stateLine(tx, {
        personId: person.id,
        lineId: id,
        facts,
        confirmedOn: today,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id, moved }, trail: trailOf(person.id, id, version, statement.facts, facts) }
  },
})

/** Says of one of one's own lines that everything is still true today. Throws NotThere; a conflict when stale. */
export const confirmLine = command({
  permission: 'lines:revise:own',
  action: 'line.confirmed',
  input: lineVersion,
  run: async ({ holder, by, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const [{ statement }, confirmedOn] = await Promise.all([
      basedOn(tx, person, id, version),
      todayOf(tx, now),
    ])
    await Promise.all([
      nextVersion(tx, person.id, id, version),
      stateLine(tx, {
        personId: person.id,
        lineId: id,
        facts: statement.facts,
        confirmedOn,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    const before = { confirmedOn: statement.confirmedOn }
    return {
      result: { id },
      trail: { subject: { kind: 'line', id, personId: person.id }, before, after: { confirmedOn } },
    }
  },
})

/**
 * Says that the account PIN of a line was set today, chosen by its holder (G5.0). The other answers keep the day they
 * were confirmed on: nobody looked at them. Throws NotThere; a conflict when stale; a problem for an app's number.
 */
export const stateCarrierPin = command({
  permission: 'lines:revise:own',
  action: 'line.revised',
  input: lineVersion,
  run: async ({ holder, by, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const [{ statement }, today] = await Promise.all([basedOn(tx, person, id, version), todayOf(tx, now)])
    if (statement.facts.kind === 'app_number') throw problemAt('', lineProblems.appNumber)
    const facts = withPin(statement.facts, today)
    await Promise.all([
      nextVersion(tx, person.id, id, version),
      stateLine(tx, {
        personId: person.id,
        lineId: id,
        facts,
        confirmedOn: statement.confirmedOn,
        guidanceVersion: statement.guidanceVersion,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id }, trail: trailOf(person.id, id, version, statement.facts, facts) }
  },
})

/** The line that an act is about, as it was seen. Throws NotThere, and Stale (CurrentLine) when it has moved on. */
export async function basedOn(tx: Tx, person: Pick<LockedPerson, 'id' | 'key'>, id: string, version: number) {
  const found = await presentLine(tx, person.id, id)
  const { line, statement } = found
  if (line.version === version) return found
  const entry = { ...lineTexts(person.key, line), facts: statement.facts }
  throw new Stale({ version: line.version, entry } satisfies CurrentLine)
}

export const nextVersion = (
  tx: Tx,
  personId: string,
  id: string,
  version: number,
  more: Partial<typeof lines.$inferInsert> = {},
) =>
  tx
    .update(lines)
    .set({ ...more, version: version + 1 })
    .where(ownLine(personId, id))

/** Names of answers only: the log is read by others than the holder. */
function trailOf(personId: string, id: string, version: number, before: LineFacts, after: LineFacts) {
  const names = Object.keys(after) as (keyof LineFacts)[]
  const changed = names.filter((name) => before[name] !== after[name])
  return {
    subject: { kind: 'line', id, personId },
    before: { version },
    after: { version: version + 1, changed },
  }
}
