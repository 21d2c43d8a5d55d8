/** What the name of a key may not hold: a key is known here by what it is called, never by what it is. */

/**
 * Does a text tell how a key ends or begins: "ends in 8f3a", "last four Qz81", "…x9Kp", "SK3f…"? Whole values are
 * refused by the check that all free text passes.
 */
export function hasTail(text: string): boolean {
  const folded = text.normalize('NFKC')
  if (cutOff.test(folded)) return true
  for (const [, part = ''] of folded.matchAll(announced)) if (telling.test(part)) return true
  return false
}

const announced =
  /(?<!\p{L})(?:ends|ending|begins|beginning|starts|starting|last|first)(?: (?:with|in|on|are|is|two|three|four|five|six|eight|\d|characters|chars|letters|digits|of|the|key))*[ :=“"'(]{1,4}([\w-]{2,12})(?![\w-])/giu
/** A piece of something random, and neither a word, nor a year, nor a date. */
const telling = /^(?!(?:19|20)\d\d(?:-\d\d){0,2}$)(?=.*(?:\d|[a-z][A-Z]))/
/** Letters or digits beside dots or stars that stand for what was left out. NFKC makes three dots of an ellipsis. */
const cutOff =
  /(?:\.{2,}|[*•]{2,}|x{3,})[ -]?[\w-]{2,12}(?![\w-])|(?<![\w-])[\w-]*[\d_][\w-]*(?:\.{3,}|[*•]{2,})/u
