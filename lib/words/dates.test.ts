import { expect, test } from 'vitest'
import { age, dayOf, daysBetween, shortDay, writtenDay, writtenMoment, writtenMonth } from './dates'

test('a day is written out, with its weekday where it is asked for', () => {
  expect(writtenDay('2026-11-16')).toBe('16 November 2026')
  expect(writtenDay('2026-11-16', { weekday: true })).toBe('Monday 16 November 2026')
})

test('a month is written out', () => {
  expect(writtenMonth('2026-11')).toBe('November 2026')
})

test('a moment says its time zone, in summer and in winter', () => {
  expect(writtenMoment(new Date('2026-11-16T13:05:00Z'), 'Europe/Vienna')).toBe('16 November 2026, 14:05 CET')
  expect(writtenMoment(new Date('2026-07-16T13:05:00Z'), 'Europe/Vienna')).toBe('16 July 2026, 15:05 CEST')
  expect(writtenMoment(new Date('2026-11-16T00:00:00Z'), 'UTC')).toBe('16 November 2026, 00:00 UTC')
})

test('a moment late in the evening belongs to the day of its place', () => {
  const moment = new Date('2026-12-31T23:30:00Z')
  expect(dayOf(moment, 'Europe/Vienna')).toBe('2027-01-01')
  expect(dayOf(moment, 'America/New_York')).toBe('2026-12-31')
})

test('an age is said in words, also over the change of the clocks', () => {
  const ages = ['2026-11-23', '2026-11-22', '2026-11-20', '2026-04-23', '2026-11-24', '2026-11-25']
  expect(ages.map((day) => age(day, '2026-11-23'))).toEqual([
    'today',
    'yesterday',
    'three days ago',
    '214 days ago',
    'tomorrow',
    'in two days',
  ])
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})

test('a chart says the year only where it turns', () => {
  expect(['2026-10-01', '2027-01-01'].map((day) => shortDay(new Date(day)))).toEqual(['1 Oct', '1 Jan 2027'])
})
