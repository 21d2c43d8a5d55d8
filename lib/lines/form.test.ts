import { expect, test } from 'vitest'
import { lineEntry } from '@/lib/lines/entry'
import { phone } from '@/lib/lines/entry.fixture'
import { entryFrom, fieldsFrom, lineField } from '@/lib/lines/form'
import { settled } from '@/lib/lines/rules'

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const whole = phone({
  accountHolder: 'me',
  usedFor: 'both',
  receivesCodes: 'yes',
  accountPin: 'set',
  pinIs: 'account_pin',
  pinOwnChoice: 'chosen_by_me',
  pinSetOn: '2026-10-01',
  portOutLock: 'on',
  simChangeLock: 'not_sure',
  hasOnlineAccount: 'yes',
  carrierPasswordChanged: 'yes',
  carrierPasswordChangedOn: '2026-10-02',
  changedWithManager: 'no',
})

test('what is on record comes back unchanged from the form it fills', () => {
  expect(lineEntry.parse(entryFrom(formOf(fieldsFrom(whole))))).toEqual(whole)
  const own = phone({ carrierId: null }, { ownCarrier: 'Harbour Mobile', note: 'Contract ends in May' })
  expect(lineEntry.parse(entryFrom(formOf(fieldsFrom(own))))).toEqual(own)
})

test('a form with nothing chosen leaves every question unanswered, never "no"', () => {
  const { facts } = lineEntry.parse(entryFrom(formOf({ label: 'Own phone' })))
  expect(new Set(Object.values(facts))).toEqual(new Set(['unanswered', null]))
})

test('answers to questions that another answer makes moot are not read', () => {
  const stale = fieldsFrom(whole)
  expect(entryFrom(formOf({ ...stale, accountPin: 'not_set' })).facts).toMatchObject({
    accountPin: 'not_set',
    pinIs: null,
    pinOwnChoice: 'unanswered',
    pinSetOn: null,
  })
  expect(entryFrom(formOf({ ...stale, hasOnlineAccount: 'no' })).facts).toMatchObject({
    carrierAccountId: null,
    carrierPasswordChanged: 'unanswered',
    carrierPasswordChangedOn: null,
    changedWithManager: 'unanswered',
  })
})

test('a PIN of which Sam is not sure what it is leaves him not sure whether the account has one', () => {
  const { facts } = entryFrom(formOf({ label: 'Own phone', accountPin: 'set', pinIs: 'not_sure' }))
  expect(facts).toMatchObject({ accountPin: 'not_sure', pinIs: null })
})

test('a look-alike on record shows again as what was said to be set', () => {
  const held = { ...whole, facts: settled({ ...whole.facts, pinIs: 'sim_card_pin' }) }
  expect(held.facts.accountPin).toBe('not_set')
  expect(fieldsFrom(held)).toMatchObject({ accountPin: 'set', pinIs: 'sim_card_pin', pinOwnChoice: '' })
  expect(settled(lineEntry.parse(entryFrom(formOf(fieldsFrom(held)))).facts)).toEqual(held.facts)
})

test('a problem of the command is shown at the field of the form', () => {
  expect(['facts.pinSetOn', 'label', ''].map(lineField)).toEqual(['pinSetOn', 'label', ''])
})
