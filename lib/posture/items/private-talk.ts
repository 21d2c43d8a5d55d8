/** G1.1 and G1.2: what must stay private goes through an app that encrypts from end to end (guidance section 4). */
import type { LabelCode } from '@/lib/guidance/codes'
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import type { Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'
import type { Tier } from '@/lib/vocabulary'

type Answers = PieceAnswers<'private_talk'>
type App = Exclude<Answers['mainApp'], 'not_sure' | 'unanswered'>

/** Whether an app that encrypts works between iPhone and Android: a property of the app, so nobody is asked for it. */
const worksAcross: Readonly<Record<App, boolean | 'asked'>> = {
  signal: true,
  whatsapp: true,
  other_e2ee: 'asked',
  imessage_between_apple: false,
  google_messages_rcs_e2ee: false,
  facetime: false,
}
/** Encrypted only while everybody in the chat uses the same (I2, A2). */
const conditional: readonly string[] = ['imessage_between_apple', 'google_messages_rcs_e2ee']

export const judgePrivateTalk: Judge<'private_talk'> = (answers, { person }) => [
  ['G1.1', channels(answers, person.tier)],
  ['G1.2', bothKinds(answers)],
]

/** The footnote names work platforms as organisation communication platforms, not as encrypted from end to end. */
function channels(answers: Answers, tier: Tier): Ruling {
  const held = nothingToJudge(answers)
  if (held)
    return held === 'none' ? ruled('not_applicable', reviewedFor(tier)) : heldBack(held, 'answer_piece')
  const encrypted = encryptedIn(answers)
  const labels: LabelCode[] = encrypted.some((app) => conditional.includes(app))
    ? ['encrypted_under_conditions']
    : []
  if (encrypted.length === used(answers).length) return ruled('met', labels)
  if (encrypted.length > 0) return ruled('partly_met', ['not_end_to_end', ...labels], 'move_private_talk')
  return ruled('not_met', ['not_end_to_end'], 'install_encrypted_app')
}

function bothKinds(answers: Answers): Ruling {
  const held = nothingToJudge(answers)
  if (held) return held === 'none' ? ruled('not_applicable') : heldBack(held, 'answer_piece')
  const encrypted = encryptedIn(answers)
  if (encrypted.length === 0) return ruled('not_met', [], 'install_encrypted_app')
  const main = mainOf(answers, encrypted)
  if (isOpenAnswer(main)) return heldBack(main, 'answer_piece')
  const across = worksAcross[main]
  if (across === 'asked' && isOpenAnswer(answers.worksAcross))
    return heldBack(answers.worksAcross, 'answer_piece')
  const works = across === 'asked' ? answers.worksAcross === 'yes' : across
  return works ? ruled('met') : ruled('not_met', ['one_kind_of_phone'], 'choose_app_for_both')
}

/** Where only one encrypted app is used it is the one used most; an app that is not used at all is no answer. */
function mainOf({ mainApp }: Answers, encrypted: readonly App[]): Answers['mainApp'] {
  const [only] = encrypted
  if (only && encrypted.length === 1) return only
  return isOpenAnswer(mainApp) || encrypted.includes(mainApp) ? mainApp : 'unanswered'
}

/** Who says that they never say anything private, and names ways of doing it, is judged by the ways. */
const used = ({ channels: chosen }: Answers) => chosen.filter((channel) => channel !== 'none_sensitive')
const encryptedIn = (answers: Answers): App[] =>
  used(answers).flatMap((channel) => (channel in worksAcross ? [channel as App] : []))

function nothingToJudge(answers: Answers): 'unanswered' | 'not_sure' | 'none' | null {
  if (answers.channels.length === 0) return 'unanswered'
  if (answers.channels.includes('not_sure')) return 'not_sure'
  return used(answers).length === 0 ? 'none' : null
}

const reviewedFor = (tier: Tier): LabelCode[] =>
  tier === 'highly_targeted' ? ['to_be_looked_at_together'] : []
