/** Text inside an SVG has to be broken by hand, and measured without a browser. */

/** The mean width of a letter as a share of its size, in the widest of the system fonts and in bold. */
const letterWidth = 0.64

/** @returns about how many pixels the text takes on one line. */
export const widthOf = (text: string, size: number) => Math.ceil([...text].length * size * letterWidth)

/**
 * @param width pixels there are for a line.
 * @returns the lines, broken between words where it can be; the last of `most` lines ends in an ellipsis if
 *   something had to be left out.
 */
export function broken(text: string, size: number, width: number, most: number): string[] {
  const letters = Math.max(4, Math.floor(width / (size * letterWidth)))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((word) => pieces(word, letters))) {
    const longer = line ? `${line} ${word}` : word
    if ([...longer].length <= letters) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')].slice(0, letters - 1).join('')
  return [...lines.slice(0, most - 1), `${last}…`]
}

function pieces(word: string, letters: number): string[] {
  const all = [...word]
  if (all.length <= letters) return [word]
  return Array.from({ length: Math.ceil(all.length / letters) }, (_, place) =>
    all.slice(place * letters, (place + 1) * letters).join(''),
  )
}
