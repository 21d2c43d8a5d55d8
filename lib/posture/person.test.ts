import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/accounts/facts'
import type { ItemId } from '@/lib/guidance/codes'
import type { InventoryStatement, PersonInQuestion } from '@/lib/posture/facts'
import { rollUp } from '@/lib/posture/person-verdicts'
import { postureOf } from '@/lib/posture/rules'
import type { Judgement } from '@/lib/posture/shapes'
import {
  account,
  bareLine,
  codeOn,
  heldLine,
  idOf,
  judged,
  keyOn,
  line,
  lineId,
  methodsOff,
  row,
  sam,
  samId,
  service,
} from '@/lib/posture/statements.fixture'
import type { Category, Verdict } from '@/lib/vocabulary'

const key = { methods: methodsOff(keyOn) }
const code = { methods: methodsOff(codeOn) }
const textCode = { ...code, smsSecondFactor: 'on' } as const
const asked: readonly Category[] = [
  'email',
  'social',
  'messaging',
  'cloud',
  'finance',
  'carrier',
  'password_manager',
  'business',
  'other',
]
const complete: InventoryStatement = {
  none: asked,
  namedFirst: { microsoft: 'none', apple: 'none', google: 'none' },
  noLines: true,
  leakReviewDoneOn: '2026-11-01',
  leakReviewDoneAt: new Date('2026-11-01T10:00:00Z'),
  statedCompleteOn: '2026-11-02',
  confirmedOn: '2026-11-02',
}
const of = (person: PersonInQuestion, item: ItemId) => judged(person, item, samId)
const accounts = (...facts: Partial<AccountFacts>[]) =>
  facts.map((each, at) => account(each, { id: idOf(at + 1) }))

describe('a person’s verdict on an item', () => {
  const unit = (verdict: Verdict): Judgement => ({
    item: 'G3',
    scopeKind: 'account',
    scopeId: idOf(1),
    verdict,
    labels: [],
    nextAction: null,
    confirmedOn: null,
    enteredOn: null,
    unknownKind: verdict === 'unknown' ? 'not_sure' : null,
  })
  it.each<[Verdict[], Verdict]>([
    [['met', 'met'], 'met'],
    [['met', 'partly_met'], 'partly_met'],
    [['met', 'partly_met', 'unknown'], 'unknown'],
    [['met', 'partly_met', 'unknown', 'not_met'], 'not_met'],
    [['met', 'not_applicable'], 'met'],
    [['unknown', 'not_applicable'], 'unknown'],
    [['not_applicable'], 'unknown'],
    [[], 'unknown'],
  ])('of %j is %s', (verdicts, verdict) => {
    const units = verdicts.map(unit)
    expect(rollUp(units, false, 'add_first_account').verdict).toBe(verdict)
    expect(rollUp([...units].reverse(), false, 'add_first_account').verdict).toBe(verdict)
  })

  it('is not applicable only where nothing is in scope and the person said so', () => {
    expect(rollUp([unit('not_applicable')], true, 'add_first_account').verdict).toBe('not_applicable')
    expect(rollUp([], true, 'add_first_account').verdict).toBe('not_applicable')
    expect(rollUp([unit('met')], true, 'add_first_account').verdict).toBe('met')
  })

  it('of an empty inventory is unknown and never asked, never met', () => {
    const { judgements } = postureOf(sam([], []))
    expect(judgements.map(({ item, verdict, unknownKind }) => [item, verdict, unknownKind])).toEqual([
      ['G2.1', 'unknown', 'never_asked'],
      ['G2.2', 'unknown', 'never_asked'],
      ['G2', 'unknown', 'never_asked'],
      ['G3', 'unknown', 'never_asked'],
      ['G5', 'unknown', 'never_asked'],
    ])
    expect(judgements.every(({ confirmedOn }) => confirmedOn === null)).toBe(true)
  })

  it('rests on the oldest of its units', () => {
    const person = sam([
      account(key),
      account(key, { id: idOf(2), confirmedOn: '2026-02-03', enteredOn: '2026-02-04' }),
    ])
    expect(of(person, 'G2')).toMatchObject({
      verdict: 'met',
      confirmedOn: '2026-02-03',
      enteredOn: '2026-02-04',
    })
  })

  it('takes lines as not applicable where the person has none and says so', () => {
    expect(of(sam([], [], { inventory: complete }), 'G5').verdict).toBe('not_applicable')
    expect(of(sam([], [], { inventory: { ...complete, noLines: false } }), 'G5')).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'never_asked',
      nextAction: 'add_first_line',
    })
  })
})

