/** What was said of an account, read back question by question. What nobody answered is said to be unanswered. */
import type { AccountEntry } from '@/lib/accounts/entry'
import type { Reference } from '@/lib/accounts/facts'
import {
  categoryWords,
  codeAppWords,
  heldWords,
  lowerWords,
  methodWords,
  reasonWords,
  smsRecoveryWords,
  stateWords,
  valueWords,
  yesNoWords,
} from './account-answers'
import { accountForm } from './account-form'
import { listed } from './numbers'

type Names = { line: string | null; mailboxes: readonly string[]; through: string | null }
type Answer = { term: string; value: string }

export function answersOf({ facts, label, note, ownName }: AccountEntry, names: Names): Answer[] {
  const own = facts.signsInBy === 'own_sign_in' || facts.signsInBy === 'not_sure'
  const answers: (Answer | false)[] = [
    ownName !== '' && { term: accountForm.ownName.label, value: ownName },
    label !== '' && { term: accountForm.label.label, value: label },
    { term: accountForm.category.label, value: categoryWords[facts.category] },
    { term: accountForm.signsInBy.label, value: accountForm.signsInBy.choices[facts.signsInBy] },
    facts.signsInBy === 'another_account' && {
      term: accountForm.through.label,
      value: names.through ?? accountForm.through.notListed,
    },
    ...(own ? signInAnswers(facts, names) : []),
    { term: accountForm.value.label, value: valueWords[facts.value] },
    facts.valueReasons.length > 0 && {
      term: accountForm.valueReasons.label,
      value: listed(facts.valueReasons.map((reason) => reasonWords[reason])),
    },
    facts.lowerReason !== null && {
      term: accountForm.lowerReason.label,
      value: lowerWords[facts.lowerReason],
    },
    { term: accountForm.heldAs.label, value: heldWords[facts.heldAs] },
    note !== '' && { term: accountForm.note.label, value: note },
  ]
  return answers.filter((answer) => answer !== false)
}

function signInAnswers(facts: AccountEntry['facts'], names: Names): (Answer | false)[] {
  const hasKey = facts.keysOrPasskeys !== 'unanswered'
  return [
    ...facts.methods.map((row) => ({ term: methodWords[row.method].name, value: stateWords[row.state] })),
    facts.codeApp !== 'unanswered' && {
      term: accountForm.codeApp.label,
      value: codeAppWords[facts.codeApp],
    },
    { term: methodWords.sms_code.name, value: stateWords[facts.smsSecondFactor] },
    facts.smsSecondFactor === 'on' && {
      term: accountForm.removable.label,
      value: yesNoWords[facts.smsSecondFactorRemovable],
    },
    hasKey && { term: accountForm.keys.label, value: keyWords[facts.keysOrPasskeys] },
    facts.spareKeptApart !== 'unanswered' && {
      term: accountForm.spare.label,
      value: yesNoWords[facts.spareKeptApart],
    },
    facts.passwordStillWorks !== 'unanswered' && {
      term: accountForm.password.label,
      value: yesNoWords[facts.passwordStillWorks],
    },
    { term: accountForm.readBack.recovery, value: smsRecoveryWords[facts.smsRecovery] },
    { term: accountForm.readBack.mail, value: stateWords[facts.mailboxRecovery] },
    facts.phoneLine !== null && {
      term: accountForm.phoneLine.label,
      value: names.line ?? referenceWords(facts.phoneLine, accountForm.phoneLine.none),
    },
    facts.recoveryMailboxes.length > 0 && {
      term: accountForm.mailboxes.label,
      value: listed([
        ...names.mailboxes,
        ...facts.recoveryMailboxes
          .filter((each) => each === 'not_listed' || each === 'not_sure')
          .map((each) => referenceWords(each, accountForm.mailboxes.none)),
      ]),
    },
    facts.advancedProtection !== 'unanswered' &&
      facts.advancedProtection !== 'not_applicable' && {
        term: accountForm.advancedProtection.label,
        value: accountForm.advancedProtection.choices[facts.advancedProtection],
      },
  ]
}

const keyWords: Readonly<Record<AccountEntry['facts']['keysOrPasskeys'], string>> = {
  '0': accountForm.readBack.none,
  ...accountForm.keys.choices,
  not_sure: stateWords.not_sure,
  unanswered: stateWords.unanswered,
}

const referenceWords = (reference: Reference, notListed: string) =>
  reference === 'not_sure' ? stateWords.not_sure : notListed
