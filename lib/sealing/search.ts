/**
 * Keyed indexes over sealed values, so that the database can find what it cannot read (K12: the key is not in it).
 * Equal values give equal keys: a dump shows which people share an e-mail address or the beginning of a name, not what.
 */
import { createHmac, hkdfSync } from 'node:crypto'
import type { InstallationKey } from '@/lib/sealing/rules'

/** 32 bytes. Changes with the installation key: turning keys means writing the indexes anew. */
export function indexKeyOf(installation: InstallationKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', installation.key, '', 'muster blind index 1', 32))
}

/**
 * The key under which an exact value is found: HMAC-SHA-256 cut to 16 bytes, base64url, 22 characters.
 * The purpose keeps columns apart: the same value under another purpose gives an unrelated key. Takes the value
 * as it is; bring it into one form first (sameEmail).
 */
export function blindIndex(value: string, purpose: string, indexKey: Uint8Array): string {
  const named = Buffer.from(purpose, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(named.length)
  const mac = createHmac('sha256', indexKey).update(length).update(named).update(value, 'utf8').digest()
  return mac.subarray(0, 16).toString('base64url')
}

/** The form in which two spellings of one e-mail address are equal: trimmed, NFC, lower case. */
export function sameEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase().normalize('NFC')
}

/**
 * The keys under which a name is found by the beginnings of its words, at most 40, in no telling order.
 * Beginnings are 2 to 8 characters long (1 in scripts where a character is a word); a longer word is found by its first
 * 8 characters, so a search may bring a few more than asked for: compare again once the names are open (nameMatches).
 * Above 40 the longest beginnings are left out.
 */
export function nameKeys(name: string, indexKey: Uint8Array): string[] {
  const beginnings = new Set(wordsOfName(name).flatMap(beginningsOf))
  const kept = [...beginnings].sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, mostKeys)
  return kept.map((beginning) => blindIndex(beginning, purpose, indexKey)).sort()
}

/**
 * The keys that a name must all have to answer a query. Empty where the query says nothing that can be searched for
 * (blank, or one Latin letter): such a query does not narrow anything.
 */
export function searchKeys(query: string, indexKey: Uint8Array): string[] {
  const asked = new Set(wordsOf(query).flatMap((word) => beginningsOf(word).slice(-1)))
  return [...asked].slice(0, mostKeys).map((beginning) => blindIndex(beginning, purpose, indexKey))
}

/** Does every word of the query begin a word of the name? The exact form of what searchKeys asks for. */
export function nameMatches(name: string, query: string): boolean {
  const words = wordsOfName(name)
  return wordsOf(query).every((asked) => words.some((word) => word.startsWith(asked)))
}

const purpose = 'name'
const mostKeys = 40
const longest = 8

/** NFKD takes letters and their marks apart; these letters have no such parts. */
const foldings = 'ß ss æ ae œ oe ø o ð d đ d ħ h ı i ł l þ th ŧ t ς σ'.split(' ')

function fold(text: string): string {
  let folded = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  for (let i = 0; i < foldings.length; i += 2)
    folded = folded.replaceAll(foldings[i] ?? '', foldings[i + 1] ?? '')
  // Hangul comes back together, so that one syllable is one character again.
  return folded.normalize('NFC')
}

/** An apostrophe joins: O'Brien is "obrien". */
function wordsOf(text: string): string[] {
  return splitWords(fold(text).replace(apostrophes, ''))
}

/** A name is also found by what stands behind its apostrophe: O'Brien is "obrien" and "brien". */
function wordsOfName(name: string): string[] {
  return [...wordsOf(name), ...splitWords(fold(name).replace(apostrophes, ' '))]
}

const apostrophes = /['\u2019\u02bc]/g

function splitWords(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

const oneCharacterWords = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

function beginningsOf(word: string): string[] {
  const characters = [...word]
  const shortest = oneCharacterWords.test(word) ? 1 : 2
  const beginnings: string[] = []
  for (let length = shortest; length <= Math.min(characters.length, longest); length++) {
    beginnings.push(characters.slice(0, length).join(''))
  }
  return beginnings
}

function lengthOf(text: string): number {
  return [...text].length
}
