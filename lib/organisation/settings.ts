/** What an administrator may set. The intervals are the organisation's own, not the guidance's (section 0). */
import { z } from 'zod'

const days = z.number().int().min(1).max(1825)
export const organisationSettings = z.strictObject({
  /** Days until an answer grows old. */
  intervals: z.strictObject({ accounts: days, lines: days, inventory: days }),
  /** Smallest group in any shared figure: may be raised, never lowered (decision 4). */
  smallestGroup: z.number().int().min(5).max(100),
  /** Hours a joining link lives. */
  joiningLinkHours: z.number().int().min(1).max(336),
  /** Days between leadership's snapshots. */
  snapshotEveryDays: z.number().int().min(1).max(92),
  /** IANA name used for dates on pages. */
  timeZone: z.string().max(64),
})
export type OrganisationSettings = z.infer<typeof organisationSettings>
export const firstSettings: OrganisationSettings = {
  intervals: { accounts: 180, lines: 180, inventory: 180 },
  smallestGroup: 5,
  joiningLinkHours: 72,
  snapshotEveryDays: 7,
  timeZone: 'UTC',
}
