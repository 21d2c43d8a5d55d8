/** What is said beside free text that cannot be stored. */
import { type ProblemCode, type TextKind, textLimits } from '@/lib/text/rules'

const sentences: Record<Exclude<ProblemCode, 'too_long'>, string> = {
  line_break: 'Keep this on one line.',
  control_character: 'This holds a character that is not text, perhaps from copying. Type it again by hand.',
  invisible_character:
    'This holds a character that cannot be seen, perhaps from copying. Type it again by hand.',
  broken_character: 'Part of a character is missing, perhaps from copying. Type it again by hand.',
  phone_number:
    'This looks like a phone number or a code. Neither is kept here: a label and the last two digits are enough.',
  line_digits: 'At most the last two digits of a phone number are kept here, for example “ends 41”.',
  pin: 'This looks like a PIN. It is never kept here: say that it is set, not what it is.',
  code: 'This looks like a one-time or recovery code. Codes are never kept here: say where they are, not what they are.',
  seed: 'This looks like the seed or set-up key of a code app. It is never kept here.',
  password: 'This looks like a password. It is never kept here: say where it is kept, not what it is.',
  api_secret: 'This looks like a key or token of a program. It is never kept here: its name is enough.',
  card_number: 'This looks like a card number. It is never kept here: the name of the bank is enough.',
  national_id: 'This looks like a national identity number. It is never kept here.',
}

/** The sentence for one problem of one kind of free text. It never repeats what was typed. */
export function textProblemSentence(problem: ProblemCode, kind: TextKind): string {
  if (problem === 'too_long') return `Keep this to ${textLimits[kind]} characters.`
  return sentences[problem]
}
