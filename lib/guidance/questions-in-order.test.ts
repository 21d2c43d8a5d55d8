import { describe, expect, test } from 'vitest'
import { pieceIds, pieceShape } from '@/lib/guidance/pieces'
import { type Asked, type InOrder, inOrder, opens } from '@/lib/guidance/questions-in-order'

const namesIn = ({ needed, optional }: InOrder): string[] =>
  [...needed, ...optional].flatMap((asked) => [asked.name, ...asked.follows.flatMap(namesIn)])
const found = (order: InOrder, name: string): Asked | undefined =>
  [...order.needed, ...order.optional]
    .flatMap((asked) => [asked, ...asked.follows.map((one) => found(one, name))])
    .find((asked) => asked?.name === name)

test.each(pieceIds)('every question of %s is asked once, wherever it stands', (piece) => {
  const { questions } = pieceShape(piece)
  expect(namesIn(inOrder(questions)).sort()).toEqual(Object.keys(questions).sort())
})

describe('what follows from an answer', () => {
  test('stands behind its question, with what follows from it in turn', () => {
    const order = inOrder(pieceShape('iphone_settings').questions)
    expect(order.needed.map(({ name }) => name)).toEqual(['lockdown', 'sendAsText', 'privateRelay'])
    expect(found(order, 'encryptedDns')?.follows[0]?.needed.map(({ name }) => name)).toEqual([
      'resolver',
      'covers',
    ])
  })
  test('is opened by the answers that lead to it, and by no other', () => {
    const relay = found(inOrder(pieceShape('iphone_settings').questions), 'privateRelay')
    if (!relay) throw new Error('not asked')
    expect(opens(relay, 'on')).toBe('1')
    expect(opens(relay, 'off_for_this_network')).toBe('1 2')
    expect(opens(relay, 'not_sure')).toBe('2')
    const lockdown = found(inOrder(pieceShape('iphone_settings').questions), 'lockdown')
    expect(lockdown && opens(lockdown, 'on')).toBeUndefined()
  })
  test('fits the stylesheet, which knows four places', () => {
    const follows = pieceIds.flatMap((piece) => {
      const { questions } = pieceShape(piece)
      const order = inOrder(questions)
      return Object.keys(questions).map((name) => found(order, name)?.follows.length ?? 0)
    })
    expect(Math.max(...follows)).toBeLessThanOrEqual(4)
  })
})
