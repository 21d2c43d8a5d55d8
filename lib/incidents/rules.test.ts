import { describe, expect, test } from 'vitest'
import type { IncidentEntry } from '@/lib/incidents/entry'
import { incidentEntry } from '@/lib/incidents/entry'
import { oddDevice } from '@/lib/incidents/entry.fixture'
import { emptySheet } from '@/lib/incidents/facts'
import { entryFrom, fieldsFrom, incidentField } from '@/lib/incidents/form'
import {
  contactVerdict,
  contradictions,
  handedOver,
  isExactPlace,
  settled,
  takenBack,
} from '@/lib/incidents/rules'
import { incidentProblems as says } from '@/lib/words/incident-form'

const days = { today: '2026-11-23', there: '2026-11-23' }
const problemsOf = (entry: IncidentEntry, on = days) => contradictions(entry, on)

describe('a sheet', () => {
  test('may be left empty altogether', () => {
    expect(problemsOf(oddDevice(emptySheet))).toEqual({})
    expect(incidentEntry.safeParse(oddDevice(emptySheet)).success).toBe(true)
  })

  test('bears no day that has not come, in its own time zone', () => {
    expect(problemsOf(oddDevice({ date: '2026-11-24' }))).toEqual({ 'sheet.date': [says.dayAhead] })
    expect(problemsOf(oddDevice({ date: '2026-11-24' }), { ...days, there: '2026-11-24' })).toEqual({})
  })

  test('does not say that nobody and somebody was told, nor on what day nobody was', () => {
    expect(problemsOf(oddDevice({}, { reportedTo: ['carrier', 'nobody_yet'] }))).toEqual({
      reportedTo: [says.nobodyAndSomebody],
    })
    expect(problemsOf(oddDevice({}, { state: 'reported' }))).toEqual({ reportedTo: [says.toWhom] })
    expect(problemsOf(oddDevice({}, { reportedTo: ['nobody_yet'], reportedOn: '2026-11-20' }))).toEqual({
      reportedOn: [says.toNobody],
    })
    expect(problemsOf(oddDevice({}, { reportedTo: ['carrier'], reportedOn: '2026-11-24' }))).toEqual({
      reportedOn: [says.dayAhead],
    })
    expect(problemsOf(oddDevice({}, { state: 'closed' }))).toEqual({})
  })

  test('is reported once somebody was told, whatever the form still said', () => {
    expect(settled(oddDevice({}, { reportedTo: ['carrier'] })).state).toBe('reported')
    expect(settled(oddDevice({}, { reportedTo: ['carrier'], state: 'closed' })).state).toBe('closed')
    expect(settled(oddDevice({}, { reportedTo: ['nobody_yet'] })).state).toBe('draft')
  })

  test.each([
    ['48.2082, 16.3738', true],
    ['48.2082,16.3738', true],
    ['-33.8688 151.2093', true],
    ['48°12′29″N 16°22′26″E', true],
    ['https://maps.app.goo.gl/abc', true],
    ['https://www.google.com/maps/@48.2,16.3', true],
    ['///filled.count.soap', true],
    ['Vienna', false],
    ['The office, 3rd floor, room 1204', false],
    ['On a train between Linz and Salzburg', false],
    ['Hall 4.2, stand 12', false],
  ])('at "%s" is at an exact place: %s', (place, exact) => {
    expect(isExactPlace(place)).toBe(exact)
  })

  test('is looked at in time that grows with its length alone: steps that grew with its square would not end here', () => {
    for (const piece of ['1.', '1 ', '48.2082 ', '///a.', '1°'])
      expect(typeof isExactPlace(piece.repeat(500_000)), piece).toBe('boolean')
  })
})

describe('handing over', () => {
  test('is a report to the team from today; what was reported before stays as it was', () => {
    expect(handedOver({ state: 'draft', reportedTo: ['nobody_yet'], reportedOn: null }, days.today)).toEqual({
      state: 'reported',
      reportedTo: ['own_security_team'],
      reportedOn: days.today,
    })
    expect(
      handedOver({ state: 'closed', reportedTo: ['carrier'], reportedOn: '2026-11-01' }, days.today),
    ).toEqual({ state: 'closed', reportedTo: ['own_security_team', 'carrier'], reportedOn: '2026-11-01' })
  })

  test('taken back, the team was not told', () => {
    const handed = handedOver({ state: 'draft', reportedTo: [], reportedOn: null }, days.today)
    expect(takenBack(handed)).toEqual({ state: 'ready', reportedTo: [], reportedOn: null })
    expect(takenBack({ ...handed, reportedTo: ['own_security_team', 'carrier'] })).toEqual({
      state: 'reported',
      reportedTo: ['carrier'],
      reportedOn: days.today,
    })
  })
})

describe('whether somebody is named whom people tell', () => {
  const on = (value: 'yes' | 'no', confirmedOn = '2026-11-01') => ({ value, confirmedOn })
  test.each([
    ['nobody has said', null, 'unknown', 'never_asked', null],
    ['yes', on('yes'), 'met', null, '2027-11-02'],
    ['no', on('no'), 'not_met', null, '2027-11-02'],
    ['yes, on the last day it counts', on('yes', '2025-11-23'), 'met', null, '2026-11-24'],
    ['yes, a day longer ago', on('yes', '2025-11-22'), 'unknown', 'old', null],
    ['no, longer ago', on('no', '2025-11-22'), 'unknown', 'old', null],
  ] as const)('%s', (_, stated, verdict, unknownKind, turnsOn) => {
    expect(contactVerdict(stated, days.today, 365)).toMatchObject({
      item: 'R.organisation',
      verdict,
      unknownKind,
      turnsOn,
      nextAction: verdict === 'met' ? null : 'name_contact',
    })
  })
})

describe('the form', () => {
  const formOf = (fields: Record<string, string>, told: readonly string[] = []) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const to of told) form.append('reportedTo', to)
    return form
  }

  test('gives back what is on record unchanged', () => {
    const entry = oddDevice(
      {
        date: '2026-11-20',
        time: '21:40',
        zone: 'Europe/Vienna',
        location: 'On a train',
        firstActions: 'a\nb',
      },
      { reportedTo: ['own_security_team', 'carrier'], reportedOn: '2026-11-21', state: 'reported' },
    )
    const form = formOf({ ...fieldsFrom(entry) }, ['carrier', 'own_security_team'])
    expect(incidentEntry.parse(entryFrom(form))).toEqual(entry)
  })

  test('an empty one is a draft of which nothing is known; a zone without a time says nothing', () => {
    expect(incidentEntry.parse(entryFrom(formOf({ zone: 'Europe/Vienna' })))).toEqual(
      oddDevice(emptySheet, { kind: 'other' }),
    )
  })

  test.each([
    ['date', '23.11.2026', says.date],
    ['time', '9 pm', says.clock],
    ['time', '24:00', says.clock],
  ])('%s %s is refused at its field', (field, value, sentence) => {
    const parsed = incidentEntry.safeParse(entryFrom(formOf({ [field]: value })))
    expect(parsed.error?.issues.map(({ path, message }) => [incidentField(path.join('.')), message])).toEqual(
      [[field, sentence]],
    )
  })

  test('a number, a code and a PIN are refused wherever they are typed', () => {
    for (const field of ['location', 'activity', 'contact', 'firstActions', 'related', 'device', 'company'])
      for (const secret of ['+43 664 1741741', 'code: 493 221', 'my PIN is 4711'])
        expect([field, incidentEntry.safeParse(entryFrom(formOf({ [field]: secret }))).success]).toEqual([
          field,
          false,
        ])
  })
})
