/**
 * Does a text hold something that looks like a secret or a full phone number? (Guidance section 0, "Never stored".)
 * A guard against mistakes, not against will: somebody who wants to hide a PIN in a note can. Where a thing could be
 * honest or secret, short numbers, years and dates are honest; long numbers and random-looking words are not.
 * Every expression here takes time in proportion to the text (ASVS V1.3.12).
 */
import { tokenProblem } from '@/lib/text/tokens'

const secretProblems = [
  'seed',
  'api_secret',
  'password',
  'pin',
  'code',
  'line_digits',
  'national_id',
  'card_number',
  'phone_number',
] as const
export type SecretProblem = (typeof secretProblems)[number]

/** The first thing in the text that may not be stored, or null. Takes any text of any length; never throws. */
export function secretIn(text: string): SecretProblem | null {
  const folded = fold(text)
  const undated = dates.reduce((left, date) => left.replace(date, ' · '), folded)
  return wordsProblem(undated) ?? tokenProblem(folded) ?? numberProblem(undated)
}

/** One way of writing digits, dashes and blanks, whatever script or width they were typed in. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      const zero = zeros.find((first) => code >= first && code < first + 10)
      return zero === undefined ? '0' : String(code - zero)
    })
}

/** Where the digits of a script begin. Of other scripts it matters only that it is a digit. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
]

// ── a word that announces a secret, and what stands behind it ─────────────────────────────────────────────────────────

function wordsProblem(text: string): SecretProblem | null {
  if (/otpauth(?:-migration)?:/i.test(text) || announcedSeed.test(text)) return 'seed'
  if (announcesPassword(text)) return 'password'
  if (announcedPin.test(text) || announcedAfter.test(text)) return 'pin'
  if (announcesCode(text)) return 'code'
  if (lineDigits.test(text)) return 'line_digits'
  return null
}

const announcedSeed =
  /\b(?:seed|seed phrase|recovery phrase|recovery key|set-?up key|secret key)\s{0,3}[:=]\s{0,3}\S{4}/i

/** Words with which an honest remark about a password goes on: "Password: changed in March". */
const remarks = new Set(
  (
    'a all always and by can changed chosen created current different forgotten from generated good has held in is ' +
    'it kept known last long made managed manager must my needed needs never new no none not old on only our own random ' +
    'replaced required reset reused same saved see set shared shorter stored strong stronger strongest the their there ' +
    'to too unchanged unique unknown update updated used weak with within written yes your 1password ' +
    'apple bitwarden chrome dashlane google icloud keeper lastpass nordpass proton'
  ).split(' '),
)