describe('G2.1, the list of valuable accounts', () => {
  const listed = (inventory: InventoryStatement | null, ...categories: Category[]) =>
    of(sam(accounts(...categories.map((category) => ({ category }))), [], { inventory }), 'G2.1')

  it('is met when every kind is answered, leaks are thought through and it is called complete', () => {
    expect(listed(complete)).toMatchObject({ verdict: 'met', confirmedOn: '2026-11-01' })
    expect(listed({ ...complete, none: asked.slice(2) }, 'email', 'social').verdict).toBe('met')
  })
  it.each(['business', 'other'] as const)('asks for %s as well', (kind) => {
    const none = asked.filter((each) => each !== kind)
    expect(listed({ ...complete, none }).verdict).toBe('partly_met')
    const listedAs = kind === 'business' ? 'developer' : 'retail'
    expect(listed({ ...complete, none }, listedAs).verdict).toBe('met')
  })
  it.each([
    ['long before', '2026-10-01T08:00:00Z', 'met'],
    ['on the same day, before', '2026-11-01T09:59:59Z', 'met'],
    ['at the same moment', '2026-11-01T10:00:00Z', 'met'],
    ['on the same day, after', '2026-11-01T10:00:01Z', 'partly_met'],
    ['the day after', '2026-11-02T00:00:00Z', 'partly_met'],
  ] as const)('with an account added %s leaks were thought through is as that moment says', (_, at, is) => {
    const people = [account({}), account({}, { id: idOf(2), addedAt: new Date(at) })]
    expect(of(sam(people, [], { inventory: complete }), 'G2.1')).toMatchObject(
      is === 'met'
        ? { verdict: 'met', labels: [], nextAction: null }
        : { verdict: is, labels: ['added_since_leak_review'], nextAction: 'review_leaks_again' },
    )
  })
  it('is met where nobody knows when an account was added', () => {
    expect(of(sam([account({})], [], { inventory: complete }), 'G2.1').verdict).toBe('met')
  })
  it('is partly met when only e-mail and social media are', () => {
    expect(listed(null, 'email', 'social')).toMatchObject({
      verdict: 'partly_met',
      nextAction: 'complete_inventory',
    })
    expect(listed({ ...complete, leakReviewDoneOn: null, leakReviewDoneAt: null }).verdict).toBe('partly_met')
    expect(listed({ ...complete, statedCompleteOn: null }).verdict).toBe('partly_met')
    expect(listed({ ...complete, none: asked.filter((kind) => kind !== 'carrier') }).verdict).toBe(
      'partly_met',
    )
  })
  it('is unknown before, and a kind left open is not a kind with none', () => {
    expect(listed(null, 'email')).toMatchObject({ verdict: 'unknown', unknownKind: 'unanswered' })
    expect(listed(null)).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'never_asked',
      nextAction: 'add_first_account',
    })
  })
})

