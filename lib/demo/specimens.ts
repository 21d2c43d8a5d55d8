/** Answers too rare to be left to chance in a small organisation, so that every verdict can be looked at. */
import type { AccountFacts } from '@/lib/accounts/facts'
import type { PieceId } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { fidoMethods } from '@/lib/posture/tally'
import type { ServiceFacts } from '@/lib/services/facts'

const specimens: readonly { piece: PieceId; says: AnyAnswers }[] = [
  { piece: 'linked_devices', says: { checked: 'yes', unknownFound: 'found_not_removed' } },
  {
    piece: 'app_use',
    says: {
      usedForSensitive: 'yes',
      onDevice: 'own_phone',
      expiry: 'on_some_chats',
      coversSensitive: 'not_sure',
    },
  },
  { piece: 'iphone_permissions', says: { reviewed: 'yes', unneededLeft: 'some' } },
  { piece: 'android_apps', says: { reviewed: 'yes', unneededLeft: 'some', onlyAbsolutelyRequired: 'all' } },
  { piece: 'vpn', says: { personalVpn: 'installed_not_used', dnsOnly: 'no' } },
]
/** Those of the first people who are not of the cast; in a large organisation they are few. */
const [first, last] = [8, 60]

/** What the person of this number says in a piece whatever the dice say; undefined where it is left to them. */
export function specimenFor(number: number, piece: PieceId): AnyAnswers | undefined {
  const specimen = number < first || number >= last ? undefined : specimens[number % specimens.length]
  return specimen?.piece === piece ? specimen.says : undefined
}

/** How the accounts of a few people stand, whatever the dice say. */
export type AccountSpecimen = 'all_enrolled' | 'no_gmail'
const accountSpecimens: Readonly<Record<number, AccountSpecimen>> = { 4: 'all_enrolled', 7: 'no_gmail' }

/** The specimen that the person of this number is for their accounts; null where it is left to the dice. */
export const accountSpecimenFor = (number: number): AccountSpecimen | null =>
  number < first || number >= last ? null : (accountSpecimens[number % 10] ?? null)

/** The answers as the specimen has them: a key and nothing beside it (G2.2), or a Google account without Gmail (G2.4). */
export function asSpecimen(
  specimen: AccountSpecimen | null,
  service: ServiceFacts | null,
  facts: AccountFacts,
): AccountFacts {
  if (specimen === 'no_gmail')
    return service?.id === 'google' ? { ...facts, advancedProtection: 'not_applicable' } : facts
  if (specimen === null || facts.signsInBy === 'employer_single_sign_on') return facts
  const on = (method: AccountFacts['methods'][number]['method']) => fidoMethods.includes(method)
  const hasKey = facts.methods.some((row) => on(row.method) && row.state !== 'not_offered')
  return {
    ...facts,
    signsInBy: 'own_sign_in',
    throughAccountId: null,
    methods: facts.methods.map((row) =>
      row.state === 'not_offered'
        ? row
        : on(row.method)
          ? { ...row, roles: ['second_factor'], state: 'on' }
          : { ...row, state: 'off' },
    ),
    passwordStillWorks: 'unanswered',
    smsSecondFactor: facts.smsSecondFactor === 'not_offered' ? 'not_offered' : 'off',
    smsSecondFactorRemovable: 'unanswered',
    smsRecovery: facts.smsRecovery === 'not_offered' ? 'not_offered' : 'off',
    smsForcedBasis: null,
    smsForcedOn: null,
    phoneLine: service?.registeredByPhone ? facts.phoneLine : null,
    mailboxRecovery: 'off',
    recoveryMailboxes: [],
    ...(hasKey
      ? { keysOrPasskeys: '2', spareKeptApart: 'yes' }
      : { keysOrPasskeys: 'unanswered', spareKeptApart: 'unanswered' }),
  }
}