function announcesPassword(text: string): boolean {
  for (const [, word = '', sign = '', value = ''] of text.matchAll(announcedPassword)) {
    const bare = value.replace(/[.,;!?)"'»”]{1,3}$/, '').replace(/^["'«“(]/, '')
    if (/^\d{0,2}$/.test(bare) || remarks.has(bare.toLowerCase())) continue
    const telling = /[^\p{L}\p{M}'’-]/u.test(bare)
    if (telling || (sign.trim() !== 'is' && /^(?:pass[wp]|pwd|pw$|kenn|contra|mot|clave)/i.test(word)))
      return true
  }
  return (
    lastWordIsPassword.test(text) && !remarks.has(lastWordIsPassword.exec(text)?.[1]?.toLowerCase() ?? '')
  )
}

const announcedPassword =
  /(?<![\p{L}\p{N}])(password|passwort|passphrase|passwd|pwd|pw|pass|kennwort|contraseña|mot de passe|clave|secret|token|api[ _-]?key|client[ _-]?secret|access[ _-]?key)( {0,3}(?:[:=]|=>) {0,3}| {1,3}is {1,3})(\S{1,80})/giu
const lastWordIsPassword =
  /(?<!\p{L})(?:password|passphrase|passwort) is ["'“]?([\p{L}\p{N}]{4,40})["'”]?[.!]?$/imu

/** "PIN 1234", "passcode is 0000", "PUK: 12345678". A PIN may look like a year; these words leave no doubt. */
const announcedPin =
  /(?<![\p{L}\p{N}])(?:pin|p\.i\.n\.|passcode|pass code|puk|cvv|cvc)(?: ?(?:code|number|no\.?|nr\.?))?(?: {0,3}[:=#-]{1,2} {0,3}| is(?: now)? | was | ?\(| )?["'“]?\d(?:[ -]?\d){2,9}(?!\d| ?(?:digits|characters|numbers)|\p{L})/iu
/** "4821 is my PIN", "4821 (PIN)"; not "2024 PIN". */
const announcedAfter =
  /(?<![\d.,:/-])(?!(?:19|20)\d\d )\d{3,8} ?(?:is|=|-|\(|as)? ?(?:my|the|our|her|his|your|their)? ?\bpin\b/i

function announcesCode(text: string): boolean {
  for (const [, before = '', sign = '', value = ''] of text.matchAll(announcedCode)) {
    if (honestCodes.has(before.toLowerCase())) continue
    const bare = value.replace(/[^0-9A-Za-z]/g, '')
    const year = /^(?:19|20)\d\d$/.test(bare) && sign.trim() === ''
    if (/^\d{3,10}$/.test(bare) && !year) return true
    if (sign.trim() !== '' && /^[0-9A-Za-z]{4,12}$/.test(bare) && /\d/.test(bare) && /[A-Za-z]/.test(bare))
      return true
  }
  return false
}

const announcedCode =
  /(?:(?<![\p{L}\p{N}])(\p{L}{1,20}) )?(?<![\p{L}\p{N}])(?:codes?|otp|tan|código|kode)( {0,3}[:=#] {0,3}| is | was | )(\d(?:[ -]?\d){2,15}(?![\d\p{L}])|[0-9A-Za-z-]{4,14}(?![\p{L}\p{N}]))/giu
/** Codes that open nothing. */
const honestCodes = new Set(
  'area bar building country dial dialling dress error fire penal post postal qr region source tax zip'.split(
    ' ',
  ),
)

/** "ends 4821", "last four 4821", "****4821", "xxx-821": at most two digits of a line are kept. */
const lineDigits =
  /(?<!\p{L})(?:(?:ends|ending|last (?:\d |two |three |four |five )?(?:digits|four|three)|final digits)(?: (?:with|in|on|are))? ?[:=]? ?[.*•-]{0,4} ?|[.*•]{2,12}[ -]?|x{2,12}[ -]?)(?!(?:19|20)\d\d(?!\d))\d{3,}(?!\d| ?(?:days|weeks|months|minutes|people|accounts))/iu

// ── numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function numberProblem(text: string): SecretProblem | null {
  const addressed = text.replace(/https?:\/\/\S+/gi, (address) =>
    address.replace(/(?<!\d)\d{1,8}(?!\d)/g, '·'),
  )
  const rest = honestNumbers.reduce((left, honest) => left.replace(honest, ' · '), addressed)
  for (const [run] of rest.matchAll(/\d(?:(?!\. )[ ()./-]{0,3}\d)*/g)) {
    const digits = run.replace(/\D/g, '')
    if (/^\d{3}[ -]\d{2}[ -]\d{4}$/.test(run)) return 'national_id'
    if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return 'card_number'
    if (digits.length >= 7) return 'phone_number'
    if (/^(?:\d{6}|\d{3}[ -]\d{3})$/.test(run)) return 'code'
  }
  return null
}

const dates = [
  /(?<![\d./-])(?:19|20)\d\d([-/.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![./-]?\d)/g,
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d)(?![./-]?\d)/g,
]

/** A year or a range of years that stands alone, and round thousands. */
const honestNumbers = [
  /(?<!\d[ ./-]?)(?:19|20)\d\d(?: ?[-/] ?(?:19|20)?\d\d)?(?![ ./-]?\d)/g,
  /(?<!\d[ .]?)\d{1,3}(?:[ .']000){1,3}(?:[.,]\d\d)?(?![ .]?\d)/g,
]

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
