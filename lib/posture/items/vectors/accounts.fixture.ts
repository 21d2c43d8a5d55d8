/**
 * General 2, 3 and 5: small inventories and what one account, one line or the person comes to. The whole truth table
 * stands in lib/posture/truth-table.test.ts; here is at least one case for each verdict an item can give.
 */
import type { ItemId } from '@/lib/guidance/codes'
import type { InventoryStatement, PersonInQuestion } from '@/lib/posture/facts'
import { postureOf } from '@/lib/posture/rules'
import {
  account,
  bareLine,
  codeOn,
  heldLine,
  idOf,
  keyOn,
  line,
  lineId,
  mailboxId,
  methodsOff,
  row,
  sam,
  samId,
  service,
} from '@/lib/posture/statements.fixture'
import { askedCategories, type Verdict } from '@/lib/vocabulary'

export type InventoryVector = {
  item: ItemId
  verdict: Verdict
  says: string
  scopeId: string
  person: PersonInQuestion
}
type Expected = Readonly<Partial<Record<ItemId, Verdict>>>
const scenario = (
  scopeId: string,
  says: string,
  person: PersonInQuestion,
  expected: Expected,
): InventoryVector[] =>
  Object.entries(expected).map(([item, verdict]) => ({
    item: item as ItemId,
    verdict,
    says,
    scopeId,
    person,
  }))

const key = { methods: methodsOff(keyOn) }
const code = { methods: methodsOff(codeOn) }
const noFido = service({ fidoOffered: false, passkeyUse: [], methods: ['authenticator_code', 'sms_code'] })
const gmail = service({ id: 'google', name: 'Google', advancedProtection: true })
const one = (facts: Parameters<typeof account>[0], about?: Parameters<typeof account>[1]) =>
  sam([account(facts, about)])

