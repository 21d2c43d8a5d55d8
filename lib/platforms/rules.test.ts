import { describe, expect, test } from 'vitest'
import type { Register } from '@/lib/platforms/facts'
import { circumstances, good, ids, judged, register, today } from '@/lib/platforms/register.fixture'
import { judgeRegister } from '@/lib/platforms/rules'
import { textsAreAll } from '@/lib/platforms/sign-ins'
import { type RegisterItem, registerItems } from '@/lib/platforms/wholes'
import { wholeOrganisation } from '@/lib/posture/organisation'
import { serviceById } from '@/lib/services/catalogue'
import { type UnknownKind, type Verdict, verdicts } from '@/lib/vocabulary'

type Expected = {
  verdict: Verdict
  unknownKind?: UnknownKind
  labels?: string[]
  next?: string | null
  about?: string | null
}
type Vector = [says: string, item: RegisterItem, register: Partial<Register>, expected: Expected, on?: string]

const texts = good.account({ methods: ['sms_code'] })
const bare = good.account({ shows: 'password_only', methods: [] })
/** The day on which an answer of 2 November is old, by the interval of 90 days. */
const after90 = '2027-02-01'
const after365 = '2027-11-03'

/** At least one for each verdict that an item can give, and one for each trap of section 11. */
const vectors: Vector[] = [
  // ── is anything sent at all ──
  ...registerItems.map(
    (item): Vector => [
      'nothing is sent',
      item,
      { sending: good.sending({ sends: 'no' }) },
      { verdict: 'not_applicable', next: null },
    ],
  ),
  ...registerItems.map(
    (item): Vector => [
      'nobody is sure whether anything is sent',
      item,
      { sending: good.sending({ sends: 'not_sure' }) },
      { verdict: 'unknown', unknownKind: 'not_sure', next: 'say_whether_messages_are_sent' },
    ],
  ),
  ...registerItems.map(
    (item): Vector => [
      'nobody has said whether anything is sent',
      item,
      { sending: null },
      { verdict: 'unknown', unknownKind: 'unanswered', next: 'say_whether_messages_are_sent' },
    ],
  ),
  [
    'that nothing is sent was said too long ago',
    'C1',
    { sending: good.sending({ sends: 'no' }) },
    {
      verdict: 'unknown',
      unknownKind: 'old',
      labels: ['was_not_applicable'],
      next: 'say_whether_messages_are_sent',
    },
    after365,
  ],

  // ── C1 ──
  ['everybody has a second step', 'C1', {}, { verdict: 'met', labels: [], next: null }],
  [
    'one sign-in asks for nothing more than a password',
    'C1',
    { accounts: [good.account(), { ...bare, id: ids.nora }] },
    { verdict: 'not_met', next: 'turn_on_second_step', about: ids.nora },
  ],
  [
    'a security question is no second step',
    'C1',
    { accounts: [good.account({ methods: ['security_questions'] })] },
    { verdict: 'not_met', next: 'turn_on_second_step' },
  ],
  [
    'something else may be as good as anything, or no better than a password',
    'C1',
    { accounts: [good.account({ methods: ['other'] })] },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_sign_in' },
  ],
  [
    'not all other staff have a second step',
    'C1',
    { staff: good.staff({ withMfa: 31 }) },
    { verdict: 'partly_met', labels: ['others_without_mfa'], next: 'turn_on_for_others' },
  ],
  [
    'nobody has counted the other staff',
    'C1',
    { staff: null },
    { verdict: 'unknown', unknownKind: 'unanswered', labels: ['met_so_far'], next: 'count_other_staff' },
  ],
  ['there is no other staff', 'C1', { staff: good.staff({ withMfa: 0, people: 0 }) }, { verdict: 'met' }],
  [
    'the list of who can sign in is empty',
    'C1',
    { accounts: [] },
    { verdict: 'unknown', unknownKind: 'unanswered', labels: ['list_incomplete'], next: 'list_everyone' },
  ],
  [
    'no platform is listed',
    'C1',
    { platforms: [], accounts: [] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'add_platform' },
  ],
  [
    'not everybody is listed',
    'C1',
    { platforms: [good.platform({ allListed: 'no' })] },
    { verdict: 'unknown', unknownKind: 'unanswered', labels: ['list_incomplete'], next: 'list_everyone' },
  ],
  [
    'nobody is sure whether everybody is listed, and somebody has no second step',
    'C1',
    { platforms: [good.platform({ allListed: 'not_sure' })], accounts: [bare] },
    { verdict: 'not_met', next: 'turn_on_second_step' },
  ],
  [
    'nobody is sure what one shows',
    'C1',
    { accounts: [good.account({ shows: 'not_sure', methods: [] })] },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_sign_in' },
  ],
  [
    'nobody knows what one shows, and the platform makes everybody show a second step',
    'C1',
    {
      platforms: [good.platform({ mfaRequired: 'yes' })],
      accounts: [good.account({ shows: 'not_sure', methods: [] })],
    },
    { verdict: 'met', labels: ['required_by_platform'] },
  ],
  [
    'the platform has no second step to offer',
    'C1',
    { platforms: [good.platform({ mfaRequired: 'not_offered' })], accounts: [bare] },
    { verdict: 'not_met', labels: ['platform_offers_no_mfa'], next: 'move_platform' },
  ],
  [
    'the platform has none to offer, and the employer’s own sign-in stands before it',
    'C1',
    {
      platforms: [good.platform({ mfaRequired: 'not_offered' })],
      accounts: [good.account({ signsInBy: 'employer_single_sign_on', methods: ['passkey'] })],
    },
    { verdict: 'met' },
  ],
  [
    'trap: the text message that is all Sinch offers meets the summary, by this product’s reading',
    'C1',
    { platforms: [good.platform({ serviceId: 'sinch' })], accounts: [texts] },
    { verdict: 'met', labels: ['our_reading'] },
  ],
  [
    'trap: and does not meet the guidance',
    'C1.cisa',
    { platforms: [good.platform({ serviceId: 'sinch' })], accounts: [texts] },
    {
      verdict: 'not_met',
      labels: ['sms_is_all_it_offers', 'service_offers_no_fido'],
      next: 'move_platform',
      about: ids.kim,
    },
  ],
  [
    'trap: who left can still sign in, whatever they show',
    'C1',
    { accounts: [good.account({ heldBy: 'former_staff' })] },
    { verdict: 'met', labels: ['former_staff'], next: 'end_sign_in', about: ids.kim },
  ],
  [
    'trap: several share one log-in',
    'C1',
    { accounts: [good.account({ heldBy: 'shared_login' })] },
    { verdict: 'met', labels: ['shared_login'], next: 'give_each_their_own' },
  ],
  [
    'it was said too long ago',
    'C1',
    {
      sending: good.sending({}, { confirmedOn: '2027-01-15' }),
      staff: good.staff({}, { confirmedOn: '2027-01-15' }),
    },
    { verdict: 'unknown', unknownKind: 'old', labels: ['was_met'], next: 'confirm_again' },
    after90,
  ],
  [
    'who left, and it was said too long ago: the sign-in still has to end',
    'C1',
    { accounts: [good.account({ heldBy: 'former_staff' })] },
    { verdict: 'unknown', unknownKind: 'old', next: 'end_sign_in' },
    after90,
  ],

  // ── C1, by CISA's General 2 and 3 ──
  [
    'a code app where no key is offered',
    'C1.cisa',
    {},
    { verdict: 'met', labels: ['service_offers_no_fido'], next: 'move_elsewhere' },
  ],
  [
    'a code app where a key is offered',
    'C1.cisa',
    { platforms: [good.platform({ serviceId: null, fidoOffered: 'yes' })] },
    { verdict: 'not_met', next: 'add_key_or_passkey' },
  ],
  [
    'a key and nothing weaker',
    'C1.cisa',
    {
      platforms: [good.platform({ serviceId: null, fidoOffered: 'yes' })],
      accounts: [good.account({ methods: ['fido_security_key'] })],
    },
    { verdict: 'met', labels: [] },
  ],
  [
    'a key, and a text message that can reset it',
    'C1.cisa',
    {
      platforms: [good.platform({ serviceId: null, fidoOffered: 'yes' })],
      accounts: [good.account({ methods: ['fido_security_key'], smsRecovery: 'on_can_be_removed' })],
    },
    { verdict: 'partly_met', labels: ['recovery_by_sms'], next: 'remove_number_from_recovery' },
  ],
  [
    'nobody has said what a platform of its own name offers',
    'C1.cisa',
    { platforms: [good.platform({ serviceId: null })] },
    { verdict: 'unknown', unknownKind: 'unanswered' },
  ],
  [
    'the platform makes everybody show something, and nobody knows what',
    'C1.cisa',
    {
      platforms: [good.platform({ mfaRequired: 'yes' })],
      accounts: [good.account({ shows: 'not_sure', methods: [] })],
    },
    { verdict: 'unknown', unknownKind: 'not_sure' },
  ],
  [
    'the list is empty',
    'C1.cisa',
    { accounts: [] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'list_everyone' },
  ],

  // ── C2a, watching ──
  ['each key is watched and was looked at', 'C2a', {}, { verdict: 'met', next: null }],
  [
    'nobody watches a key',
    'C2a',
    { credentials: [good.credential({ watched: 'no' })] },
    { verdict: 'not_met', next: 'watch_credential', about: ids.key },
  ],
  [
    'a watched key was never looked at',
    'C2a',
    { credentials: [good.credential({ lastLookedOn: null })] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'look_at_credential' },
  ],
  [
    'it was looked at too long ago',
    'C2a',
    {},
    { verdict: 'unknown', unknownKind: 'old', labels: ['was_met'], next: 'look_at_credential' },
    after90,
  ],
  [
    'nobody is sure whether it is watched',
    'C2a',
    { credentials: [good.credential({ watched: 'not_sure' })] },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_credential' },
  ],
  [
    'there is no key',
    'C2a',
    { credentials: [], interfaces: good.interfaces({ credentials: 'no' }) },
    { verdict: 'not_applicable' },
  ],
  [
    'there is a key and it is not listed',
    'C2a',
    { credentials: [] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'add_credential' },
  ],
  [
    'nobody has said whether there is one',
    'C2a',
    { credentials: [], interfaces: null },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'say_whether_keys_exist' },
  ],

  // ── C2b, compromise ──
  ['no sign of compromise', 'C2b', {}, { verdict: 'met', labels: [] }],
  [
    'suspected, and nothing was done: not met at once',
    'C2b',
    { credentials: [good.credential({ compromise: 'suspected' })] },
    { verdict: 'not_met', labels: ['action_missing'], next: 'act_on_compromise', about: ids.key },
  ],
  [
    'confirmed, and nothing was done',
    'C2b',
    { credentials: [good.credential({ compromise: 'confirmed' })] },
    { verdict: 'not_met', labels: ['action_missing'], next: 'act_on_compromise' },
  ],
  [
    'a suspicion without an action does not grow old',
    'C2b',
    { credentials: [good.credential({ compromise: 'suspected' })] },
    { verdict: 'not_met', next: 'act_on_compromise' },
    after365,
  ],
  [
    'confirmed, and acted on',
    'C2b',
    { credentials: [good.credential({ compromise: 'confirmed', actionOn: '2026-11-03' })] },
    { verdict: 'met', labels: ['action_taken'] },
  ],
  [
    'nobody is sure',
    'C2b',
    { credentials: [good.credential({ compromise: 'not_sure' })] },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_credential' },
  ],
  [
    'nobody has looked lately',
    'C2b',
    {},
    { verdict: 'unknown', unknownKind: 'old', labels: ['was_met'] },
    after90,
  ],
  [
    'there is no key',
    'C2b',
    { credentials: [], interfaces: good.interfaces({ credentials: 'no' }) },
    { verdict: 'not_applicable' },
  ],

  // ── C2c, agreements ──
  ['signed, in force, all three clauses', 'C2c', {}, { verdict: 'met', labels: [], next: null }],
  [
    'nothing is said of sharing',
    'C2c',
    { thirdParties: [good.third_party({ coversSharing: 'no' })] },
    { verdict: 'partly_met', labels: ['clause_missing'], next: 'complete_agreement', about: ids.agency },
  ],
  [
    'nobody has read whether it covers protection',
    'C2c',
    { thirdParties: [good.third_party({ coversProtection: 'unanswered' })] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'look_at_agreement' },
  ],
  [
    'access without an agreement',
    'C2c',
    { thirdParties: [good.third_party({ agreement: 'not_signed' })] },
    { verdict: 'not_met', next: 'sign_agreement' },
  ],
  [
    'it ended yesterday',
    'C2c',
    { thirdParties: [good.third_party({ endsOn: '2026-11-22' })] },
    { verdict: 'not_met', labels: ['agreement_ended'], next: 'renew_agreement' },
  ],
  [
    'it counts on its last day, and says that it ends',
    'C2c',
    { thirdParties: [good.third_party({ endsOn: today })] },
    { verdict: 'met', labels: ['agreement_ends_soon'], next: 'renew_agreement' },
  ],
  [
    'nobody is sure whether one was signed',
    'C2c',
    { thirdParties: [good.third_party({ agreement: 'not_sure' })] },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_agreement' },
  ],
  [
    'no third party has access',
    'C2c',
    { thirdParties: [], interfaces: good.interfaces({ thirdParties: 'no' }) },
    { verdict: 'not_applicable' },
  ],
  [
    'trap: an agency that signs in is a third party, whatever was said',
    'C2c',
    {
      thirdParties: [],
      interfaces: good.interfaces({ thirdParties: 'no' }),
      accounts: [good.account({ heldBy: 'agency' })],
    },
    { verdict: 'unknown', unknownKind: 'unanswered', labels: ['agency_not_listed'], next: 'add_third_party' },
  ],
  [
    'trap: an agency that signs in is not met by the agreement with somebody else',
    'C2c',
    { accounts: [good.account({ heldBy: 'agency' })] },
    {
      verdict: 'unknown',
      unknownKind: 'unanswered',
      labels: ['agency_not_listed'],
      next: 'name_the_agency',
      about: ids.kim,
    },
  ],
  [
    'trap: nor by one that is no longer in the register, and a clause that is missing elsewhere is told with it',
    'C2c',
    {
      accounts: [good.account({ heldBy: 'agency', thirdPartyId: ids.nora })],
      thirdParties: [good.third_party({ agreement: 'not_signed' })],
    },
    { verdict: 'not_met', next: 'sign_agreement' },
  ],
  [
    'an agency that signs in, named among the third parties, with an agreement',
    'C2c',
    { accounts: [good.account({ heldBy: 'agency', thirdPartyId: ids.agency })] },
    { verdict: 'met', labels: [] },
  ],

  // ── C2, the worst of the three ──
  ['all three are met', 'C2', {}, { verdict: 'met' }],
  [
    'one clause is missing',
    'C2',
    { thirdParties: [good.third_party({ coversUse: 'no' })] },
    { verdict: 'partly_met', next: 'complete_agreement' },
  ],
  [
    'one key is suspected',
    'C2',
    { credentials: [good.credential({ compromise: 'suspected', watched: 'not_sure' })] },
    { verdict: 'not_met', next: 'act_on_compromise' },
  ],
  [
    'one answer is missing',
    'C2',
    { thirdParties: [good.third_party({ agreement: 'unanswered' })] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'look_at_agreement' },
  ],
  [
    'no third party, and everything else is met',
    'C2',
    { thirdParties: [], interfaces: good.interfaces({ thirdParties: 'no' }) },
    { verdict: 'met' },
  ],
  [
    'neither keys nor third parties',
    'C2',
    {
      credentials: [],
      thirdParties: [],
      interfaces: good.interfaces({ credentials: 'no', thirdParties: 'no' }),
    },
    { verdict: 'not_applicable' },
  ],

  // ── C3 ──
  ['both are watched, and there was an audit', 'C3', {}, { verdict: 'met', next: null }],
  [
    'one of the two is watched',
    'C3',
    { monitoring: good.monitoring({ unwantedWatched: 'no' }) },
    { verdict: 'partly_met', labels: [], next: 'name_a_watcher' },
  ],
  [
    'activity is watched in part',
    'C3',
    { monitoring: good.monitoring({ activityWatched: 'partly' }) },
    { verdict: 'partly_met', next: 'name_a_watcher' },
  ],
  [
    'trap: “regular” has no interval in the text; the last audit lies before the organisation’s own',
    'C3',
    { monitoring: good.monitoring({ lastAuditOn: '2026-08-24' }) },
    { verdict: 'partly_met', labels: ['audit_old'], next: 'hold_an_audit' },
  ],
  [
    'there was no audit',
    'C3',
    { monitoring: good.monitoring({ audited: 'no', lastAuditOn: null }) },
    { verdict: 'partly_met', labels: ['audit_missing'], next: 'hold_an_audit' },
  ],
  [
    'nobody has said whether there was one',
    'C3',
    { monitoring: good.monitoring({ audited: 'unanswered', lastAuditOn: null }) },
    { verdict: 'unknown', unknownKind: 'unanswered', labels: ['met_so_far'], next: 'look_at_monitoring' },
  ],
  [
    'nobody watches, audit or not',
    'C3',
    { monitoring: good.monitoring({ activityWatched: 'no', unwantedWatched: 'no' }) },
    { verdict: 'not_met', next: 'name_a_watcher' },
  ],
  [
    'something happened and nothing was done',
    'C3',
    { events: [good.event({ actionOn: null })] },
    { verdict: 'not_met', labels: ['event_without_action'], next: 'act_on_event' },
  ],
  ['something happened and was dealt with', 'C3', { events: [good.event()] }, { verdict: 'met' }],
  [
    'nobody is sure who watches',
    'C3',
    { monitoring: good.monitoring({ activityWatched: 'not_sure' }) },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'look_at_monitoring' },
  ],
  [
    'nobody was asked',
    'C3',
    { monitoring: null },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'look_at_monitoring' },
  ],

  // ── C4 ──
  ['everybody was there', 'C4', {}, { verdict: 'met', labels: [], next: null }],
  [
    'not everybody was there',
    'C4',
    { trainings: [good.training({ people: 9 })] },
    { verdict: 'partly_met', labels: ['not_everybody_reached'], next: 'reach_everybody' },
  ],
  [
    'two halves may be the same half',
    'C4',
    { trainings: [good.training({ people: 6 }), { ...good.training({ people: 6 }), id: ids.nora }] },
    { verdict: 'partly_met', labels: ['not_everybody_reached', 'sessions_may_overlap'] },
  ],
  [
    'trap: the audience is the team; who can sign in is enough to be met, and it is said',
    'C4',
    { trainings: [good.training({ audience: 'platform_users' })] },
    { verdict: 'met', labels: ['only_platform_users'] },
  ],
  [
    'others were trained',
    'C4',
    { trainings: [good.training({ audience: 'some_others' })] },
    { verdict: 'partly_met', labels: ['not_everybody_reached'], next: 'reach_everybody' },
  ],
  [
    'nobody came',
    'C4',
    { trainings: [good.training({ people: 0 })] },
    { verdict: 'not_met', next: 'hold_a_training' },
  ],
  [
    'none was given',
    'C4',
    { trainings: [], teaching: good.teaching({ given: 'no' }) },
    { verdict: 'not_met', next: 'hold_a_training' },
  ],
  [
    'nobody is sure whether one was given',
    'C4',
    { trainings: [], teaching: good.teaching({ given: 'not_sure' }) },
    { verdict: 'unknown', unknownKind: 'not_sure', next: 'add_training' },
  ],
  [
    'nothing was said',
    'C4',
    { trainings: [] },
    { verdict: 'unknown', unknownKind: 'unanswered', next: 'add_training' },
  ],
  [
    'it lies more than a year back',
    'C4',
    { sending: good.sending({}, { confirmedOn: '2027-10-01' }) },
    { verdict: 'unknown', unknownKind: 'old', labels: ['was_met'], next: 'hold_a_training' },
    after365,
  ],
]

