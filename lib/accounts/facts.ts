/**
 * What somebody states about one account (guidance section 1): closed words and references only.
 * Names, labels and notes are not here: they are sealed beside it.
 */
import { z } from 'zod'
import {
  accountValues,
  advancedProtections,
  authenticatorApps,
  categories,
  forcedBases,
  heldAs,
  keyCounts,
  lowerReasons,
  methodRoles,
  methodStates,
  methods,
  offered,
  signsInBy,
  smsRecoveries,
  valueReasons,
  yesNo,
} from '@/lib/vocabulary'

/** An ISO calendar date, 2026-11-23. */
export const calendarDate = z.iso.date()
const reference = z.union([z.uuid(), z.enum(['not_listed', 'not_sure'])])
/** A line or account of the same person, or a word for what is not in the inventory. */
export type Reference = z.infer<typeof reference>

const methodRow = z.strictObject({
  method: z.enum(methods),
  roles: z.array(z.enum(methodRoles)).max(3),
  state: z.enum(methodStates),
})
export type MethodRow = z.infer<typeof methodRow>

export const accountFacts = z.strictObject({
  category: z.enum(categories),
  heldAs: z.enum(heldAs),
  value: z.enum(accountValues),
  valueReasons: z.array(z.enum(valueReasons)).max(10),
  /** Required when a category that starts as high is lowered. */
  lowerReason: z.enum(lowerReasons).nullable(),
  signsInBy: z.enum(signsInBy),
  /** The account it signs in through; null unless signsInBy is another_account and that account is recorded. */
  throughAccountId: z.uuid().nullable(),
  methods: z.array(methodRow).max(20),
  /** Which app makes the codes, where a code app is on. Nobody has to say. */
  codeApp: z.enum(authenticatorApps),
  passwordStillWorks: z.enum(yesNo),
  /** Asked apart from the method rows, never inferred from a blank. */
  smsSecondFactor: z.enum(methodStates),
  /** Would the service let the text message go, if asked? */
  smsSecondFactorRemovable: z.enum(yesNo),
  smsRecovery: z.enum(smsRecoveries),
  smsForcedBasis: z.enum(forcedBases).nullable(),
  smsForcedOn: calendarDate.nullable(),
  /** Which line receives the texts and calls. */
  phoneLine: reference.nullable(),
  /** Can a message to a mailbox reset this account, and which mailboxes (accounts of the same person). */
  mailboxRecovery: z.enum(methodStates),
  recoveryMailboxes: z.array(reference).max(5),
  keysOrPasskeys: z.enum(keyCounts),
  spareKeptApart: z.enum(yesNo),
  /** Used only where the service is not in the catalogue or the person corrects it. */
  fidoOffered: z.enum(offered),
  advancedProtection: z.enum(advancedProtections),
})
export type AccountFacts = z.infer<typeof accountFacts>

/** Nothing said yet. An unanswered question stays unanswered: no default reads as "off". */
export const nothingSaidOfAccount: AccountFacts = {
  category: 'other',
  heldAs: 'personal',
  value: 'not_sure',
  valueReasons: [],
  lowerReason: null,
  signsInBy: 'own_sign_in',
  throughAccountId: null,
  methods: [],
  codeApp: 'unanswered',
  passwordStillWorks: 'unanswered',
  smsSecondFactor: 'unanswered',
  smsSecondFactorRemovable: 'unanswered',
  smsRecovery: 'unanswered',
  smsForcedBasis: null,
  smsForcedOn: null,
  phoneLine: null,
  mailboxRecovery: 'unanswered',
  recoveryMailboxes: [],
  keysOrPasskeys: 'unanswered',
  spareKeptApart: 'unanswered',
  fidoOffered: 'not_known',
  advancedProtection: 'unanswered',
}
