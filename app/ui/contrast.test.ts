import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(path.resolve(import.meta.dirname, '../globals.css'), 'utf8')
const light = colours(css.slice(css.indexOf('color-scheme: light'), css.indexOf('@variant dark')))
const dark = {
  ...light,
  ...colours(css.slice(css.indexOf('@variant dark'), css.indexOf('@media (forced-colors'))),
}
const grounds = ['paper', 'surface', 'sunken']
const levels = ['level-0', 'level-1', 'level-2', 'level-3', 'level-4']

/** What stands on what, and how far apart it has to be (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [front: string, back: string, least: number][] = [
  ...on(['ink', 'soft', 'accent', 'met', 'partly', 'unmet', 'unknown', ...levels], grounds, 4.5),
  ...on(['ink', 'accent'], ['wash'], 4.5),
  ['on-accent', 'accent', 4.5],
  ...on(['edge'], [...grounds, 'wash'], 3),
]

for (const [theme, colour] of Object.entries({ light, dark }))
  test(`text and marks can be read in the ${theme} theme`, () => {
    const ratios = pairs.map(([front, back, least]) => {
      const ratio = contrast(colour[front], colour[back])
      return { pair: `${front} on ${back}`, ratio: Math.floor(ratio * 100) / 100, least }
    })
    expect(ratios.filter(({ ratio, least }) => ratio < least)).toEqual([])
    expect(ratios.map(({ pair, ratio }) => `${pair} ${ratio}`).join('\n')).toMatchSnapshot()
  })

test('the dark theme says every colour anew', () => {
  const said = Object.keys(
    colours(css.slice(css.indexOf('@variant dark'), css.indexOf('@media (forced-colors'))),
  )
  expect(said).toEqual(Object.keys(light))
})

test('forced colours replace every colour by one of the system', () => {
  const forced = css.slice(css.indexOf('@media (forced-colors'), css.indexOf('@layer base'))
  for (const name of Object.keys(light)) expect(forced).toMatch(new RegExp(`--${name}: [A-Z]`))
})

function on(fronts: string[], backs: string[], least: number) {
  return fronts.flatMap((front) => backs.map((back): [string, string, number] => [front, back, least]))
}

function colours(part: string): Record<string, string> {
  return Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => found.slice(1)))
}

function contrast(one = '', other = ''): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((bright ?? Number.NaN) + 0.05) / ((dim ?? Number.NaN) + 0.05)
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
