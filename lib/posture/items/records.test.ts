import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordsRuling } from '@/lib/posture/items/facts'
import {
  allPhones,
  asForAll,
  type Belongs,
  type GroupRuling,
  recordsFor,
  recordsIn,
  strictestFirst,
  targetedPhones,
} from '@/lib/posture/items/records'

const [press, legal] = ['0b9c8a3e-5f2d-4b6a-8c1d-000000000001', '0b9c8a3e-5f2d-4b6a-8c1d-000000000002']
const sam: Belongs = { tier: 'standard', unitId: press }
const rosa: Belongs = { tier: 'highly_targeted', unitId: press }
const theo: Belongs = { tier: 'standard', unitId: null }
const ruled = (rulings: Readonly<Record<string, RecordsRuling>>): GroupRuling[] =>
  Object.entries(rulings).map(([group, ruling]) => ({ group, ruling, checkedOn: '2026-11-02' }))

describe('the ruling that holds for somebody’s phones', () => {
  test.each<[string, Belongs, Readonly<Record<string, RecordsRuling>>, RecordsRuling | null]>([
    ['nobody ruled', sam, {}, null],
    ['the one for all phones', sam, { [allPhones]: 'expiry_allowed' }, 'expiry_allowed'],
    [
      'the unit’s takes its place',
      sam,
      { [allPhones]: 'expiry_allowed', [press]: 'expiry_forbidden' },
      'expiry_forbidden',
    ],
    [
      'also where the unit’s is the laxer one',
      sam,
      { [allPhones]: 'expiry_forbidden', [press]: 'expiry_allowed' },
      'expiry_allowed',
    ],
    [
      'another unit’s does not concern them',
      sam,
      { [allPhones]: 'expiry_allowed', [legal]: 'expiry_forbidden' },
      'expiry_allowed',
    ],
    [
      'nor does that for highly targeted people',
      sam,
      { [allPhones]: 'expiry_allowed', [targetedPhones]: 'expiry_forbidden' },
      'expiry_allowed',
    ],
    [
      'highly targeted people have theirs',
      rosa,
      { [allPhones]: 'expiry_allowed', [targetedPhones]: 'expiry_forbidden' },
      'expiry_forbidden',
    ],
    [
      'who is in no unit has the one for all',
      theo,
      { [allPhones]: 'not_decided', [press]: 'expiry_allowed' },
      'not_decided',
    ],
    [
      'a group’s own holds without one for all',
      sam,
      { [press]: 'allowed_with_archive' },
      'allowed_with_archive',
    ],
    ['outside that group nobody ruled', theo, { [press]: 'allowed_with_archive' }, null],
    [
      'a group that has not decided is not decided, whatever holds for all',
      sam,
      { [allPhones]: 'expiry_allowed', [press]: 'not_decided' },
      'not_decided',
    ],
    [
      'of the two that concern Rosa the stricter holds: forbidden before not decided',
      rosa,
      { [targetedPhones]: 'not_decided', [press]: 'expiry_forbidden' },
      'expiry_forbidden',
    ],
    [
      'not decided before an archive',
      rosa,
      { [targetedPhones]: 'allowed_with_archive', [press]: 'not_decided' },
      'not_decided',
    ],
    [
      'an archive before allowed, whichever group says it',
      rosa,
      { [targetedPhones]: 'expiry_allowed', [press]: 'allowed_with_archive' },
      'allowed_with_archive',
    ],
    [
      'and the one for all is left out, strict as it may be',
      rosa,
      { [allPhones]: 'expiry_forbidden', [targetedPhones]: 'expiry_allowed', [press]: 'expiry_allowed' },
      'expiry_allowed',
    ],
  ])('%s', (_, who, rulings, holds) => {
    expect(recordsFor(who, ruled(rulings))).toBe(holds)
  })
})

describe('for whatever people and rulings there are', () => {
  const units = [press, legal]
  const order: readonly (RecordsRuling | null)[] = strictestFirst
  const anybody: fc.Arbitrary<Belongs> = fc.record({
    tier: fc.constantFrom('standard', 'highly_targeted'),
    unitId: fc.constantFrom(...units, null),
  })
  const rulings = fc
    .dictionary(fc.constantFrom(allPhones, targetedPhones, ...units), fc.constantFrom(...strictestFirst))
    .map(ruled)
  const concerns = ({ tier, unitId }: Belongs, group: string) =>
    group === unitId || (group === targetedPhones && tier === 'highly_targeted')

  test('their order does not matter', () => {
    fc.assert(
      fc.property(anybody, rulings, (who, all) => {
        expect(recordsFor(who, all.toReversed())).toBe(recordsFor(who, all))
      }),
    )
  })

  test('the ruling of a group that somebody is not in changes nothing for them', () => {
    fc.assert(
      fc.property(anybody, rulings, (who, all) => {
        const without = all.filter(({ group }) => group === allPhones || concerns(who, group))
        expect(recordsFor(who, all)).toBe(recordsFor(who, without))
      }),
    )
  })

  test('a second group of theirs never makes it laxer', () => {
    fc.assert(
      fc.property(rulings, (all) => {
        const strictness = (who: Belongs) => order.indexOf(recordsFor(who, all))
        fc.pre(all.some(({ group }) => group === targetedPhones) && all.some(({ group }) => group === press))
        expect(strictness(rosa)).toBeLessThanOrEqual(strictness(sam))
        expect(strictness(rosa)).toBeLessThanOrEqual(strictness({ ...rosa, unitId: null }))
      }),
    )
  })

  test('with nothing but the one for all, it holds for everybody', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...strictestFirst), (who, ruling) => {
        expect(recordsFor(who, ruled({ [allPhones]: ruling }))).toBe(ruling)
      }),
    )
  })
})

test('a ruling that was ended, and what is none, rules on nothing', () => {
  const said = (key: string, ruling: string, topic = 'records') => ({
    topic,
    key,
    facts: { ruling },
    confirmedOn: '2026-11-02',
  })
  expect(
    recordsIn([
      said('', 'expiry_allowed'),
      said(press, asForAll),
      said(legal, 'unanswered'),
      said('', 'expiry_forbidden', 'app_review'),
    ]),
  ).toEqual([{ group: allPhones, ruling: 'expiry_allowed', checkedOn: '2026-11-02' }])
})
