/** Chance that repeats: the same seed throws the same numbers. For made-up people only, never for secrets. */
import { createHash } from 'node:crypto'

export type Dice = {
  /** A number from 0 up to, not including, 1. */
  throw: () => number
  /** True with this probability. */
  chance: (probability: number) => boolean
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number
  pick: <One>(list: readonly [One, ...One[]]) => One
  /** One of the words, as often as its weight says beside the others. */
  weighted: <Word extends string>(weights: Readonly<Partial<Record<Word, number>>>) => Word
  uuid: () => string
}

/** The generator sfc32, its state taken from SHA-256 of the seed. */
export function diceFrom(seed: string): Dice {
  const start = createHash('sha256').update(seed).digest()
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => start.readInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ]
  const word = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const thrown = () => word() / 2 ** 32
  return {
    throw: thrown,
    chance: (probability) => thrown() < probability,
    between: (least, most) => least + Math.floor(thrown() * (most - least + 1)),
    pick: (list) => list[Math.floor(thrown() * list.length)] ?? list[0],
    weighted: (weights) => weightedWord(weights, thrown()),
    uuid: () => {
      const hex = [word(), word(), word(), word()].map((part) => part.toString(16).padStart(8, '0')).join('')
      const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}

function weightedWord<Word extends string>(
  weights: Readonly<Partial<Record<Word, number>>>,
  at: number,
): Word {
  const entries = Object.entries(weights) as [Word, number][]
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [word, weight] of entries) {
    left -= weight
    if (left < 0) return word
  }
  const last = entries.at(-1)
  if (!last) throw new Error('nothing to choose from')
  return last[0]
}