const ofAnAccount = [
  ...scenario(mailboxId, 'a key and nothing beside it', one(key), {
    G2: 'met',
    'G2.0': 'met',
    'G2.3': 'met',
    G3: 'met',
    'G3.0': 'met',
    'G3.1': 'met',
    'G3.2': 'not_applicable',
    'G3.3': 'met',
  }),
  ...scenario(mailboxId, 'a key, and a code app left on', one({ methods: methodsOff(keyOn, codeOn) }), {
    G2: 'partly_met',
    'G2.3': 'partly_met',
    G3: 'met',
  }),
  ...scenario(mailboxId, 'a key, and text messages left on', one({ ...key, smsSecondFactor: 'on' }), {
    G2: 'partly_met',
    'G2.3': 'not_met',
    G3: 'not_met',
    'G3.0': 'not_met',
    'G3.3': 'not_met',
  }),
  ...scenario(
    mailboxId,
    'a key, and a reset by text that could go',
    one({ ...key, smsRecovery: 'on_can_be_removed' }),
    {
      G3: 'partly_met',
      'G3.1': 'partly_met',
    },
  ),
  ...scenario(
    mailboxId,
    'a key, and nobody is sure of text messages',
    one({ ...key, smsSecondFactor: 'not_sure', smsRecovery: 'not_sure' }),
    {
      G2: 'unknown',
      'G2.3': 'unknown',
      G3: 'unknown',
      'G3.0': 'unknown',
      'G3.1': 'unknown',
      'G3.3': 'unknown',
    },
  ),
  ...scenario(mailboxId, 'a code app alone', one(code), {
    G2: 'not_met',
    'G2.0': 'not_met',
    'G2.3': 'not_applicable',
    G3: 'met',
  }),
  ...scenario(
    mailboxId,
    'a code app, and calls with a code beside it',
    one({ methods: methodsOff(codeOn, row('voice_code')) }),
    {
      'G3.0': 'partly_met',
      'G3.3': 'partly_met',
    },
  ),
  ...scenario(mailboxId, 'a code app where no key is offered', one(code, { service: noFido }), {
    G2: 'not_applicable',
    'G2.0': 'not_applicable',
  }),
  ...scenario(
    mailboxId,
    'nobody is sure whether there is a key',
    one({ methods: methodsOff(row('passkey', 'not_sure')) }),
    {
      'G2.0': 'unknown',
    },
  ),
  ...scenario(mailboxId, 'a password alone', one({}), { 'G3.3': 'not_applicable' }),
  ...scenario(
    mailboxId,
    'a passkey that only signs in, and the password alone still opens it',
    one({ methods: methodsOff(row('passkey', 'on', ['sign_in'])), passwordStillWorks: 'yes' }),
    {
      G3: 'not_met',
      'G3.0': 'not_met',
      'G3.3': 'not_met',
    },
  ),
  ...scenario(
    mailboxId,
    'security questions behind the password and nothing else',
    one({ methods: methodsOff(row('security_questions')) }),
    {
      G3: 'not_met',
      'G3.0': 'not_met',
    },
  ),
  ...scenario(
    mailboxId,
    'a reset by text, and nobody is sure whether the number can go',
    one({ ...key, smsRecovery: 'on_removal_not_sure' }),
    {
      G3: 'unknown',
      'G3.1': 'unknown',
    },
  ),
  ...scenario(
    mailboxId,
    'a less valuable account with a code app',
    one({ ...code, value: 'less_valuable' }),
    {
      'G3.2': 'met',
    },
  ),
  ...scenario(
    mailboxId,
    'a less valuable account with text messages',
    one({ ...code, value: 'less_valuable', smsSecondFactor: 'on' }),
    {
      'G3.2': 'not_met',
    },
  ),
  ...scenario(
    mailboxId,
    'a less valuable account with calls',
    one({ methods: methodsOff(codeOn, row('voice_code')), value: 'less_valuable' }),
    {
      'G3.2': 'partly_met',
    },
  ),
  ...scenario(
    mailboxId,
    'a less valuable account, not sure of text messages',
    one({ ...code, value: 'less_valuable', smsSecondFactor: 'not_sure' }),
    {
      'G3.2': 'unknown',
    },
  ),
  ...scenario(
    mailboxId,
    'an app registered by phone number',
    one(
      { category: 'messaging' },
      {
        service: service({
          id: 'signal',
          category: 'messaging',
          registeredByPhone: true,
          methods: ['app_pin'],
        }),
      },
    ),
    {
      G3: 'not_applicable',
      'G3.0': 'not_applicable',
      'G3.1': 'not_applicable',
    },
  ),
  ...(['on', 'off', 'not_applicable', 'not_sure'] as const).flatMap((advancedProtection) =>
    scenario(
      mailboxId,
      `Gmail with Advanced Protection: ${advancedProtection}`,
      one({ ...key, advancedProtection }, { service: gmail }),
      {
        'G2.4': (
          { on: 'met', off: 'not_met', not_applicable: 'not_applicable', not_sure: 'unknown' } as const
        )[advancedProtection],
      },
    ),
  ),
]

const asked = askedCategories
const complete: InventoryStatement = {
  none: asked,
  namedFirst: { microsoft: 'none', apple: 'none', google: 'none' },
  noLines: true,
  leakReviewDoneOn: '2026-11-01',
  leakReviewDoneAt: new Date('2026-11-01T10:00:00Z'),
  statedCompleteOn: '2026-11-02',
  confirmedOn: '2026-11-02',
}
const named = (facts: Parameters<typeof account>[0], id: string, at = 1) =>
  account(facts, { id: idOf(at), service: service({ id }) })