describe('G2.2, every valuable account enrolled', () => {
  const at = (id: string) => service({ id })
  type Given = [Partial<AccountFacts>, string]
  const holds = (said: Partial<InventoryStatement['namedFirst']> | null, ...given: Given[]) =>
    sam(
      given.map(([facts, id], n) => account(facts, { id: idOf(n + 1), service: at(id) })),
      [line()],
      { inventory: said && { ...complete, namedFirst: { ...complete.namedFirst, ...said } } },
    )
  const less = { value: 'less_valuable' } as const
  const noFido = { fidoOffered: 'no' } as const

  it.each<[string, Given[], Verdict]>([
    [
      'all with a key',
      [
        [key, 'google'],
        [key, 'dropbox'],
      ],
      'met',
    ],
    [
      'Google with a key, another without',
      [
        [key, 'google'],
        [code, 'dropbox'],
      ],
      'partly_met',
    ],
    [
      'Google without',
      [
        [code, 'google'],
        [key, 'dropbox'],
      ],
      'not_met',
    ],
    ['Google with a key and a text', [[{ ...key, smsSecondFactor: 'on' }, 'google']], 'partly_met'],
    [
      'Google not known',
      [
        [{ methods: methodsOff(row('passkey', 'not_sure')) }, 'google'],
        [code, 'dropbox'],
      ],
      'unknown',
    ],
    [
      'Apple without, and another not known',
      [
        [code, 'apple'],
        [{ methods: [] }, 'dropbox'],
      ],
      'not_met',
    ],
    [
      'Google with a key, another not known',
      [
        [key, 'google'],
        [{ methods: [] }, 'dropbox'],
      ],
      'unknown',
    ],
    [
      'a less valuable one without',
      [
        [key, 'google'],
        [{ ...code, ...less }, 'dropbox'],
      ],
      'met',
    ],
    ['the work account at Microsoft counts as well', [[code, 'microsoft-365']], 'not_met'],
    ['Google counts though it is called less valuable', [[{ ...code, ...less }, 'google']], 'not_met'],
    ['a less valuable Google with a key', [[{ ...key, ...less }, 'google']], 'met'],
    [
      'a less valuable Google, not sure of a key',
      [[{ methods: methodsOff(row('passkey', 'not_sure')), ...less }, 'google']],
      'unknown',
    ],
    ['none of the three, and the rest with a key', [[key, 'dropbox']], 'met'],
    ['none of the three, and one without', [[code, 'dropbox']], 'partly_met'],
    ['none that offers a key', [[{ ...code, ...noFido }, 'dropbox']], 'not_applicable'],
    ['nothing at all', [], 'not_applicable'],
  ])('with the others of the three said to be none: %s', (_, given, verdict) => {
    expect(of(holds({}, ...given), 'G2.2').verdict).toBe(verdict)
  })

  it.each<[string, PersonInQuestion, Verdict]>([
    ['met', holds({ apple: 'unanswered' }, [key, 'google'], [key, 'microsoft']), 'unknown'],
    ['partly met', holds({ apple: 'unanswered' }, [key, 'google'], [code, 'dropbox']), 'unknown'],
    ['not applicable', holds({ apple: 'unanswered' }), 'unknown'],
    ['met, with nothing said of the list', holds(null, [key, 'google'], [key, 'dropbox']), 'unknown'],
    ['not met, which stays', holds({ apple: 'unanswered' }, [code, 'google']), 'not_met'],
  ])('whoever was not asked about one of the three does not pass: %s', (_, person, verdict) => {
    expect(of(person, 'G2.2').verdict).toBe(verdict)
    if (verdict === 'unknown')
      expect(of(person, 'G2.2')).toMatchObject({
        unknownKind: 'unanswered',
        nextAction: 'complete_inventory',
      })
  })

  it('asks to add one of the three that is there and not listed, and what is listed answers by itself', () => {
    expect(of(holds({ apple: 'have' }, [key, 'google']), 'G2.2')).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'unanswered',
      labels: ['named_first_not_listed'],
      nextAction: 'add_named_first',
    })
    expect(postureOf(holds({ apple: 'have' }, [key, 'google'])).person.changes).toContainEqual(
      expect.objectContaining({ action: 'add_named_first', scopeKind: 'person' }),
    )
    expect(of(holds({ apple: 'have' }, [key, 'apple']), 'G2.2').verdict).toBe('met')
    expect(of(holds({ apple: 'none' }, [code, 'apple']), 'G2.2').verdict).toBe('not_met')
  })

  it('rests on the day the three were answered too', () => {
    const recent = account(key, { service: at('google'), confirmedOn: '2026-11-20' })
    expect(of(sam([recent], [], { inventory: complete }), 'G2.2').confirmedOn).toBe('2026-11-02')
  })

  it('is never asked where nothing is listed and nothing was said', () => {
    expect(of(holds(null), 'G2.2')).toMatchObject({ verdict: 'unknown', unknownKind: 'never_asked' })
  })
})

