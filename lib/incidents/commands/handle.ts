/** What the security team does with sheets that were handed to it. */
import { z } from 'zod'
import { command } from '@/lib/access/door'
import { NotThere, Problems, problemAt, Stale } from '@/lib/access/outcome'
import { nextVersion, todayOf, trailOf } from '@/lib/incidents/commands/checks'
import { incidentRef, standingEntry } from '@/lib/incidents/entry'
import type { Standing } from '@/lib/incidents/facts'
import { openMinutes, standingProblems } from '@/lib/incidents/rules'
import { addEvent, handedIncident, presentOpening } from '@/lib/incidents/store'
import { limited, limits } from '@/lib/people/limits'
import { lockPerson } from '@/lib/people/store'
import { optionalText } from '@/lib/text/checked'
import { incidentProblems } from '@/lib/words/incident-form'

/** What a stale note comes back with. */
export type CurrentStanding = { version: number } & Standing

/**
 * Opens a handed sheet for an hour; its writer reads who opened it and when. Written down before anything is shown. Throws
 * NotThere for what is not with the team, and TooMany above 30 openings an hour.
 */
export const openIncident = limited(
  limits.openings,
  'incidents:revise:handed',
  command({
    permission: 'incidents:revise:handed',
    action: 'incident.opened',
    input: z.strictObject({ ref: incidentRef }),
    run: async ({ actor, tx, now }, { ref }) => {
      const found = await handedIncident(tx, ref)
      // Its writer may be taking it back at this moment: one of the two comes first.
      await lockPerson(tx, found.personId)
      const row = await handedIncident(tx, ref)
      const endsAt = new Date(now.getTime() + openMinutes * 60_000)
      await addEvent(tx, row, { kind: 'opened', doneBy: actor.personId, at: now, endsAt })
      return { result: { ref }, trail: trailOf(row) }
    },
  }),
)

/**
 * Notes what was done about an opened sheet, and how far it is. Throws NotThere without an opening of one's own that has
 * not ended; answers problems by field, and a conflict (CurrentStanding) on a stale version.
 */
export const noteIncident = command({
  permission: 'incidents:revise:handed',
  action: 'incident.noted',
  input: z.strictObject({
    ref: incidentRef,
    version: z.coerce.number().int().positive(),
    note: optionalText('note'),
    ...standingEntry,
    // What was handed over is neither being written nor waiting to be reported.
    state: z.enum(['reported', 'closed']),
  }),
  run: async ({ actor, tx, now }, { ref, version, note, ...typed }) => {
    const found = await handedIncident(tx, ref)
    const person = await lockPerson(tx, found.personId)
    const [row, today] = await Promise.all([handedIncident(tx, ref), todayOf(tx, now)])
    if (!(await presentOpening(tx, row, actor.personId, now))) throw new NotThere('incident')
    const { state, reportedTo, reportedOn } = row
    const standing = { state: typed.state, reportedTo: typed.reportedTo, reportedOn: typed.reportedOn }
    if (row.version !== version)
      throw new Stale({ version: row.version, state, reportedTo, reportedOn } satisfies CurrentStanding)
    const problems = standingProblems(standing, today)
    if (Object.keys(problems).length > 0) throw new Problems(problems)
    const before = { state, reportedTo, reportedOn }
    if (note === '' && JSON.stringify(before) === JSON.stringify(standing))
      throw problemAt('note', incidentProblems.nothingToDo)
    await Promise.all([
      nextVersion(tx, row, standing),
      addEvent(tx, row, {
        kind: 'noted',
        doneBy: actor.personId,
        at: now,
        state: standing.state,
        note: { text: note, key: person.key },
      }),
    ])
    return { result: { ref }, trail: { ...trailOf(row), before, after: standing } }
  },
})
