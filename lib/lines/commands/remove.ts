import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { listedCount } from '@/lib/lines/commands/checks'
import { basedOn, lineVersion, nextVersion } from '@/lib/lines/commands/revise'
import { mostLines } from '@/lib/lines/rules'
import { closeLineStatement, lineWithStatement, stateLine } from '@/lib/lines/store'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { lineProblems } from '@/lib/words/line-problems'

/**
 * Takes a line off one's own list. Its history stays; accounts whose texts it receives read it as not listed from now
 * on. Throws NotThere; answers a conflict on a stale version.
 */
export const removeLine = command({
  permission: 'lines:revise:own',
  action: 'line.removed',
  input: lineVersion,
  run: async ({ holder, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    await basedOn(tx, person, id, version)
    await Promise.all([
      nextVersion(tx, person.id, id, version, { removedAt: now }),
      closeLineStatement(tx, person.id, id, now),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'line', id, personId: person.id } } }
  },
})

/**
 * Puts a removed line back as it was, with the day it was confirmed on. Whatever referred to it does so again. Throws
 * NotThere where nothing was removed; answers a conflict on a stale version.
 */
export const restoreLine = command({
  permission: 'lines:revise:own',
  action: 'line.restored',
  input: lineVersion,
  run: async ({ holder, by, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const [{ line, statement }, count] = await Promise.all([
      lineWithStatement(tx, person.id, id),
      listedCount(tx, person.id),
    ])
    if (line.removedAt === null) throw new NotThere('line')
    if (line.version !== version) throw new Stale({ version: line.version })
    if (count >= mostLines) throw problemAt('', lineProblems.tooMany(mostLines))
    const { facts, confirmedOn, guidanceVersion } = statement
    await Promise.all([
      nextVersion(tx, person.id, id, version, { removedAt: null }),
      stateLine(tx, {
        personId: person.id,
        lineId: id,
        facts,
        confirmedOn,
        guidanceVersion,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'line', id, personId: person.id } } }
  },
})
