import { expect, test } from 'vitest'
import { pieceIds, pieceShape } from '@/lib/guidance/pieces'
import { answersOnceMore, claimsLook } from '@/lib/pieces/rules'

test('saying the same again claims a look wherever it moves the day of one, and nowhere else', () => {
  for (const piece of pieceIds) {
    const days = Object.entries(pieceShape(piece).questions).filter(([, { kind }]) => kind === 'day')
    const answers = Object.fromEntries(days.map(([name]) => [name, '2026-01-05']))
    const moved = Object.values(answersOnceMore(piece, answers, '2026-11-23')).includes('2026-11-23')
    expect([piece, claimsLook(piece, answers)]).toEqual([piece, moved])
    expect([piece, claimsLook(piece, {})]).toEqual([piece, false])
  }
})

test('a look is claimed for updates, linked devices, passwords, permissions and scans', () => {
  const looked = pieceIds.filter((piece) =>
    claimsLook(piece, {
      ...{ lastCheckedOn: '2026-11-01', checkedOn: '2026-11-01' },
      ...{ reviewedOn: '2026-11-01', scanReviewedOn: null },
    }),
  )
  expect(looked).toEqual(['passwords', 'linked_devices', 'updates', 'iphone_permissions', 'android_apps'])
})
