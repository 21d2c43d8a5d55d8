/** General 4: a password manager, its own passphrase, and the passwords in it (guidance section 7). */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { VaultAccount, VaultAccounts, VaultMaker } from '@/lib/posture/items/facts'
import type { About, Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'passwords'>

export const judgePasswords: Judge<'passwords'> = (answers, about) => [
  ['G4.0', manager(answers)],
  ['G4.1', passphrase(answers, about.person.vaultAccounts)],
  ['G4.2', lookedThrough(answers, about)],
]

function manager({ usesManager }: Answers): Ruling {
  if (isOpenAnswer(usesManager)) return heldBack(usesManager, 'answer_piece')
  if (usesManager === 'for_all') return ruled('met')
  return usesManager === 'for_some'
    ? ruled('partly_met', [], 'move_passwords_in')
    : ruled('not_met', [], 'pick_password_manager')
}

function passphrase(answers: Answers, accounts: VaultAccounts): Ruling {
  const { usesManager, vaultPassphrase } = answers
  if (usesManager === 'no') return ruled('not_applicable')
  if (isOpenAnswer(usesManager)) return heldBack(usesManager, 'answer_piece')
  if (isOpenAnswer(vaultPassphrase)) return heldBack(vaultPassphrase, 'answer_piece')
  if (vaultPassphrase === 'long_unique_random') return ruled('met')
  if (vaultPassphrase === 'missing_something') return ruled('not_met', [], 'change_vault_passphrase')
  if (isOpenAnswer(answers.manager)) return heldBack(answers.manager, 'answer_piece')
  const maker = makerOfVault(answers)
  // What opens it is no account of Apple or Google, and what it is nobody has said.
  if (!maker) return heldBack('not_sure', 'change_vault_passphrase', ['vault_opened_otherwise'])
  return inherited(accounts[maker])
}

/** Whose account opens this vault; null for every manager but Apple's and Google's own. */
export function makerOfVault({ manager }: Pick<Answers, 'manager'>): VaultMaker | null {
  if (manager === 'apple_passwords') return 'apple'
  return manager === 'google_password_manager' ? 'google' : null
}

/** A vault without a passphrase of its own is exactly as safe as the Apple or Google account that opens it. */
function inherited(account: VaultAccount | null): Ruling {
  if (account === null) return heldBack('unanswered', 'add_vault_account', ['inherits'])
  const { verdict, confirmedOn, enteredOn } = account
  // General 2 not asked of it: it was called less valuable, which what opens every password is not.
  const ruling =
    verdict === 'unknown' || verdict === 'not_applicable'
      ? heldBack('unanswered', 'open_vault_account', ['inherits'])
      : ruled(verdict, ['inherits'], verdict === 'met' ? null : 'open_vault_account')
  return { ...ruling, alsoRestsOn: { confirmedOn, enteredOn } }
}

/** The text asks for long, unique and random ones, never for changing them by the calendar. */
function lookedThrough(answers: Answers, about: About): Ruling {
  const { reviewed, reviewedOn } = answers
  // Without a manager there is no page of it to look at.
  const look = answers.usesManager === 'no' ? 'pick_password_manager' : 'review_passwords'
  if (isOpenAnswer(reviewed)) return heldBack(reviewed, look)
  if (reviewed === 'never') return ruled('not_met', [], look)
  if (isSome(answers.leakedLeft)) return ruled('not_met', [], 'change_leaked_passwords')
  for (const left of [answers.leakedLeft, answers.weakLeft, answers.reusedLeft]) {
    if (isOpenAnswer(left)) return heldBack(left, look)
  }
  if (reviewedOn === null) return heldBack('unanswered', look)
  if (isSome(answers.weakLeft) || isSome(answers.reusedLeft))
    return ruled('partly_met', [], 'change_weak_passwords')
  const last = countsUntil(reviewedOn, intervalOf('G4.2', about.context.intervals))
  if (about.context.today > last) return ruled('partly_met', ['looked_long_ago'], look)
  return until(ruled('met'), dayAfter(last, 1))
}

const isSome = (left: Answers['leakedLeft']) => left !== '0' && !isOpenAnswer(left)