describe('the counts of a person', () => {
  const noFido = service({ fidoOffered: false, passkeyUse: [], methods: ['authenticator_code', 'sms_code'] })
  const person = sam(
    [
      account(textCode, { id: idOf(1) }),
      account(key, { id: idOf(2) }),
      account(
        { smsSecondFactor: 'on', smsSecondFactorRemovable: 'no', phoneLine: null },
        { id: idOf(3), service: noFido },
      ),
      account({ ...code, value: 'less_valuable' }, { id: idOf(4) }),
      account({ signsInBy: 'another_account', throughAccountId: idOf(2) }, { id: idOf(5) }),
      account({ ...code, smsRecovery: 'not_sure' }, { id: idOf(6) }),
      account({ ...code, mailboxRecovery: 'on', recoveryMailboxes: [idOf(1)] }, { id: idOf(7) }),
    ],
    [
      line(bareLine),
      line(heldLine, { id: idOf(102) }),
      line({ accountPin: 'carrier_does_not_offer' }, { id: idOf(103) }),
      line({ kind: 'app_number' }, { id: idOf(104) }),
      line({ accountPin: 'unanswered' }, { id: idOf(105) }),
    ],
  )
  const { person: standing } = postureOf(person)

  it('add up what the totals of leadership need', () => {
    expect(standing).toMatchObject({
      accounts: 7,
      lines: 5,
      highValue: 6,
      highValueWithFido: 2,
      highValueFidoOffered: 5,
      smsSecondFactor: 2,
      weakFallback: 1,
      smsForced: 1,
      smsAnywhere: true,
      opensByNumber: 3,
      linesWithPin: 1,
      linesPinPossible: 3,
      linesCarrierOffersNone: 1,
      linesPinNotMet: 1,
      exposedByNumber: true,
      level: null,
      atBest: 1,
    })
  })

  it('count a person as exposed only where the number without PIN is the one that gets the texts', () => {
    const exposed = (facts: Partial<AccountFacts>, ...lines: Parameters<typeof sam>[1] & object) =>
      postureOf(sam([account(facts)], lines)).person.exposedByNumber
    expect(exposed(textCode, line(bareLine))).toBe(true)
    expect(exposed({ ...key, smsRecovery: 'on_forced_by_service' }, line(bareLine))).toBe(true)
    expect(exposed(textCode, line(heldLine))).toBe(false)
    expect(exposed(textCode, line(heldLine), line(bareLine, { id: idOf(102) }))).toBe(false)
    expect(exposed(code, line(bareLine))).toBe(false)
    expect(exposed(textCode, line({ accountPin: 'not_sure' }))).toBe(false)
  })

  it('know the level of a person as soon as one account is known to be open', () => {
    const blank = account({ methods: [], smsSecondFactor: 'unanswered' }, { id: idOf(2) })
    expect(postureOf(sam([account({}), blank])).person).toMatchObject({ level: 0, atBest: 0 })
    expect(postureOf(sam([account(code), blank])).person).toMatchObject({ level: null, atBest: 2 })
    expect(postureOf(sam([account(code), account(key, { id: idOf(2) })])).person).toMatchObject({
      level: 2,
      atBest: 2,
    })
  })

  it('tell the open questions apart by kind', () => {
    const open = postureOf(
      sam([account({ ...code, smsRecovery: 'not_sure' })], [line({ ...heldLine, accountPin: 'unanswered' })]),
    )
    expect(open.person.notSure).toBe(1)
    expect(open.person.unanswered).toBe(2)
    expect(
      open.judgements.filter(({ unknownKind }) => unknownKind === 'unanswered').map(({ item }) => item),
    ).toContain('G5.0')
    expect(open.judgements.find(({ item, scopeId }) => item === 'G5.0' && scopeId === lineId)?.verdict).toBe(
      'unknown',
    )
  })
})
