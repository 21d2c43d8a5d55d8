/** What free text may hold (promise 1, guidance section 0 "Never stored", ASVS V1.3.3). Sentences: lib/words/text.ts. */
import { type SecretProblem, secretIn } from '@/lib/text/secrets'

/** The most characters of each kind of free text, counted as a browser's maxlength counts them. */
export const textLimits = { label: 80, name: 120, reason: 300, note: 1000 } as const
export type TextKind = keyof typeof textLimits

export type CharacterProblem =
  | 'too_long'
  | 'line_break'
  | 'control_character'
  | 'invisible_character'
  | 'broken_character'
export type ProblemCode = CharacterProblem | SecretProblem

/** The form that is stored: NFC, one kind of line break, no blanks at either end. Call textProblem first. */
export function cleanText(value: string): string {
  return value.normalize('NFC').replaceAll('\r\n', '\n').trim()
}

/**
 * Why this text may not be stored, or null. Takes what was typed. Only notes and reasons may have more than one line.
 * Blank text is no problem here: whether a field must be filled in is for the form to say.
 */
export function textProblem(kind: TextKind, value: string): ProblemCode | null {
  if (cleanText(value).length > textLimits[kind]) return 'too_long'
  return characterProblem(kind, value) ?? secretIn(cleanText(value))
}

function characterProblem(kind: TextKind, value: string): CharacterProblem | null {
  if (loneSurrogate.test(value) || noncharacter.test(value)) return 'broken_character'
  // Before trimming, which would drop a byte order mark in silence.
  if (value.includes('\ufeff')) return 'invisible_character'
  const text = cleanText(value)
  if (lineBreak.test(text) && (kind === 'label' || kind === 'name')) return 'line_break'
  if (control.test(text)) return 'control_character'
  return invisible.test(text.replace(joinedLetters, '').replace(joinedEmoji, ''))
    ? 'invisible_character'
    : null
}

const loneSurrogate = /\p{Cs}/u
const noncharacter = /\p{Noncharacter_Code_Point}/u
const lineBreak = /[\n\u2028\u2029]/
const control = /[\u2028\u2029]|(?!\n)\p{Cc}/u
/** Bidi marks and overrides, zero-width characters, soft hyphens, tags: whatever changes a text without being seen. */
const invisible = /\p{Cf}/u
/** Joiners that spelling needs: inside words of Arabic and Indic scripts, and inside one emoji. */
const joinedLetters =
  /(?<=[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}])[\u200c\u200d](?=[\p{L}\p{M}])/gu
const joinedEmoji =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu
