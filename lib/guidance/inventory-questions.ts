/** Where the questions of General 2, 3 and 5 are put: not in a piece, but in the forms of an account, a line and the list. */
import type { ItemId } from '@/lib/guidance/codes'

/** Places in those forms, each with the items that are answered there. */
export const askedAt = {
  'account.factors': ['G2.0', 'G3.0', 'G3.3'],
  'account.keys': ['G2.3'],
  'account.recovery': ['G3.1'],
  'account.value': ['G3.2'],
  'account.advancedProtection': ['G2.4'],
  'list.whole': ['G2.1', 'G2.2'],
  'line.pin': ['G5.0'],
  'line.carrier': ['G5.1', 'G5.2'],
} as const satisfies Readonly<Record<string, readonly ItemId[]>>
export type AskedAt = keyof typeof askedAt
/** An item that is asked about in one of these forms. */
export type InventoryItem = (typeof askedAt)[AskedAt][number]
