/** Words that look made by a machine: API secrets, seeds, recovery codes, generated passwords. */

/** Takes text with digits, dashes and blanks already brought into one form. */
export function tokenProblem(text: string): 'seed' | 'api_secret' | 'password' | 'code' | null {
  if (/-----BEGIN [A-Z ]{3,40}-----/.test(text)) return 'api_secret'
  if (spacedSeed(text)) return 'seed'
  if (spacedLetters(text)) return 'password'
  for (const token of text.split(/[\s,;"'`<>()[\]{}|\\]+/)) {
    const problem = problemOf(token)
    if (problem) return problem
  }
  return null
}

function problemOf(token: string) {
  if (token.length < 6 || emailAddress.test(token)) return null
  const isAddress = /^(?:https?:\/\/|www\.)/i.test(token)
  // A secret may stand behind "key=" or inside an address.
  const parts = isAddress ? token.split(/[/?&#=:.]+/) : token.split(/[=:](?=\S{12})/)
  for (const part of parts) {
    if (knownSecret.test(part)) return 'api_secret'
    if (isBase32Seed(part)) return 'seed'
    if (looksRandom(part)) return 'api_secret'
  }
  if (isAddress) return null
  if (looksLikeRecoveryCode(token)) return 'code'
  return looksLikePassword(token) ? 'password' : null
}

const emailAddress = /^[^@\s]{1,64}@[\p{L}\p{N}.-]{1,255}\.\p{L}{2,}[.!?:]?$/u

/** How makers of programming interfaces begin their secrets. */
const knownSecret =
  /^(?:(?:sk|rk|pk|whsec)_(?:live_|test_)?\w{8}|sk-[\w-]{12}|(?:AKIA|ASIA)[A-Z0-9]{8}|gh[oprsu]_\w{8}|github_pat_\w{8}|gl(?:pat|dt|rt)-[\w-]{8}|xox[a-z]-[\w-]{6}|xapp-[\w-]{6}|eyJ[\w-]{8}|AIza[\w-]{20}|ya29\.\w{8}|SG\.[\w-]{8}|npm_\w{12}|pypi-\w{12}|dop_v1_\w{8}|shp(?:at|ss|ca)_\w{8}|AGE-SECRET-KEY-|EAAC\w{12}|[A-Z]{2}[0-9a-f]{32}$)/

/** Seeds are shown in groups of four: jbsw y3dp ehpk 3pxp. A group of letters and digits tells them from a sentence. */
function spacedSeed(text: string): boolean {
  for (const [run] of text.matchAll(groupsOfFour)) {
    if (run.split(/[ -]/).some((group) => /\d/.test(group) && /[A-Za-z]/.test(group))) return true
  }
  return false
}

const groupsOfFour =
  /(?<![\p{L}\p{N}])(?:(?:[a-z2-7]{4}[ -]){3,8}[a-z2-7]{2,4}|(?:[A-Z2-7]{4}[ -]){3,8}[A-Z2-7]{2,4})(?![\p{L}\p{N}])/gu

function isBase32Seed(part: string): boolean {
  return /^(?:[A-Z2-7]{16,}|[a-z2-7]{16,})={0,6}$/.test(part) && /[2-7]/.test(part) && /[A-Za-z]/.test(part)
}

/** Four groups of four letters, as app passwords are shown. Some group without a vowel tells them from a sentence. */
function spacedLetters(text: string): boolean {
  for (const [run] of text.matchAll(/(?<![\p{L}\p{N}])(?:[a-z]{4}[ -]){3}[a-z]{4}(?![\p{L}\p{N}])/gu)) {
    if (run.split(/[ -]/).some((group) => !/[aeiouy]/.test(group))) return true
  }
  return false
}

/** Long, with digits among the letters or capitals among the small ones all the way through. */
function looksRandom(part: string): boolean {
  const letters = part.replace(/[^A-Za-z0-9]/g, '')
  if (letters.length < 20 || letters.length < part.length * 0.8) return false
  const digitRuns = letters.match(/\d+/g)?.length ?? 0
  if (digitRuns < (letters.length >= 32 ? 1 : 2)) return false
  let changes = 0
  for (let i = 1; i < letters.length; i++) if (classOf(letters, i) !== classOf(letters, i - 1)) changes++
  return changes / letters.length >= 0.25
}

function classOf(text: string, at: number): 'digit' | 'capital' | 'small' {
  const code = text.charCodeAt(at)
  return code < 58 ? 'digit' : code < 91 ? 'capital' : 'small'
}

/** Equal groups with a dash: a1b2-c3d4, WDJB-MJHT, abcde-12345-fghij. Pairs of words, as in long-term, are not. */
function looksLikeRecoveryCode(token: string): boolean {
  const groups = token.replace(/[.!?:]$/, '').split('-')
  const size = groups[0]?.length ?? 0
  if (groups.length < 2 || size < 4 || size > 8) return false
  if (!groups.every((group) => group.length === size && /^[A-Za-z0-9]+$/.test(group))) return false
  if (groups.some((group) => /\d/.test(group) && /[A-Za-z]/.test(group))) return true
  if (groups.every((group) => /^\d+$/.test(group))) return false // left to the rules for numbers
  if (groups.length > 2) return groups.length > 3 || groups.some((group) => /^[A-Z]+$|^\d+$/.test(group))
  if (!/^(?:[a-z]+-[a-z]+|[A-Z]+-[A-Z]+)$/.test(groups.join('-'))) return false
  const unlikeWord = size === 4 ? /[^aeiouy]{3}/i : /^[^aeiouy]+$/i
  return groups.some((group) => unlikeWord.test(group))
}

/** One word of at least eight characters with small letters, capitals, digits and a sign: Summer2024! */
function looksLikePassword(token: string): boolean {
  if (token.length < 8 || token.length > 64 || token.includes('://')) return false
  return /[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token) && /[!@#$%^*~]/.test(token)
}
