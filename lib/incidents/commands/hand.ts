import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { basedOn, nextVersion, todayOf, trailOf, unhanded } from '@/lib/incidents/commands/checks'
import { incidentVersion } from '@/lib/incidents/commands/record'
import { handedOver, takenBack } from '@/lib/incidents/rules'
import { addEvent, wasOpened } from '@/lib/incidents/store'
import { lockPerson } from '@/lib/people/store'
import { incidentProblems } from '@/lib/words/incident-form'

/**
 * Hands one of one's own sheets to the security team, as it stands: an explicit act, never a side effect of saving. Throws
 * NotThere; answers a problem when the team has it already, and a conflict on a stale version.
 */
export const handIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.handed',
  input: incidentVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, actor.personId)
    const [row, today] = await Promise.all([unhanded(tx, person, id, version), todayOf(tx, now)])
    const standing = handedOver(row, today)
    await Promise.all([
      nextVersion(tx, row, { ...standing, handedAt: now }),
      addEvent(tx, row, { kind: 'handed', doneBy: actor.personId, at: now, state: standing.state }),
    ])
    return { result: { id }, trail: trailOf(row) }
  },
})

/**
 * Takes a handed sheet back, as long as nobody of the team has opened it. Throws NotThere where it is not with the team;
 * answers a problem once it was opened, and a conflict on a stale version.
 */
export const takeBackIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.taken_back',
  input: incidentVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, actor.personId)
    const row = await basedOn(tx, person, id, version)
    if (row.handedAt === null) throw new NotThere('incident')
    if (await wasOpened(tx, { ...row, handedAt: row.handedAt })) throw problemAt('', incidentProblems.opened)
    const standing = takenBack(row)
    await Promise.all([
      nextVersion(tx, row, { ...standing, handedAt: null }),
      addEvent(tx, row, { kind: 'taken_back', doneBy: actor.personId, at: now, state: standing.state }),
    ])
    return { result: { id }, trail: trailOf(row) }
  },
})
