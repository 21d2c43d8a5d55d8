/** What stands beside a question: where the setting is found, and what changes once it is turned on. */

import { type SettingPath, settingPaths } from '@/lib/guidance/paths'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type Cost, costOf } from '@/lib/words/costs'

/** @param platform of the phone that is asked about; null for what is asked of no phone. */
export function besideQuestion(
  piece: PieceId,
  question: string,
  platform: string | null,
): { paths: readonly SettingPath[]; cost: Cost | null } {
  const { items } = pieceShape(piece)
  const ofPiece = settingPaths.filter((path) => items.includes(path.item) && path.platform === platform)
  const paths = ofPiece.filter((path) => path.question === question)
  // Said once, at the first question about it.
  const first = paths.find(({ item }) => ofPiece.find((path) => path.item === item)?.question === question)
  const samePlace = paths.filter(
    ({ path }, place) => paths.findIndex((other) => other.path.join() === path.join()) === place,
  )
  return { paths: samePlace, cost: first ? costOf(first.item) : null }
}
