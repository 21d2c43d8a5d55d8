import { expect, test } from 'vitest'
import { settingPaths } from '@/lib/guidance/paths'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { inOrder } from '@/lib/guidance/questions-in-order'
import { besideQuestion } from '@/lib/pieces/beside'
import { costOf } from '@/lib/words/costs'

type Order = ReturnType<typeof inOrder>
const namesIn = ({ needed, optional }: Order): string[] =>
  [...needed, ...optional].flatMap(({ name, follows }) => [name, ...follows.flatMap(namesIn)])
/** All that the pages of one kind of phone draw beside their questions. */
const drawn = (platform: 'iphone' | 'android') =>
  piecesOf('phone', platform).flatMap((piece) =>
    namesIn(inOrder(pieceShape(piece).questions)).map((name) => besideQuestion(piece, name, platform)),
  )

test.each(['iphone', 'android'] as const)(
  'every settings page of an %s is drawn on the page of its piece, and none of the other kind',
  (platform) => {
    const kept = settingPaths.filter((one) => one.platform === platform).map(({ path }) => path.join(' › '))
    const found = drawn(platform).flatMap(({ paths }) => paths.map(({ path }) => path.join(' › ')))
    expect([...new Set(found)].sort()).toEqual([...new Set(kept)].sort())
  },
)

test('what a setting costs is said once, beside the first question about it', () => {
  for (const item of ['I1', 'I2', 'I3', 'I4', 'I5'] as const)
    expect([item, drawn('iphone').filter(({ cost }) => cost === costOf(item)).length]).toEqual([item, 1])
  for (const item of ['A2', 'A3', 'A4', 'A5', 'A6', 'A7'] as const)
    expect([item, drawn('android').filter(({ cost }) => cost === costOf(item)).length]).toEqual([item, 1])
})
