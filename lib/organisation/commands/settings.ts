import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { canonical } from '@/lib/audit/chain'
import { type OrganisationSettings, organisationSettings } from '@/lib/organisation/settings'
import { timeZones } from '@/lib/organisation/time-zones'
import { startJudging } from '@/lib/posture/store-turning'
import { checkedText } from '@/lib/text/checked'
import { settingsWords } from '@/lib/words/settings'

/** What stands now, for a form that was drawn from something older. */
export type SettingsStand = { version: number; name: string; settings: OrganisationSettings }

/**
 * Changes what the administrator may set. The smallest group may only be raised (decision 4); intervals are the
 * organisation's own. Throws Stale with SettingsStand.
 */
export const reviseSettings = command({
  permission: 'settings:revise',
  action: 'settings.revised',
  input: z.strictObject({
    version: z.number().int(),
    name: checkedText('name'),
    settings: organisationSettings.extend({
      timeZone: z.string().refine((zone) => timeZones.includes(zone), settingsWords.problems.timeZone),
      // Whom an attacker is after is never given longer than everybody else (CISA-0).
      daysToBegin: organisationSettings.shape.daysToBegin.refine(
        (days) => days.highly_targeted <= days.standard,
        { path: ['highly_targeted'], message: settingsWords.problems.longerForTargeted },
      ),
    }),
  }),
  run: async ({ actor, tx, now }, { version, name, settings }) => {
    const [held] = await tx.select().from(organisation).for('update')
    if (!held) throw new NotThere('organisation')
    if (held.version !== version)
      throw new Stale({
        version: held.version,
        name: held.name,
        settings: held.settings,
      } satisfies SettingsStand)
    if (settings.smallestGroup < held.settings.smallestGroup)
      throw problemAt('settings.smallestGroup', settingsWords.problems.lowered(held.settings.smallestGroup))
    await tx
      .update(organisation)
      .set({ name, settings, version: version + 1 })
      .where(eq(organisation.id, held.id))
    // What turns with the calendar turns on other days now.
    if (daysOf(held.settings) !== daysOf(settings)) await startJudging(tx, 'settings', actor.personId, now)
    return {
      result: null,
      trail: {
        subject: { kind: 'organisation', id: null },
        before: held.settings,
        after: { ...settings, renamed: name !== held.name },
      },
    }
  },
})

const daysOf = ({ intervals, daysToBegin }: OrganisationSettings) => canonical({ intervals, daysToBegin })
