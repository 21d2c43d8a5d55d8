import { beforeAll, expect, test } from 'vitest'
import { contradictions, missingReferences } from '@/lib/accounts/rules'
import { contradictions as lineContradictions } from '@/lib/lines/rules'
import { postureOf } from '@/lib/posture/rules'
import type { Judgement } from '@/lib/posture/shapes'
import { serviceById } from '@/lib/services/catalogue'
import { textProblem } from '@/lib/text/rules'
import { diceFrom } from './dice'
import { type HeldAccount, type HeldLine, planFrom, sittingFrom } from './inventory'
import { nameFrom } from './names'

const today = '2026-11-20'
type Held = { accounts: HeldAccount[]; lines: HeldLine[]; judgements: readonly Judgement[] }
let lists: Held[]

/** 800 people after three sittings on one day. */
beforeAll(() => {
  lists = Array.from({ length: 800 }, (_, number) => {
    const dice = diceFrom(`list ${number}`)
    const plan = planFrom(dice)
    const held: Held = { accounts: [], lines: [], judgements: [] }
    let inventory = null
    for (const nth of [0, 1, 2]) {
      const sitting = sittingFrom(dice, { plan, nth, ...held, at: new Date(today), earlier: '2026-10-02' })
      const kept = sitting.accounts.filter(({ what }) => what !== 'removed').map((act) => act.held)
      const lines = sitting.lines.map((act) => act.held)
      held.accounts = [...held.accounts.filter(({ id }) => !kept.some((each) => each.id === id)), ...kept]
      held.lines = [...held.lines.filter(({ id }) => !lines.some((each) => each.id === id)), ...lines]
      inventory = sitting.inventory ?? inventory
    }
    const dated = { confirmedOn: today, enteredOn: today }
    const posture = postureOf({
      id: dice.uuid(),
      tier: 'standard',
      accounts: held.accounts.map((account) => ({ ...account, ...dated })),
      lines: held.lines.map((line) => ({
        ...line,
        ...dated,
        carrier: line.carrierId === null ? null : serviceById(line.carrierId),
      })),
      inventory,
    })
    return { ...held, judgements: posture.judgements }
  })
})

test('nobody made up says what a form would refuse', () => {
  const found = lists.flatMap(({ accounts, lines }) => {
    const holdings = {
      accounts: new Set(accounts.map(({ id }) => id)),
      lines: new Set(lines.map(({ id }) => id)),
    }
    const categories = new Map(accounts.map(({ id, facts }) => [id, facts.category]))
    return [
      ...accounts.map(({ id, service, facts }) => ({
        ...contradictions(
          {
            serviceId: service?.id ?? null,
            ownName: service ? '' : 'Town library',
            label: '',
            note: '',
            visibility: 'counted_only',
            facts,
          },
          { id, service, today },
        ),
        ...missingReferences(facts, holdings),
      })),
      ...lines.map(({ carrierId, facts }) =>
        lineContradictions(
          { facts, ownCarrier: '' },
          { carrier: carrierId === null ? null : serviceById(carrierId), accounts: categories, today },
        ),
      ),
    ].filter((problems) => Object.keys(problems).length > 0)
  })
  expect(found).toEqual([])
})

test('every verdict that an item can have is there, and every kind of unknown', () => {
  const found = new Map<string, Set<string>>()
  for (const { item, verdict, unknownKind } of lists.flatMap(({ judgements }) => judgements)) {
    const said = found.get(item) ?? new Set()
    found.set(item, said.add(verdict).add(unknownKind ?? verdict))
  }
  const most = [
    'met',
    'partly_met',
    'not_met',
    'not_applicable',
    'unknown',
    'unanswered',
    'not_sure',
    'never_asked',
  ]
  const without = (...words: string[]) => most.filter((word) => !words.includes(word))
  const expected: Record<string, string[]> = {
    'G2.0': without('partly_met'),
    'G2.1': ['met', 'partly_met', 'unknown'],
    'G2.2': most,
    'G2.3': most,
    'G2.4': without('partly_met', 'not_applicable', 'never_asked'),
    'G3.0': most,
    'G3.1': without('not_met'),
    'G3.2': most,
    'G3.3': most,
    'G5.0': most,
    'G5.1': most,
    'G5.2': most,
    G2: most,
    G3: most,
    G5: most,
  }
  const missing = Object.entries(expected).map(([item, words]) => [
    item,
    words.filter((word) => !found.get(item)?.has(word)),
  ])
  expect(missing).toEqual(Object.keys(expected).map((item) => [item, []]))
})

test('lists are as long as people’s are: about 9 accounts and 1.3 lines', () => {
  const mean = (count: (list: Held) => number) =>
    lists.reduce((sum, list) => sum + count(list), 0) / lists.length
  expect(mean(({ accounts }) => accounts.length)).toBeGreaterThan(8)
  expect(mean(({ accounts }) => accounts.length)).toBeLessThan(11)
  expect(mean(({ lines }) => lines.length)).toBeGreaterThan(1.1)
  expect(mean(({ lines }) => lines.length)).toBeLessThan(1.5)
})

test('names could have been typed, some from right to left and some very long', () => {
  const dice = diceFrom('names')
  const names = Array.from({ length: 2000 }, () => nameFrom(dice))
  expect(names.filter((name) => textProblem('name', name) !== null)).toEqual([])
  expect(names.some((name) => /\p{sc=Hebrew}/u.test(name))).toBe(true)
  expect(names.some((name) => /\p{sc=Arabic}/u.test(name))).toBe(true)
  expect(names.some((name) => name.length > 60)).toBe(true)
})
