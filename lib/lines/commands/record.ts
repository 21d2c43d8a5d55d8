import { randomUUID } from 'node:crypto'
import { lines } from '@/db/schema/lines'
import { command } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { listedCount, statedFacts } from '@/lib/lines/commands/checks'
import { lineEntry } from '@/lib/lines/entry'
import { mostLines } from '@/lib/lines/rules'
import { sealedLineTexts, stateLine } from '@/lib/lines/store'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { lineProblems } from '@/lib/words/line-problems'

/**
 * Adds a phone line to one's own list and judges everything anew. Returns its id. Answers problems by field for what
 * cannot be true together, for what is not in one's own list, and from the 21st line on.
 */
export const recordLine = command({
  permission: 'lines:revise:own',
  action: 'line.recorded',
  input: lineEntry,
  run: async ({ holder, by, tx, now }, entry) => {
    const person = await lockPerson(tx, holder)
    const [count, { facts, today }] = await Promise.all([
      listedCount(tx, person.id),
      statedFacts(tx, person.id, entry, now),
    ])
    if (count >= mostLines) throw problemAt('', lineProblems.tooMany(mostLines))
    const id = randomUUID()
    await Promise.all([
      tx
        .insert(lines)
        .values({ personId: person.id, id, ...sealedLineTexts(person.key, id, entry), createdAt: now }),
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
    return { result: { id }, trail: { subject: { kind: 'line', id, personId: person.id } } }
  },
})
