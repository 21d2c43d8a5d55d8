import { describe, expect, test } from 'vitest'
import { listAddress, readAddress, shows } from '@/lib/exceptions/address'
import {
  barredFromDeciding,
  besideTotal,
  lastDay,
  mayBeAccepted,
  mayEndOn,
  offeredOf,
  stateOf,
} from '@/lib/exceptions/rules'
import type { ItemId } from '@/lib/guidance/codes'
import { verdicts } from '@/lib/vocabulary'

const row = (change: object = {}) => ({
  outcome: 'approved' as const,
  endsOn: '2026-11-23',
  endedAt: null,
  endedWhy: null,
  ...change,
})

describe('an exception', () => {
  test.each([
    ['counts on its last day', row(), '2026-11-23', 'accepted'],
    ['and ends by itself on the next', row(), '2026-11-24', 'ended'],
    ['waits while nobody has decided, whatever the day', row({ outcome: null }), '2027-01-01', 'asked'],
    ['is refused', row({ outcome: 'refused' }), '2026-11-01', 'refused'],
    [
      'is over once the team ends it',
      row({ endedAt: new Date(0), endedWhy: 'ended_by_security' }),
      '2026-11-01',
      'ended',
    ],
    [
      'is taken back by its holder',
      row({ endedAt: new Date(0), endedWhy: 'withdrawn' }),
      '2026-11-01',
      'withdrawn',
    ],
    [
      'is taken back before anybody decided',
      row({ outcome: null, endedAt: new Date(0), endedWhy: 'withdrawn' }),
      '2026-11-01',
      'withdrawn',
    ],
  ] as const)('%s', (_, one, today, state) => {
    expect(stateOf(one, today)).toBe(state)
  })

  test('ends between tomorrow and 366 days from now', () => {
    const today = '2027-12-31'
    expect(lastDay(today)).toBe('2028-12-31')
    expect(
      ['2027-12-31', '2028-01-01', '2028-12-31', '2029-01-01', ''].map((day) => mayEndOn(day, today)),
    ).toEqual([false, true, true, false, false])
  })

  test('is for what is known to fall short, never for the unknown', () => {
    expect(verdicts.filter((verdict) => mayBeAccepted(verdict))).toEqual(['partly_met', 'not_met'])
  })

  test('is never decided by who asked for it, nor by its holder', () => {
    const of = { personId: 'sam', requestedBy: 'kim' }
    expect(['sam', 'kim', 'nora'].map((actor) => barredFromDeciding(of, actor))).toEqual([
      'holder',
      'asked',
      null,
    ])
    expect(barredFromDeciding({ personId: 'kim', requestedBy: 'kim' }, 'kim')).toBe('holder')
  })
})

describe('the address of the list', () => {
  const id = '0b1e1a3a-0000-4000-8000-000000000000'
  test('comes back as it was written, for each list and either way', () => {
    for (const show of shows) {
      const key = show === 'waiting' ? '2026-11-01T09:00:00.123Z' : '2026-11-01'
      for (const cursor of [null, { way: 'after' as const, key, id }, { way: 'before' as const, key, id }]) {
        const asked = Object.fromEntries(new URL(listAddress(show, cursor), 'http://x').searchParams)
        expect(readAddress(asked)).toEqual({ show, cursor })
      }
    }
  })

  test.each([
    [{ show: 'all' }],
    [{ show: ['ended', 'ended'] }],
    [{ after: `2026-11-01~${id}` }],
    [{ after: `2026-13-41T09:00:00.123Z~${id}` }],
    [{ after: `2026-11-01T09:00:00.123Z~${'-'.repeat(36)}` }],
    [{ before: '~' }],
  ])('passes over what makes no sense: %j', (asked) => {
    expect(readAddress(asked)).toEqual({ show: 'waiting', cursor: null })
  })
})

describe('a total and its items', () => {
  const on = (item: ItemId, acceptedUntil: string | null = null, exceptionAsked = false) => ({
    item,
    verdict: 'not_met' as const,
    acceptedUntil,
    exceptionAsked,
  })
  test('are not both offered: Sam chooses among the items', () => {
    const offered = offeredOf([on('G2'), on('G2.0'), on('G3'), on('G3.0'), on('G3.3')])
    expect(offered.map(({ item }) => item)).toEqual(['G2.0', 'G3.0', 'G3.3'])
  })
  test('a total is offered where none of its items falls short', () => {
    expect(offeredOf([on('G3')]).map(({ item }) => item)).toEqual(['G3'])
    expect(offeredOf([on('G3'), on('G2.0')]).map(({ item }) => item)).toEqual(['G3', 'G2.0'])
  })
  test('a total is accepted once all of it that falls short is, until the first of the days', () => {
    const some = [on('G3.0', '2027-02-01'), on('G3.3')]
    expect(besideTotal(on('G3'), some).acceptedUntil).toBeNull()
    const all = [on('G3.0', '2027-02-01'), on('G3.3', '2027-01-01'), on('G2.0')]
    expect(besideTotal(on('G3'), all).acceptedUntil).toBe('2027-01-01')
    expect(besideTotal(on('G3'), [on('G3.0', null, true)]).exceptionAsked).toBe(true)
    expect(besideTotal(on('G3'), [])).toEqual(on('G3'))
  })
})
