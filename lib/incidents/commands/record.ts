import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { incidents } from '@/db/schema/incidents'
import { command } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { checkedEntry, incidentOf, nextVersion, trailOf, unhanded } from '@/lib/incidents/commands/checks'
import { incidentEntry } from '@/lib/incidents/entry'
import type { Incident } from '@/lib/incidents/facts'
import { mostSheets } from '@/lib/incidents/rules'
import { keptCount, newIncidentRef, sealedSheet } from '@/lib/incidents/store'
import { lockPerson } from '@/lib/people/store'
import { incidentProblems } from '@/lib/words/incident-form'

const based = { id: z.uuid(), version: z.coerce.number().int().positive() }
export const incidentVersion = z.strictObject(based)

/**
 * Saves a new incident sheet, its writer's alone until handed over (guidance, Incident Reporting Information). Returns its
 * id. Answers problems by field for what cannot be so, and from the 51st sheet on.
 */
export const recordIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.recorded',
  input: incidentEntry,
  run: async ({ actor, tx, now }, typed) => {
    const person = await lockPerson(tx, actor.personId)
    const [entry, kept] = await Promise.all([checkedEntry(tx, typed, now), keptCount(tx, person.id)])
    if (kept >= mostSheets) throw problemAt('', incidentProblems.tooMany(mostSheets))
    const id = randomUUID()
    const { sheet, ...words } = entry
    await tx.insert(incidents).values({
      personId: person.id,
      id,
      ref: newIncidentRef(),
      ...words,
      sheetSealed: sealedSheet(person.key, id, sheet),
      createdAt: now,
      savedAt: now,
    })
    return { result: { id }, trail: trailOf({ id, personId: person.id }) }
  },
})

/**
 * Replaces what stands on one of one's own sheets, until the security team has it. Throws NotThere; answers problems by
 * field, and a conflict (CurrentIncident) on a stale version.
 */
export const reviseIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.revised',
  input: incidentEntry.extend(based),
  run: async ({ actor, tx, now }, { id, version, ...typed }) => {
    const person = await lockPerson(tx, actor.personId)
    const row = await unhanded(tx, person, id, version)
    const entry = await checkedEntry(tx, typed, now)
    const { sheet, ...words } = entry
    await nextVersion(tx, row, { ...words, savedAt: now, sheetSealed: sealedSheet(person.key, id, sheet) })
    const changed = changedFields(incidentOf(person, row), entry)
    return {
      result: { id },
      trail: { ...trailOf(row), before: { version }, after: { version: version + 1, changed } },
    }
  },
})

/** Names of fields only: the log is read by others than the writer. */
function changedFields({ sheet: before, ...old }: Incident, { sheet: after, ...entry }: Incident): string[] {
  const onSheet = (Object.keys(after) as (keyof typeof after)[]).filter(
    (name) => before[name] !== after[name],
  )
  const beside = (Object.keys(entry) as (keyof typeof entry)[]).filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(entry[name]),
  )
  return [...beside, ...onSheet]
}
