import { expect, test } from 'vitest'
import { reporting } from '@/lib/guidance/reporting'
import { emptySheet } from '@/lib/incidents/facts'
import { reportLines, sheetText } from './incident-sheet'

const of = { reportedTo: [], reportedOn: '', who: null }

test('the report has the document’s fields, in its order and words', () => {
  expect(reportLines(emptySheet).map(({ label }) => label)).toEqual([
    'Date',
    'Time',
    'Location of the incident',
    'Type of activity',
    'Number of people affected',
    'Type of equipment used for the activity',
    'Name of the submitting company or organization',
    'Designated point of contact',
  ])
})

test('as text it holds everything that was typed, and where to report', () => {
  const sheet = {
    ...emptySheet,
    date: '2026-11-20',
    time: '21:40',
    zone: 'Europe/Vienna',
    activity: 'Odd\nin two lines',
    device: 'own phone',
  }
  const text = sheetText({
    ...of,
    sheet,
    reportedTo: ['carrier'],
    reportedOn: '2026-11-21',
    who: 'Kim, room 4',
    ref: 'I-0A',
  })
  for (const said of [
    'Incident sheet I-0A',
    'Date: 20 November 2026\nTime: 21:40 Europe/Vienna\nLocation of the incident: –\nType of activity: Odd\n  in two lines\n',
    'Which device do you doubt: own phone',
    'Who was told already: The phone company',
    'Security team: Kim, room 4',
    `CISA, by phone: ${reporting.phone}`,
    `CISA, by e-mail: ${reporting.email}`,
    'This sheet is sent to nobody by itself.',
  ])
    expect(text).toContain(said)
})

test('a day that was typed badly is kept as it was typed', () => {
  expect(reportLines({ ...emptySheet, date: 'last Friday' })[0]?.value).toBe('last Friday')
})
