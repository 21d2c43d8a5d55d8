/** What an administrator may set. The intervals are the organisation's own, not the guidance's (section 0). */
import { z } from 'zod'
import { type IntervalSetting, intervalDays } from '@/lib/guidance/items'

const days = z.number().int().min(1).max(1825)
/** Every interval but the one the guidance itself gives. */
export type OwnInterval = Exclude<IntervalSetting, 'updates'>
export const ownIntervals = (Object.keys(intervalDays) as IntervalSetting[]).filter(
  (setting): setting is OwnInterval => setting !== 'updates',
)
const everyInterval = Object.fromEntries(
  ownIntervals.map((setting) => [setting, days.default(intervalDays[setting])]),
) as Record<OwnInterval, z.ZodDefault<typeof days>>
const firstIntervals = Object.fromEntries(
  ownIntervals.map((setting) => [setting, intervalDays[setting]]),
) as Record<OwnInterval, number>

const firstRegisterIntervals = {
  sending: 365,
  signIns: 90,
  credentials: 90,
  agreements: 365,
  monitoring: 90,
  training: 365,
}

export const organisationSettings = z.strictObject({
  /** Days until an answer grows old. */
  intervals: z.strictObject(everyInterval),
  /** Days a person has to begin, from the invitation: highly targeted people are asked to begin sooner. */
  daysToBegin: z
    .strictObject({ standard: days, highly_targeted: days })
    .default({ standard: 30, highly_targeted: 7 }),
  /** The same for the register of messaging platforms (C1 to C4). */
  registerIntervals: z
    .strictObject({
      sending: days,
      signIns: days,
      credentials: days,
      agreements: days,
      monitoring: days,
      training: days,
    })
    .default(firstRegisterIntervals),
  /** Smallest group in any shared figure: may be raised, never lowered (decision 4). */
  smallestGroup: z.number().int().min(5).max(100),
  /** Hours a joining link lives. */
  joiningLinkHours: z.number().int().min(1).max(336),
  /** Days between leadership's snapshots. */
  snapshotEveryDays: z.number().int().min(1).max(92),
  /** Days after somebody left until they are erased. */
  retentionDays: z.number().int().min(1).max(3650).default(365),
  /** IANA name used for dates on pages. */
  timeZone: z.string().max(64),
})
export type OrganisationSettings = z.infer<typeof organisationSettings>
export const firstSettings: OrganisationSettings = {
  intervals: firstIntervals,
  daysToBegin: { standard: 30, highly_targeted: 7 },
  registerIntervals: firstRegisterIntervals,
  smallestGroup: 5,
  joiningLinkHours: 72,
  snapshotEveryDays: 7,
  retentionDays: 365,
  timeZone: 'UTC',
}
