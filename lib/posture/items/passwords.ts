/** General 4: a password manager, its own passphrase, and the passwords in it (guidance section 7). */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { About, Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled, until } from '@/lib/posture/ruling'
import type { Verdict } from '@/lib/vocabulary'

type Answers = PieceAnswers<'passwords'>

export const judgePasswords: Judge<'passwords'> = (answers, about) => [
  ['G4.0', manager(answers)],
  ['G4.1', passphrase(answers, about.person.vaultAccount)],
  ['G4.2', lookedThrough(answers, about)],
]

function manager({ usesManager }: Answers): Ruling {
  if (isOpenAnswer(usesManager)) return heldBack(usesManager, 'answer_piece')
  if (usesManager === 'for_all') return ruled('met')
  return usesManager === 'for_some'
    ? ruled('partly_met', [], 'move_passwords_in')
    : ruled('not_met', [], 'pick_password_manager')
}

/** A vault without a passphrase of its own is exactly as safe as the Apple or Google account that opens it. */
function passphrase({ usesManager, vaultPassphrase }: Answers, account: Verdict | null): Ruling {
  if (usesManager === 'no') return ruled('not_applicable')
  if (isOpenAnswer(usesManager)) return heldBack(usesManager, 'answer_piece')
  if (isOpenAnswer(vaultPassphrase)) return heldBack(vaultPassphrase, 'answer_piece')
  if (vaultPassphrase === 'long_unique_random') return ruled('met')
  if (vaultPassphrase === 'missing_something') return ruled('not_met', [], 'change_vault_passphrase')
  if (account === null) return heldBack('unanswered', 'add_vault_account', ['inherits'])
  if (account === 'unknown') return heldBack('unanswered', 'open_vault_account', ['inherits'])
  return ruled(account, ['inherits'], account === 'met' ? null : 'open_vault_account')
}

/** The text asks for long, unique and random ones, never for changing them by the calendar. */
function lookedThrough(answers: Answers, about: About): Ruling {
  const { reviewed, reviewedOn } = answers
  if (isOpenAnswer(reviewed)) return heldBack(reviewed, 'review_passwords')
  if (reviewed === 'never') return ruled('not_met', [], 'review_passwords')
  if (isSome(answers.leakedLeft)) return ruled('not_met', [], 'change_leaked_passwords')
  for (const left of [answers.leakedLeft, answers.weakLeft, answers.reusedLeft]) {
    if (isOpenAnswer(left)) return heldBack(left, 'review_passwords')
  }
  if (reviewedOn === null) return heldBack('unanswered', 'review_passwords')
  if (isSome(answers.weakLeft) || isSome(answers.reusedLeft))
    return ruled('partly_met', [], 'change_weak_passwords')
  const last = countsUntil(reviewedOn, intervalOf('G4.2', about.context.intervals))
  if (about.context.today > last) return ruled('partly_met', ['looked_long_ago'], 'review_passwords')
  return until(ruled('met'), dayAfter(last, 1))
}

const isSome = (left: Answers['leakedLeft']) => left !== '0' && !isOpenAnswer(left)
