/** Numbers and lists inside sentences. */

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** @returns the number as a sentence says it: below ten in words (zero as "no"), then digits with thousands apart. */
export const inWords = (count: number) => words[count] ?? digits(count)

/** @returns digits with thousands apart: 2,310. */
export const digits = (count: number) => written.format(count)
const written = new Intl.NumberFormat('en-GB')

/** @returns "one account", "six accounts", "no accounts", "12 accounts". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${inWords(count)} ${count === 1 ? one : many}`

/** @returns the sentence with a capital at its start. */
export const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** @returns "Bank", "Bank and Mailbox", "Bank, Mailbox and Signal". */
export const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
