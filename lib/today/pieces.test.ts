import { describe, expect, test } from 'vitest'
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import type { PieceId } from '@/lib/guidance/pieces'
import { pieceShape } from '@/lib/guidance/pieces'
import type { Change } from '@/lib/posture/shapes'
import { keyOf, notPutOff, type Offer, offersInOrder } from '@/lib/today/pieces'
import type { Tier } from '@/lib/vocabulary'

const [mailboxId, bankId, phoneId, samId] = ['mailbox', 'bank', 'phone', 'sam']
const change = (action: Change['action'], scopeId: string, closes: number): Change => ({
  ...{ action, scopeId, closes },
  scopeKind: 'account',
  accounts: [scopeId],
  inReach: true,
  minutes: 5,
})
type Known = Parameters<typeof offersInOrder>[0]['pieces'][number]
const piece = (id: PieceId, more: Partial<Known> = {}): Known => ({
  piece: id,
  of: pieceShape(id).of,
  scopeId: pieceShape(id).of === 'person' ? samId : phoneId,
  state: 'not_asked',
  open: 'never_asked',
  verdicts: [],
  ...more,
})
const notMet: Partial<Known> = {
  state: 'done',
  open: null,
  verdicts: [{ item: 'G1.4', verdict: 'not_met', labels: [], nextAction: 'protect_recovery_mailbox' }],
}
const offers = (
  changes: readonly Change[],
  pieces: readonly Known[],
  more: { tier?: Tier; missing?: { phone: boolean; app: boolean } } = {},
) =>
  offersInOrder({
    ...{ tier: 'standard', personId: samId, changes, pieces },
    ...{ missing: { phone: false, app: false }, ...more },
  })
const told = (list: readonly Offer[]) =>
  list.map(
    (offer) =>
      `${offer.kind} ${offer.kind === 'change' || offer.kind === 'list' ? keyOf(offer).action : offer.piece}`,
  )

test('an older phone that is supported urges nobody to buy another, and one without support does', () => {
  const phone = (verdict: 'partly_met' | 'not_met', nextAction: ActionCode) =>
    offers(
      [],
      [piece('this_phone', { ...notMet, verdicts: [{ item: 'G7.0', verdict, labels: [], nextAction }] })],
    )
  expect(told(phone('partly_met', 'choose_latest_next_time'))).toEqual([])
  expect(told(phone('not_met', 'note_for_next_phone'))).toEqual([])
  expect(told(phone('not_met', 'replace_phone'))).toEqual(['mend this_phone'])
})

test('who is told that nothing more is asked without iCloud+ is not urged to ask for it', () => {
  const iphone = (verdict: 'partly_met' | 'not_met', label: LabelCode) =>
    offers(
      [],
      [
        piece('iphone_settings', {
          ...{ state: 'done', open: null },
          verdicts: [
            { item: 'I3', verdict, labels: [label], nextAction: null },
            {
              item: 'I4',
              verdict: 'not_met',
              labels: ['needs_paid_plan'],
              nextAction: 'ask_for_icloud_plus',
            },
          ],
        }),
      ],
    )
  expect(told(iphone('partly_met', 'complete_without_icloud_plus'))).toEqual([])
  expect(told(iphone('not_met', 'not_encrypted_dns'))).toEqual(['mend iphone_settings'])
})

describe('what Sam is offered next', () => {
  const changes = [change('turn_off_sms', mailboxId, 4), change('turn_off_sms', bankId, 2)]

  test('is what closes most, then what is not met, then what was never asked, then what grows old', () => {
    const list = offers(
      [...changes, change('complete_inventory', samId, 0)],
      [
        piece('passwords', { state: 'old', open: null }),
        piece('odd_event'),
        piece('odd_messages', notMet),
        piece('vpn', { state: 'begun', open: 'unanswered' }),
      ],
    )
    expect(told(list)).toEqual([
      'change turn_off_sms',
      'change turn_off_sms',
      'mend odd_messages',
      'ask odd_event',
      'ask vpn',
      'change complete_inventory',
      'again passwords',
    ])
  })

  test('is the next best while that is put off, for that very account only', () => {
    const list = offers(changes, [])
    const off = (action: Change['action'], scopeId: string) =>
      notPutOff(list, [{ action, scopeId, piece: '' }])[0]
    expect(off('turn_off_sms', mailboxId)).toEqual({ kind: 'change', change: changes[1] })
    expect(off('add_key_or_passkey', mailboxId)).toEqual({ kind: 'change', change: changes[0] })
  })

  test('a piece that is put off leaves the other pieces of the same phone', () => {
    const list = offers([], [piece('updates'), piece('vpn')])
    const left = notPutOff(list, [{ action: 'answer_piece', scopeId: phoneId, piece: 'updates' }])
    expect(told(left)).toEqual(['ask vpn'])
  })

  test('is nothing once everything is put off, and nothing where all is known and met', () => {
    expect(
      notPutOff(offers([], [piece('vpn')]), [{ action: 'answer_piece', scopeId: phoneId, piece: 'vpn' }]),
    ).toEqual([])
    expect(offers([], [piece('vpn', { state: 'done', open: null })])).toEqual([])
  })

  test('is to list the phone and the messaging app before questions about habits', () => {
    expect(told(offers([], [piece('passwords')], { missing: { phone: true, app: true } }))).toEqual([
      'list add_first_phone',
      'list add_first_app',
      'ask passwords',
    ])
  })

  test('of somebody highly targeted begins with what attackers of that kind use', () => {
    const pieces = [piece('updates'), piece('iphone_settings'), piece('private_talk')]
    expect(told(offers([], pieces, { tier: 'highly_targeted' }))).toEqual([
      'ask private_talk',
      'ask iphone_settings',
      'ask updates',
    ])
    expect(told(offers([], pieces))).toEqual(['ask updates', 'ask private_talk', 'ask iphone_settings'])
  })
})
