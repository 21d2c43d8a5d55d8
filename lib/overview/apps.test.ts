import { expect, test } from 'vitest'
import { appFigures } from './apps'
import type { RawApps } from './raw'

const asOf = '2026-11-16T06:00:00.000Z'
const crowd = { people: 60, most: 60, k: 5, smallest: 9 }
const told = (use: RawApps['use'], verdicts: RawApps['verdicts'] = {}, people = 60) =>
  appFigures(null, { asOf, apps: { use, verdicts, changed: null } }, { ...crowd, people, most: people })

test('an app that ten people use is named; one that eight use is not', () => {
  const found = told([
    { apps: ['signal', 'whatsapp'], people: 8 },
    { apps: ['signal'], people: 2 },
  ])
  expect(found.named).toEqual(['signal'])
})

test('names stand in the order of the alphabet: it says nothing of who uses more', () => {
  const found = told([
    { apps: ['whatsapp'], people: 30 },
    { apps: ['signal'], people: 10 },
  ])
  expect(found.named).toEqual(['signal', 'whatsapp'])
})

test('apps that people named freely are never named, however many there are', () => {
  expect(told([{ apps: ['own'], people: 40 }])).toMatchObject({ named: [], others: 'unknown' })
})

test('where the smallest group is larger, so is the crowd that an app needs', () => {
  const apps = { use: [{ apps: ['signal'], people: 14 }], verdicts: {}, changed: null }
  const named = (smallest: number) => appFigures(null, { asOf, apps }, { ...crowd, smallest }).named
  expect([named(9), named(21)]).toEqual([['signal'], []])
})

test('of all other apps the worst is told that a crowd shares, and only bad or unknown', () => {
  const use = [
    { apps: ['pier', 'quay'], people: 7 },
    { apps: ['quay'], people: 1 },
    { apps: ['mole'], people: 3 },
  ]
  expect(told(use, { pier: 'not_met', quay: 'not_met', mole: 'not_met' }).others).toBe('not_met')
  expect(told(use, { pier: 'not_met', quay: 'not_met', mole: 'met' }).others).toBeNull()
  expect(told(use, { quay: 'unknown', mole: 'unknown' }).others).toBe('unknown')
  expect(told(use, { pier: 'met', quay: 'met', mole: 'met' }).others).toBeNull()
  expect(told(use, { pier: 'partly_met', quay: 'partly_met', mole: 'partly_met' }).others).toBeNull()
})

test('that nobody uses another app reads as the few who do', () => {
  const none = told([{ apps: ['signal'], people: 30 }], { signal: 'met', pier: 'not_met' })
  const few = told(
    [
      { apps: ['signal'], people: 26 },
      { apps: ['signal', 'pier'], people: 4 },
    ],
    { signal: 'met', pier: 'not_met' },
  )
  expect(JSON.stringify(none)).toBe(JSON.stringify(few))
})

test('four more or fewer who use an app are never told apart, in organisations of any size', () => {
  for (let people = 9; people <= 120; people++)
    for (const app of ['signal', 'own']) {
      const like = new Map<string, number[]>()
      for (let users = 0; users <= people; users++) {
        const text = JSON.stringify(told([{ apps: [app], people: users }], {}, people))
        like.set(text, [...(like.get(text) ?? []), users])
      }
      for (const counts of like.values()) {
        expect(counts.length).toBeGreaterThanOrEqual(4)
        expect([counts.includes(0), (counts[0] ?? 0) >= 9]).toContain(true)
      }
    }
})

test('names stay until more than five people use other apps than before', () => {
  const before = told([{ apps: ['signal'], people: 30 }])
  const next = (changed: number | null) =>
    appFigures(
      before,
      {
        asOf: '2026-11-23T06:00:00.000Z',
        apps: { use: [{ apps: ['pier'], people: 30 }], verdicts: {}, changed },
      },
      crowd,
    )
  expect(next(5)).toBe(before)
  expect(next(6)).toMatchObject({ asOf: '2026-11-23T06:00:00.000Z', named: ['pier'] })
  expect(() => next(null)).toThrow('whose apps')
})
