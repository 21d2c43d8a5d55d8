/**
 * Every item of the guidance that is judged for a person, as data: what it is judged for, who acts, whom it concerns,
 * and how long an answer counts. What each asks for, in words and with its paragraph, stands in lib/words/guidance.ts.
 */
import { type ItemId, itemIds } from '@/lib/guidance/codes'
import { guidanceId, guidanceVersion } from '@/lib/guidance/version'

export const guidance = {
  id: guidanceId,
  name: 'CISA Mobile Communications Best Practice Guidance',
  version: guidanceVersion,
  publishedOn: '2025-11-24',
} as const

/** Whose answers grow old together. Each is a setting of the organisation, in days, unless the guidance says. */
export const intervalDays = {
  accounts: 180,
  lines: 180,
  inventory: 180,
  /** General 6: "check weekly", the one interval the guidance gives. */
  updates: 7,
  phones: 180,
  permissions: 90,
  linkedDevices: 90,
  habits: 180,
  passwords: 180,
  /** Hardware, the choice of messaging app, what the organisation rules on. */
  yearly: 365,
  readiness: 365,
} as const
export type IntervalSetting = keyof typeof intervalDays
/** Days that stand for "until the guidance comes in a new version": no answer of anybody's lifetime is older. */
export const untilNextVersion = 36_500

export type GuidanceItem = {
  id: ItemId
  unit: 'person' | 'account' | 'line' | 'phone' | 'app'
  /** A total of other items; it is never added up with them. */
  total: boolean
  whoActs: readonly ('person' | 'administrator' | 'telecom_owner' | 'security_team' | 'records_officer')[]
  /** Phones it concerns; absent for all of them, and for what is not judged for a phone. */
  platform?: 'iphone' | 'android'
  /**
   * Days an answer counts, whose decision that is, and the setting it is found under; no setting where it counts as long
   * as this version of the guidance is in force.
   */
  interval: { days: number; setBy: 'organisation' | 'guidance'; setting: IntervalSetting | null }
  /** What a person says of their own habits, not a setting: shown apart in totals (decision 9). */
  habit?: true
  /** Not part of the protection totals; shown as reach. */
  reach?: true
}

const every = (setting: IntervalSetting): GuidanceItem['interval'] => ({
  days: intervalDays[setting],
  setBy: setting === 'updates' ? 'guidance' : 'organisation',
  setting,
})
type Shape = Omit<GuidanceItem, 'id'>
const of = (unit: GuidanceItem['unit'], setting: IntervalSetting, more: Partial<Shape> = {}): Shape => ({
  unit,
  total: false,
  whoActs: ['person'],
  interval: every(setting),
  ...more,
})
const habit = of('person', 'habits', { habit: true })
const iphone = of('phone', 'phones', { platform: 'iphone' })
const android = of('phone', 'phones', { platform: 'android' })
const line = of('line', 'lines', { whoActs: ['person', 'telecom_owner'] })

const shapes: Readonly<Record<ItemId, Shape>> = {
  'CISA-0': of('person', 'yearly', {
    reach: true,
    interval: { days: untilNextVersion, setBy: 'guidance', setting: null },
  }),
  'G1.1': of('person', 'yearly'),
  'G1.2': of('person', 'yearly', { whoActs: ['security_team', 'person'] }),
  'G1.3': of('app', 'yearly', { whoActs: ['security_team'] }),
  'G1.4': habit,
  'G1.5': habit,
  'G1.6': habit,
  'G1.7': habit,
  'G1.8': of('app', 'habits'),
  'G1.9': of('app', 'yearly', { whoActs: ['records_officer'] }),
  'G1.10': of('app', 'linkedDevices'),
  'G1.11': of('app', 'linkedDevices'),
  'G1.12': of('app', 'linkedDevices'),
  'G2.0': of('account', 'accounts'),
  'G2.1': of('person', 'inventory'),
  'G2.2': of('person', 'accounts'),
  'G2.3': of('account', 'accounts'),
  'G2.4': of('account', 'accounts', { whoActs: ['person', 'administrator'] }),
  'G3.0': of('account', 'accounts'),
  'G3.1': of('account', 'accounts'),
  'G3.2': of('account', 'accounts'),
  'G3.3': of('account', 'accounts'),
  'G4.0': of('person', 'passwords'),
  'G4.1': of('person', 'passwords'),
  'G4.2': of('person', 'passwords'),
  'G5.0': line,
  'G5.1': line,
  'G5.2': line,
  'G6.0': of('phone', 'updates'),
  'G6.1': of('phone', 'phones'),
  'G7.0': of('phone', 'yearly', { whoActs: ['security_team', 'person'] }),
  'G8.0': of('phone', 'phones'),
  I1: iphone,
  I2: iphone,
  I3: iphone,
  I4: iphone,
  I5: of('phone', 'permissions', { platform: 'iphone' }),
  A1: of('phone', 'yearly', { platform: 'android', whoActs: ['security_team', 'person'] }),
  A2: android,
  A3: android,
  A4: android,
  A5: android,
  A6: of('phone', 'permissions', { platform: 'android' }),
  A7: of('phone', 'permissions', { platform: 'android' }),
  R: of('person', 'readiness', { whoActs: ['person', 'security_team'] }),
  G2: of('account', 'accounts', { total: true }),
  G3: of('account', 'accounts', { total: true }),
  G5: { ...line, total: true },
}

export const items = Object.fromEntries(itemIds.map((id) => [id, { id, ...shapes[id] }])) as Readonly<
  Record<ItemId, GuidanceItem>
>

/** The total that an item is part of; null for what is part of none. */
export const totalOf = (item: ItemId): ItemId | null => {
  const whole = itemIds.find((id) => shapes[id].total && item.startsWith(`${id}.`))
  return whole && shapes[item].unit === shapes[whole].unit ? whole : null
}

/** In the order of the guidance, totals last. */
export const itemsInOrder: readonly GuidanceItem[] = itemIds.map((id) => items[id])

/**
 * What hangs on the records law for one person. How these two stand tells whether somebody's messages are on legal hold,
 * and that is for few to know (section 4, G1.9): nobody but the holder is told.
 */
export const holderOnlyItems: readonly ItemId[] = ['G1.8', 'G1.9']
