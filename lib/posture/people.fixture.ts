/** Generated people for the property tests: services of the catalogue, every answer, rings and chains included. */
import fc from 'fast-check'
import { type AccountFacts, type MethodRow, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { type LineFacts, nothingSaidOfLine } from '@/lib/lines/facts'
import type { AccountInQuestion, LineInQuestion, PersonInQuestion } from '@/lib/posture/facts'
import { idOf, samId } from '@/lib/posture/statements.fixture'
import { catalogue } from '@/lib/services/catalogue'
import { methodsAskedWithoutFacts, type ServiceFacts } from '@/lib/services/facts'
import { accountValues, type MethodRole, methodRoles } from '@/lib/vocabulary'

/** `known`: every question has a plain answer. `any`: some are not sure or unanswered. */
export type Answers = 'known' | 'any'
const blanks = ['not_sure', 'unanswered'] as const
const orBlank = <Word extends string>(words: readonly Word[], answers: Answers) =>
  fc.constantFrom(...words, ...(answers === 'any' ? blanks : []))

const interesting = [
  'google',
  'microsoft',
  'apple',
  'proton',
  'github',
  'linkedin',
  'wise',
  'citi',
  'whatsapp',
  'signal',
  'instagram',
  'att',
  't-mobile',
  'consumer-cellular',
  'paypal',
  'yahoo',
]
const services: readonly ServiceFacts[] = catalogue.filter(({ id }) => interesting.includes(id))

export function people(answers: Answers, most = 6): fc.Arbitrary<PersonInQuestion> {
  return fc
    .record({ accounts: fc.integer({ min: 0, max: most }), lines: fc.integer({ min: 0, max: 2 }) })
    .chain((counts) => {
      const accountIds = Array.from({ length: counts.accounts }, (_, at) => idOf(at + 1))
      const lineIds = Array.from({ length: counts.lines }, (_, at) => idOf(at + 101))
      return fc.record({
        id: fc.constant(samId),
        tier: fc.constantFrom('standard' as const, 'highly_targeted' as const),
        accounts: fc.tuple(...accountIds.map((id) => accountOf(id, accountIds, lineIds, answers))),
        lines: fc.tuple(...lineIds.map((id) => lineOf(id, accountIds, answers))),
        inventory: fc.constant(null),
      })
    })
}

function accountOf(
  id: string,
  accountIds: readonly string[],
  lineIds: readonly string[],
  answers: Answers,
): fc.Arbitrary<AccountInQuestion> {
  return fc.constantFrom(null, ...services).chain((service) =>
    fc.record({
      id: fc.constant(id),
      service: fc.constant(service),
      facts: factsOf(service, accountIds, lineIds, answers),
      confirmedOn: fc.constantFrom('2026-05-04', '2026-10-20', '2026-11-02'),
      enteredOn: fc.constant('2026-11-03'),
    }),
  )
}

function factsOf(
  service: ServiceFacts | null,
  accountIds: readonly string[],
  lineIds: readonly string[],
  answers: Answers,
): fc.Arbitrary<AccountFacts> {
  const noTexts = service !== null && !service.methods.includes('sms_code')
  const onOff = ['on', 'on', 'off', 'off', 'not_offered'] as const
  return fc
    .record({
      value: fc.constantFrom(...accountValues),
      signsInBy: fc.constantFrom<AccountFacts['signsInBy'][]>(
        'own_sign_in',
        'own_sign_in',
        'own_sign_in',
        'own_sign_in',
        'another_account',
        'employer_single_sign_on',
        ...(answers === 'any' ? (['not_sure'] as const) : []),
      ),
      throughAccountId: fc.constantFrom(null, ...accountIds),
      methods: rowsOf(service, answers),
      passwordStillWorks: orBlank(['yes', 'yes', 'no'] as const, answers),
      smsSecondFactor: noTexts ? fc.constant('not_offered' as const) : orBlank(onOff, answers),
      smsSecondFactorRemovable: orBlank(['yes', 'yes', 'no'] as const, answers),
      smsRecovery: orBlank(
        [
          ...(['off', 'off', 'on_can_be_removed', 'on_forced_by_service'] as const),
          ...(answers === 'any' ? (['on_removal_not_sure'] as const) : []),
        ],
        answers,
      ),
      phoneLine: fc.constantFrom(null, 'not_listed' as const, ...lineIds, ...lineIds),
      mailboxRecovery: orBlank(['on', 'off', 'off'] as const, answers),
      recoveryMailboxes: fc.uniqueArray(fc.constantFrom('not_listed', ...accountIds, ...accountIds), {
        maxLength: 2,
      }),
      keysOrPasskeys: orBlank(['0', '1', '2', '3_or_more'] as const, answers),
      spareKeptApart: orBlank(['yes', 'no'] as const, answers),
      fidoOffered: fc.constantFrom('not_known' as const, ...(service ? [] : (['yes', 'no'] as const))),
      advancedProtection: service?.advancedProtection
        ? orBlank(['on', 'off', 'blocked_by_administrator'] as const, answers)
        : fc.constant('not_applicable' as const),
    })
    .map((facts) => consistent({ ...nothingSaidOfAccount, category: 'email', ...facts }))
}

/** Nobody has a key where they say that none is offered, or no password where nothing else signs in. */
function consistent(facts: AccountFacts): AccountFacts {
  const offered = (row: MethodRow): MethodRow => ({ ...row, state: 'not_offered' })
  const methods = facts.methods.map((row) =>
    facts.fidoOffered === 'no' && row.method.match(/passkey|fido/) ? offered(row) : row,
  )
  const signsIn = methods.some(({ roles, method, state }) => {
    const may = roles.includes('sign_in') || (roles.length === 0 && method === 'passkey')
    return may && state !== 'off' && state !== 'not_offered'
  })
  return { ...facts, methods, passwordStillWorks: signsIn ? facts.passwordStillWorks : 'yes' }
}

function rowsOf(service: ServiceFacts | null, answers: Answers): fc.Arbitrary<MethodRow[]> {
  const asked = service?.methods.filter((method) => method !== 'sms_code') ?? methodsAskedWithoutFacts
  const pin = service?.registeredByPhone ? (['app_pin'] as const) : []
  const rows = [...asked, ...pin].map((method) => {
    const usual: MethodRole[] =
      method === 'passkey' ? [...(service?.passkeyUse ?? ['sign_in'])] : ['second_factor']
    return fc.record({
      method: fc.constant(method),
      state: orBlank(['on', 'off', 'off'] as const, answers),
      roles: fc.oneof(
        { weight: 6, arbitrary: fc.constant(usual) },
        { weight: 1, arbitrary: fc.subarray([...methodRoles]) },
      ),
    })
  })
  const questions = fc.record({
    method: fc.constant('security_questions' as const),
    state: orBlank(['on', 'off', 'off', 'off'] as const, answers),
    roles: fc.constant<MethodRole[]>(['recovery']),
  })
  return fc.tuple(...rows, questions)
}

function lineOf(id: string, accountIds: readonly string[], answers: Answers): fc.Arbitrary<LineInQuestion> {
  const facts: fc.Arbitrary<LineFacts> = fc
    .record({
      kind: fc.constantFrom('physical_sim' as const, 'esim' as const, 'app_number' as const),
      accountHolder: fc.constantFrom('me' as const, 'family_member' as const, 'employer' as const),
      accountPin: orBlank(
        ['set', 'set', 'not_set', 'carrier_does_not_offer', 'set_by_employer'] as const,
        answers,
      ),
      pinIs: fc.constantFrom('account_pin' as const, 'account_pin' as const, 'sim_card_pin' as const),
      pinOwnChoice: orBlank(['chosen_by_me', 'default_or_guessable'] as const, answers),
      pinSetOn: fc.constantFrom(null, '2026-09-01'),
      portOutLock: orBlank(['on', 'off', 'not_offered'] as const, answers),
      simChangeLock: orBlank(['on', 'off', 'not_offered'] as const, answers),
      hasOnlineAccount: orBlank(['yes', 'no'] as const, answers),
      carrierAccountId: fc.constantFrom(null, ...accountIds),
      carrierPasswordChanged: orBlank(['yes', 'no'] as const, answers),
      carrierPasswordChangedOn: fc.constantFrom(null, '2026-08-01', '2026-10-01'),
      changedWithManager: orBlank(['yes', 'no'] as const, answers),
    })
    .map((said) => ({ ...nothingSaidOfLine, ...said }))
    .map((said) =>
      said.accountPin === 'set_by_employer' ? { ...said, accountHolder: 'employer' as const } : said,
    )
  return fc.record({
    id: fc.constant(id),
    carrier: fc.constantFrom(null, ...services.filter(({ category }) => category === 'carrier')),
    facts,
    confirmedOn: fc.constantFrom('2026-05-04', '2026-11-02'),
    enteredOn: fc.constant('2026-11-03'),
  })
}
