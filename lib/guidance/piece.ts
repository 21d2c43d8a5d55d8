/** The shape of a piece of the inventory: what it is about, its questions, the items they are judged under. */
import type { ItemId } from '@/lib/guidance/codes'
import type { IntervalSetting } from '@/lib/guidance/items'
import type { Questions } from '@/lib/guidance/questions'

export type PieceScope = 'person' | 'phone' | 'app'
export type PieceShape = {
  of: PieceScope
  items: readonly ItemId[]
  /** A rough honest time, in minutes; our own estimate. */
  minutes: number
  /** The interval after which its answers are asked for again: the shortest of its items'; null for not before the guidance changes. */
  interval: IntervalSetting | null
  /** Only for phones of this kind. */
  platform?: 'iphone' | 'android'
  questions: Questions
}
export const piece = <const Shape extends PieceShape>(shape: Shape) => shape
