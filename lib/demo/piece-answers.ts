/** What a made-up person answers in one piece: valid together, the careful ones more often with the first word. */
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, blankAnswers, isAsked, type Question } from '@/lib/guidance/questions'
import type { Dice } from './dice'

export type AroundPiece = {
  care: number
  doubt: number
  today: string
  /** What is known before anybody asks: the kind of a phone. */
  known?: AnyAnswers
}

/** Words that are rare whatever somebody's care: weights out of about ten, in place of the usual ones. */
const rare: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  onLegalHold: { yes: 2, no: 8 },
  rcs: { off: 4, on: 6 },
  allChatsHaveLock: { yes: 4, no: 6 },
  sensitiveWithoutLock: { yes: 5, no: 5 },
  usedForSensitive: { yes: 7, no: 3 },
  onDevice: { own_phone: 5, employer_phone: 3, both: 2 },
  providedBy: { own: 6, employer: 4 },
  unknownFound: { none: 18, found_and_removed: 1, found_not_removed: 1 },
  generation: { latest: 3, one_before: 3, older_still_supported: 3, no_longer_supported: 1 },
  privateRelay: {
    on: 3,
    off: 3,
    no_icloud_plus: 2,
    off_for_this_network: 2,
    vpn_in_use: 0.6,
    not_available_in_country: 0.4,
    prevented_by_employer: 0.4,
  },
  lockdown: { on: 1.5, off: 6, on_with_exceptions: 0.8, prevented_by_employer: 0.5, not_supported: 0.5 },
  groupInvites: { always: 4, sometimes: 3, no: 1, never_invited: 2 },
  vaultPassphrase: { long_unique_random: 3, missing_something: 2, no_passphrase_uses_device_or_account: 7 },
  manager: {
    apple_passwords: 5,
    google_password_manager: 5,
    '1password': 1,
    bitwarden: 1,
    employer_provided: 1,
  },
  expiry: { on_default_all: 4, on_some_chats: 4, off: 2, not_offered: 0.5 },
  coversSensitive: { yes: 4, no: 4, not_sure: 3 },
  looked: { yes: 9, never: 1 },
  playProtect: { on: 8, off: 1, not_available: 0.5 },
}

/** Answers to every question that is asked, each in its turn, for one hangs on another. */
export function answersFrom(dice: Dice, piece: PieceId, around: AroundPiece): AnyAnswers {
  const { questions } = pieceShape(piece)
  const said: Record<string, AnyAnswers[string]> = {
    ...(blankAnswers(questions) as AnyAnswers),
    ...around.known,
  }
  for (const [name, question] of Object.entries(questions)) {
    if (around.known?.[name] !== undefined || !isAsked(question, said)) continue
    if (question.optional && dice.chance(0.5)) continue
    const asListed = name === 'needed' && said.linked !== 'unanswered' && dice.chance(0.6)
    said[name] =
      name === 'mainApp'
        ? usedMost(question, said)
        : asListed
          ? (said.linked ?? '')
          : answerFrom(dice, name, question, around)
  }
  return said
}

/** Nobody here uses two encrypted apps: the one they use is the one they use most. */
const usedMost = (question: Question, { channels }: Readonly<Record<string, AnyAnswers[string]>>) =>
  question.kind === 'choice'
    ? ([channels].flat().find((one) => question.values.includes(one ?? '')) ?? 'unanswered')
    : null

function answerFrom(dice: Dice, name: string, question: Question, around: AroundPiece): AnyAnswers[string] {
  if (question.kind === 'many') return channelsFrom(dice, around)
  if (question.kind === 'day') return dayBefore(around.today, howLongAgo(dice, name, around.care))
  if (question.kind === 'month') return dayBefore(around.today, dice.between(30, 2400)).slice(0, 7)
  if (question.kind !== 'choice') return null
  const unsure = { not_sure: 0.5 * around.doubt, unanswered: 0.25 * around.doubt }
  const usual = Object.fromEntries(
    question.values.map((value, place) => [value, place === 0 ? 2 + 5 * around.care : 2 / (place + 0.5)]),
  )
  return dice.weighted<string>({ ...unsure, ...(rare[name] ?? usual) })
}

/** Most looked lately; updates within the week or the month. */
function howLongAgo(dice: Dice, name: string, care: number): number {
  if (name === 'lastCheckedOn')
    return dice.chance(0.4 + 0.4 * care) ? dice.between(0, 7) : dice.between(8, 60)
  return dice.chance(0.8) ? dice.between(0, 60) : dice.between(61, 300)
}

const dayBefore = (today: string, days: number) =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)

/** Ways to write and call: the careful have encrypted ones only; one in twenty says nothing sensitive at all. */
function channelsFrom(dice: Dice, { care, doubt }: AroundPiece): readonly string[] {
  if (dice.chance(0.04 * doubt)) return ['not_sure']
  if (dice.chance(0.05)) return ['none_sensitive']
  const encrypted = dice.chance(0.3 + 0.6 * care)
    ? [dice.weighted({ signal: 5, whatsapp: 4, imessage_between_apple: 2, other_e2ee: 1 })]
    : []
  const open = dice.chance(0.9 - 0.7 * care) || encrypted.length === 0
  return open ? [...encrypted, dice.pick(['sms_text', 'ordinary_email', 'ordinary_phone_call'])] : encrypted
}
