import { and, gte } from 'drizzle-orm'
import { incidents } from '@/db/schema/incidents'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import {
  type CurrentIncident,
  incidentOf,
  nextVersion,
  trailOf,
  unhanded,
} from '@/lib/incidents/commands/checks'
import { incidentVersion } from '@/lib/incidents/commands/record'
import { mostSheets, restorableSince } from '@/lib/incidents/rules'
import { keptCount, ownIncident } from '@/lib/incidents/store'
import { lockPerson } from '@/lib/people/store'
import { incidentProblems } from '@/lib/words/incident-form'

/**
 * Removes one of one's own sheets that the security team has not. It can be put back for 30 days, and is then gone. Throws
 * NotThere; answers a problem when the team has it, and a conflict on a stale version.
 */
export const removeIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.removed',
  input: incidentVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, actor.personId)
    const row = await unhanded(tx, person, id, version)
    await nextVersion(tx, row, { removedAt: now })
    return { result: { id }, trail: trailOf(row) }
  },
})

/** Puts a removed sheet back as it was, within 30 days. Throws NotThere where nothing was removed; a conflict on a stale version. */
export const restoreIncident = command({
  permission: 'incidents:revise:own',
  action: 'incident.restored',
  input: incidentVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, actor.personId)
    const [row] = await tx
      .select()
      .from(incidents)
      .where(and(ownIncident(person.id, id), gte(incidents.removedAt, restorableSince(now))))
    if (!row) throw new NotThere('incident')
    if (row.version !== version)
      throw new Stale({ version: row.version, incident: incidentOf(person, row) } satisfies CurrentIncident)
    if ((await keptCount(tx, person.id)) >= mostSheets)
      throw problemAt('', incidentProblems.tooMany(mostSheets))
    await nextVersion(tx, row, { removedAt: null })
    return { result: { id }, trail: trailOf(row) }
  },
})