const ofThePerson = [
  ...scenario(samId, 'nothing listed', sam([], []), { 'G2.1': 'unknown', 'G2.2': 'unknown' }),
  ...scenario(samId, 'said to have nothing of any kind', sam([], [], { inventory: complete }), {
    'G2.1': 'met',
    'G2.2': 'not_applicable',
  }),
  ...scenario(
    samId,
    'begun, nothing of social media yet, on the due date',
    sam([account({ category: 'email' })], [], { begin: { today: '2026-11-23', dueOn: '2026-11-23' } }),
    { 'G2.1': 'unknown' },
  ),
  ...scenario(
    samId,
    'begun, nothing of social media yet, the day after the due date',
    sam([account({ category: 'email' })], [], { begin: { today: '2026-11-24', dueOn: '2026-11-23' } }),
    { 'G2.1': 'not_met' },
  ),
  ...scenario(
    samId,
    'e-mail and social media listed, the rest open',
    sam([account({ category: 'email' }), account({ category: 'social' }, { id: idOf(2) })]),
    {
      'G2.1': 'partly_met',
    },
  ),
  ...scenario(
    samId,
    'Google and the rest with a key',
    sam([named(key, 'google'), named(key, 'dropbox', 2)], [], { inventory: complete }),
    {
      'G2.2': 'met',
    },
  ),
  ...scenario(
    samId,
    'Google with a key, another without',
    sam([named(key, 'google'), named(code, 'dropbox', 2)], [], { inventory: complete }),
    {
      'G2.2': 'partly_met',
    },
  ),
  ...scenario(
    samId,
    'Google with a key, and nobody asked about Apple',
    sam([named(key, 'google')], [], {
      inventory: { ...complete, namedFirst: { ...complete.namedFirst, apple: 'unanswered' } },
    }),
    {
      'G2.2': 'unknown',
    },
  ),
  ...scenario(
    samId,
    'an account added after leaks were thought through',
    sam([account({}, { addedAt: new Date('2026-11-01T10:01:00Z') })], [], { inventory: complete }),
    {
      'G2.1': 'partly_met',
    },
  ),
  ...scenario(samId, 'Google without a key', sam([named(code, 'google'), named(key, 'dropbox', 2)]), {
    'G2.2': 'not_met',
  }),
]

const carrierId = idOf(3)
const carrier = (facts: Parameters<typeof account>[0]) =>
  account({ category: 'carrier', ...facts }, { id: carrierId, service: service({ id: 'carrier' }) })
const online = { ...heldLine, hasOnlineAccount: 'yes', carrierAccountId: carrierId } as const
const changed = {
  ...online,
  carrierPasswordChanged: 'yes',
  carrierPasswordChangedOn: '2026-10-02',
  changedWithManager: 'yes',
} as const
const held = (facts: Parameters<typeof line>[0], accounts: ReturnType<typeof account>[] = []) =>
  sam(accounts, [line(facts)])

const ofALine = [
  ...scenario(
    lineId,
    'a PIN, a second step, and the password changed after',
    held(changed, [carrier(code)]),
    {
      G5: 'met',
      'G5.0': 'met',
      'G5.1': 'met',
      'G5.2': 'met',
    },
  ),
  ...scenario(
    lineId,
    'a PIN that others could guess',
    held({ ...heldLine, pinOwnChoice: 'default_or_guessable' }),
    {
      'G5.0': 'partly_met',
      'G5.1': 'partly_met',
      'G5.2': 'not_applicable',
      G5: 'partly_met',
    },
  ),
  ...scenario(
    lineId,
    'no PIN, and the password alone',
    held(
      { ...bareLine, hasOnlineAccount: 'yes', carrierAccountId: carrierId, carrierPasswordChanged: 'no' },
      [carrier({})],
    ),
    {
      G5: 'not_met',
      'G5.0': 'not_met',
      'G5.1': 'not_met',
      'G5.2': 'not_met',
    },
  ),
  ...scenario(
    lineId,
    'not sure of anything',
    held({ accountPin: 'not_sure', pinIs: null, hasOnlineAccount: 'not_sure' }),
    {
      G5: 'unknown',
      'G5.0': 'unknown',
      'G5.1': 'unknown',
      'G5.2': 'unknown',
    },
  ),
  ...scenario(
    lineId,
    'the password was changed before the PIN was set',
    held({ ...changed, carrierPasswordChangedOn: '2026-09-01' }, [carrier(code)]),
    {
      'G5.2': 'partly_met',
    },
  ),
  ...scenario(lineId, 'a number that lives in an app', held({ kind: 'app_number' }), {
    G5: 'not_applicable',
    'G5.0': 'not_applicable',
    'G5.1': 'not_applicable',
    'G5.2': 'not_applicable',
  }),
]

export const inventoryVectors: readonly InventoryVector[] = [...ofAnAccount, ...ofThePerson, ...ofALine]

/** What a vector comes to; undefined where its item was not judged at all. */
export const verdictIn = ({ person, item, scopeId }: InventoryVector): Verdict | undefined =>
  postureOf(person).judgements.find((each) => each.item === item && each.scopeId === scopeId)?.verdict
