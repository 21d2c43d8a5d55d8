/** The one entry to the judging rules: facts in, posture out. No clock, no database, no names. */
import type { LabelCode } from '@/lib/guidance/codes'
import { judgeAccount } from '@/lib/posture/account-verdicts'
import { changesFor } from '@/lib/posture/changes'
import { entrancesOf } from '@/lib/posture/entries'
import type { PersonInQuestion } from '@/lib/posture/facts'
import { graphOf } from '@/lib/posture/graph'
import { inventoryOf } from '@/lib/posture/inventory'
import { judgeLine } from '@/lib/posture/line-verdicts'
import { judgePerson } from '@/lib/posture/person-verdicts'
import type { Judgement, Posture } from '@/lib/posture/shapes'
import { personStanding } from '@/lib/posture/standing'
import { reachedFrom, standingsOf } from '@/lib/posture/ways-in'

/**
 * Judges one person's accounts and phone lines under General 2, 3 and 5 of the guidance, and finds the weakest way in.
 *
 * @param person the stated facts with the services' dated facts. Their order never matters.
 * @returns judgements for each account, line and the person; levels and ways in; the one next change.
 * Everything comes in the order of ids. Age is not judged here: see lib/posture/ageing.ts.
 */
export function postureOf(person: PersonInQuestion): Posture {
  const inventory = inventoryOf(person)
  const readings = [...inventory.readings.values()]
  const graph = graphOf(readings.map((reading) => entrancesOf(reading, inventory)))
  const units = [
    ...readings.flatMap((reading) => judgeAccount(reading, inventory)),
    ...inventory.lines.flatMap((line) => judgeLine(line, inventory)),
  ]
  const judgements = [...units, ...judgePerson(inventory, units)]
  const standings = standingsOf(graph)
  const labels = labelsByScope(units)
  return {
    judgements,
    accounts: standings.map((standing) => ({
      ...standing,
      labels: withShared(labels.get(standing.accountId) ?? [], standing.fallsWith),
    })),
    lines: inventory.lines.map(({ id }) => ({ ...reachedFrom(id, graph), labels: labels.get(id) ?? [] })),
    person: personStanding(inventory, standings, judgements, changesFor(inventory, graph, judgements)),
  }
}

function labelsByScope(units: readonly Judgement[]): Map<string, LabelCode[]> {
  const found = new Map<string, LabelCode[]>()
  for (const { scopeId, labels } of units) {
    const known = found.get(scopeId) ?? []
    for (const label of labels) if (!known.includes(label)) known.push(label)
    found.set(scopeId, known)
  }
  return found
}

function withShared(labels: readonly LabelCode[], fallsWith: readonly string[]): readonly LabelCode[] {
  return fallsWith.length > 0 && !labels.includes('falls_with') ? [...labels, 'falls_with'] : labels
}