describe('the register is judged', () => {
  test.each(vectors)('%s: %s', (_, item, of, expected, on) => {
    const { verdict, unknownKind, labels, nextAction, about } = judged(of, item, on ? { on } : {})
    const found = { verdict, unknownKind, labels, next: nextAction, about }
    expect(found).toMatchObject({ ...expected, unknownKind: expected.unknownKind ?? null })
  })

  /** What an item cannot come to, and why. */
  const never: Partial<Record<RegisterItem, Partial<Record<Verdict, string>>>> = {
    C2a: { partly_met: 'a key is watched or it is not' },
    C2b: { partly_met: 'something was done or it was not' },
  }
  test.each(registerItems)('%s has a vector for each verdict that it can give', (item) => {
    const shown = new Set(vectors.filter(([, of]) => of === item).map(([, , , { verdict }]) => verdict))
    const missing = verdicts.filter((verdict) => !shown.has(verdict) && !never[item]?.[verdict])
    expect(missing).toEqual([])
  })
})

describe('each thing in the register is judged by itself', () => {
  test('a sign-in by text message under both texts, a key, an agreement', () => {
    const of: Partial<Register> = {
      platforms: [good.platform({ serviceId: 'plivo' })],
      accounts: [texts],
      credentials: [good.credential({ watched: 'no' })],
      thirdParties: [good.third_party({ agreement: 'ended' })],
    }
    const one = (item: RegisterItem, scopeId: string) => judged(of, item, { scopeId }).verdict
    expect([one('C1', ids.kim), one('C1.cisa', ids.kim)]).toEqual(['met', 'not_met'])
    expect([one('C2a', ids.key), one('C2b', ids.key), one('C2c', ids.agency)]).toEqual([
      'not_met',
      'met',
      'not_met',
    ])
  })

  test('a platform that offers nothing but texts is known as one', () => {
    expect(['sinch', 'plivo', 'twilio', 'telnyx'].map((id) => textsAreAll(serviceById(id)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('a sign-in whose platform was taken out is not judged', () => {
    const judgements = judgeRegister(register({ platforms: [] }), circumstances())
    expect(judgements.filter(({ scopeKind }) => scopeKind === 'platform_account')).toEqual([])
  })

  test('nothing is told of single things while it is not known whether messages are sent', () => {
    const judgements = judgeRegister(register({ sending: good.sending({ sends: 'no' }) }), circumstances())
    expect(judgements.map(({ item, scopeId }) => [item, scopeId])).toEqual(
      registerItems.map((item) => [item, wholeOrganisation]),
    )
  })
})

describe('the day a verdict turns', () => {
  const turning = (item: RegisterItem, of: Partial<Register> = {}) => judged(of, item).turnsOn

  test('is the day after the first interval or agreement on which it rests ends', () => {
    expect(turning('C1')).toBe(after90)
    expect(turning('C2a')).toBe(after90)
    expect(turning('C4')).toBe(after365)
    const ending = { thirdParties: [good.third_party({ endsOn: '2027-01-31' })] }
    expect(turning('C2c', ending)).toBe('2027-01-01')
    expect(judged(ending, 'C2c', { on: '2027-01-01' })).toMatchObject({
      labels: ['agreement_ends_soon'],
      turnsOn: '2027-02-01',
    })
    expect(judged(ending, 'C2c', { on: '2027-02-01' })).toMatchObject({ verdict: 'not_met', turnsOn: null })
  })

  test('is none for what stays as it is until somebody says something', () => {
    expect(turning('C2b', { credentials: [good.credential({ compromise: 'suspected' })] })).toBeNull()
    expect(turning('C1', { sending: null })).toBeNull()
  })

  test('is the first on which it differs: the day before it is the same, on that day it is not', () => {
    const body = ({ verdict, labels, unknownKind, nextAction }: ReturnType<typeof judged>) =>
      JSON.stringify([verdict, labels, unknownKind, nextAction])
    const before = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    const seen: (string | null)[] = []
    for (const [, item, of, , on] of vectors) {
      const now = judged(of, item, on ? { on } : {})
      seen.push(now.turnsOn)
      if (now.turnsOn === null) continue
      expect(body(judged(of, item, { on: before(now.turnsOn) }))).toBe(body(now))
      expect(body(judged(of, item, { on: now.turnsOn }))).not.toBe(body(now))
    }
    expect(seen.filter((day) => day !== null).length).toBeGreaterThan(40)
    expect(seen.filter((day) => day === null).length).toBeGreaterThan(8)
  })
})

test('the order in which things were listed changes no verdict', () => {
  const of: Partial<Register> = {
    accounts: [good.account(), { ...bare, id: ids.nora }],
    credentials: [good.credential(), { ...good.credential({ watched: 'no' }), id: ids.nora }],
  }
  const back: Partial<Register> = {
    accounts: [...(of.accounts ?? [])].reverse(),
    credentials: [...(of.credentials ?? [])].reverse(),
  }
  for (const item of registerItems) expect(judged(back, item).verdict).toBe(judged(of, item).verdict)
})
