import { describe, expect, test } from 'vitest'
import { noRulings, type PersonInPieces } from '@/lib/posture/items/facts'
import { judgePieces } from '@/lib/posture/items/rules'
import { hardwareIn } from '@/lib/posture/items/rulings'
import { hardwareVectors, model } from '@/lib/posture/items/vectors/phones.fixture'
import {
  expectedOf,
  judgedVector,
  outcomeOf,
  today,
  type Vector,
} from '@/lib/posture/items/vectors/vector.fixture'

test.each(hardwareVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

describe('with the clock moved and nothing said', () => {
  const bought: Vector = {
    item: 'G7.0',
    piece: 'this_phone',
    says: 'the latest when it was bought',
    answers: { usedFor: 'work', providedBy: 'own', boughtOn: '2026-02' },
    phone: { hardware: model },
    verdict: 'met',
  }
  test('a phone stays met through every new model, and turns when its support ends', () => {
    const on = (day: string) => judgedVector({ ...bought, context: { today: day } }).verdict
    expect([today, '2028-10-01', '2031-09-30', '2031-10-01'].map(on)).toEqual([
      'met',
      'met',
      'met',
      'not_met',
    ])
  })
})

test('trap: standing in the list of recommended models is written down and judged by nothing', () => {
  const answers = { usedFor: 'work', providedBy: 'own', boughtOn: '2025-10' } as const
  const judged = ['yes', 'no', 'not_sure', 'unanswered'].flatMap((aerListed) =>
    (['monthly_or_better', 'less_often'] as const).map((updateFrequency) => {
      const facts = { ...model, platform: 'android', updateFrequency, aerListed }
      const statement = { topic: 'hardware', key: 'harbour', facts, confirmedOn: '2026-11-02' }
      const phone = { hardware: hardwareIn([statement], 'harbour') }
      return `${updateFrequency} ${judgedVector({ item: 'A1', piece: 'this_phone', says: '', answers: { platform: 'android', ...answers }, phone, verdict: 'met' }).verdict}`
    }),
  )
  expect(new Set(judged)).toEqual(new Set(['monthly_or_better met', 'less_often partly_met']))
})

test('Rosa’s two phones are judged apart, and no Android item is asked of her iPhone', () => {
  const said = (platform: 'iphone' | 'android') => ({
    this_phone: {
      facts: {
        platform,
        providedBy: 'own',
        usedFor: 'both',
        managed: 'no',
        boughtOn: '2025-10',
        generation: 'unanswered',
      } as const,
      confirmedOn: today,
      enteredOn: today,
      guidanceVersion: '2.0',
    },
  })
  const rosa: PersonInPieces = {
    id: 'rosa',
    tier: 'highly_targeted',
    askedOn: '2026-11-02',
    said: {},
    phones: [
      { id: 'one', hardware: model, modelNamed: false, said: said('iphone') },
      { id: 'two', hardware: { ...model, platform: 'android' }, modelNamed: false, said: said('android') },
    ],
    apps: [],
    saidNone: { phone: null, app: null },
    vaultAccounts: { apple: null, google: null },
  }
  const context = { today, daysToBegin: { standard: 30, highly_targeted: 14 }, rulings: noRulings }
  const judged = judgePieces(rosa, context).filter(({ item }) => item === 'A1' || item === 'G7.0')
  expect(judged.map(({ item, scopeId, verdict }) => `${scopeId} ${item} ${verdict}`)).toEqual([
    'one G7.0 met',
    'two G7.0 met',
    'two A1 met',
  ])
})
