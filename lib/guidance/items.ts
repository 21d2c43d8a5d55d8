/**
 * The items judged so far, as data: what each is judged for, who acts, and how long an answer counts.
 * What each asks for, in words and with its paragraph, stands in lib/words/guidance.ts.
 */
import { type ItemId, itemIds } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'

export const guidance = {
  id: 'CISA-MCBPG',
  name: 'CISA Mobile Communications Best Practice Guidance',
  version: guidanceVersion,
  publishedOn: '2025-11-24',
} as const

export type GuidanceItem = {
  id: ItemId
  unit: 'person' | 'account' | 'line'
  /** A total of other items; it is never added up with them. */
  total: boolean
  whoActs: readonly ('person' | 'administrator' | 'telecom_owner')[]
  /**
   * Days an answer counts, and whose decision that is. The guidance gives an interval for software updates only, so
   * every one here is the organisation's own, found in its settings under `setting`.
   */
  interval: { days: number; setBy: 'organisation'; setting: 'accounts' | 'lines' | 'inventory' }
}

const ofAccounts = { days: 180, setBy: 'organisation', setting: 'accounts' } as const
const ofLines = { days: 180, setBy: 'organisation', setting: 'lines' } as const
const ofInventory = { days: 180, setBy: 'organisation', setting: 'inventory' } as const

const account = { unit: 'account', total: false, whoActs: ['person'], interval: ofAccounts } as const
const line = { unit: 'line', total: false, whoActs: ['person', 'telecom_owner'], interval: ofLines } as const

export const items: Readonly<Record<ItemId, GuidanceItem>> = {
  'G2.0': { ...account, id: 'G2.0' },
  'G2.1': { id: 'G2.1', unit: 'person', total: false, whoActs: ['person'], interval: ofInventory },
  'G2.2': { id: 'G2.2', unit: 'person', total: false, whoActs: ['person'], interval: ofAccounts },
  'G2.3': { ...account, id: 'G2.3' },
  'G2.4': { ...account, id: 'G2.4', whoActs: ['person', 'administrator'] },
  'G3.0': { ...account, id: 'G3.0' },
  'G3.1': { ...account, id: 'G3.1' },
  'G3.2': { ...account, id: 'G3.2' },
  'G3.3': { ...account, id: 'G3.3' },
  'G5.0': { ...line, id: 'G5.0' },
  'G5.1': { ...line, id: 'G5.1' },
  'G5.2': { ...line, id: 'G5.2' },
  G2: { ...account, id: 'G2', total: true },
  G3: { ...account, id: 'G3', total: true },
  G5: { ...line, id: 'G5', total: true },
}

/** In the order of the guidance, totals last. */
export const itemsInOrder: readonly GuidanceItem[] = itemIds.map((id) => items[id])
