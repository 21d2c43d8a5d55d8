import { parse } from 'csv-parse/sync'
import { lte, not } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { endExport, takeExport } from '@/lib/exports/commands'
import { chunksOf } from '@/lib/exports/queries'
import { organisationItemIds } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'
import { stateContact } from '@/lib/incidents/commands/contact'
import { addMessagingApp } from '@/lib/messaging/commands'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'
import { recordEntry, reviseEntry } from '@/lib/platforms/commands'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { entry } from '@/lib/platforms/entry.fixture'
import { reviewApp, ruleOnRecords, stateEmployerLines } from '@/lib/rulings/commands'
import { deviceGroupName } from '@/lib/words/rulings'

let cast: Cast
const said = new Date('2026-11-02T10:00:00Z')
const changed = new Date('2026-11-20T10:00:00Z')
const name = '=HYPERLINK("x"), "quoted"'

async function recorded(of: RegisterEntry): Promise<string> {
  const outcome = await recordEntry(cast.kim, of)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}

let key = ''
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  vi.useFakeTimers({ toFake: ['Date'], now: said })
  await recorded(entry('sending'))
  const platformId = await recorded(entry('platform', { serviceId: 'sinch' }))
  await recorded(entry('account', { platformId, methods: ['sms_code'] }, { label: 'Kq7Z Vandermolen' }))
  const facts = {
    platformId,
    watched: 'no',
    createdOn: null,
    lastChangedOn: null,
    lastLookedOn: null,
  } as const
  for (const serviceId of ['signal', 'whatsapp'])
    expect(await addMessagingApp(cast.sam, { serviceId, ownName: '' })).toMatchObject({ ok: true })
  const checkedOn = '2026-11-02'
  const review = await reviewApp(cast.kim, {
    ...{ key: 'signal', version: 0, checkedOn, facts: { outcome: 'approved', collected: ['phone_number'] } },
    texts: { limits: '', reference: '' },
  })
  const rulings = ['', cast.units.field].map((group) => ({
    ...{ key: group, version: 0, checkedOn, facts: { ruling: 'expiry_allowed' } },
    texts: { policyTitle: 'Kq7Zpolicy', policyVersion: '', legalCheckedBy: '' },
  }))
  const ruled = [await ruleOnRecords(cast.kim, rulings[0]), await ruleOnRecords(cast.kim, rulings[1])]
  const contact = await stateContact(cast.kim, { value: 'no', who: '', version: 0 })
  const lines = await stateEmployerLines(cast.kim, {
    ...{ key: 'att', version: 0, checkedOn, texts: { holder: 'Kq7Zholder' } },
    facts: {
      ...{ pin: 'yes', portOutLock: 'unanswered', simChangeLock: 'unanswered' },
      ...{ secondStep: 'texts_only', passwordAfterPin: 'not_sure' },
    },
  })
  for (const outcome of [review, ...ruled, contact, lines]) expect(outcome).toMatchObject({ ok: true })
  key = await recorded(entry('credential', facts, { name, purpose: 'Kq7Zpurpose', owner: 'Kq7Zowner' }))
  vi.setSystemTime(changed)
  const watched = entry(
    'credential',
    { ...facts, watched: 'yes', lastLookedOn: '2026-11-20' },
    { name: 'Newer' },
  )
  const outcome = await reviseEntry(cast.kim, { id: key, version: 1, entry: watched })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

async function take(day = ''): Promise<string> {
  vi.useRealTimers()
  await confirmedFor(cast.ada, 'export.take:platforms')
  const outcome = await takeExport(cast.ada, { kind: 'platforms', day })
  if (!outcome.ok) throw new Error('not taken')
  let text = ''
  let rows = 0
  for await (const chunk of chunksOf(cast.ada, 'platforms', outcome.result.frame)) {
    text += chunk.text
    rows += chunk.rows
  }
  await endExport(cast.ada, { id: outcome.result.id, rows, outcome: 'complete' })
  return text
}
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

test('the auditor takes each verdict on the register, both texts beside each other, keys by their names', async () => {
  const text = await take()
  const rows = read(text)
  const whole = rows.filter(
    ({ scope_kind, item_id }) => scope_kind === 'organisation' && item_id?.startsWith('C'),
  )
  expect(whole.map(({ item_id, guidance_id }) => [item_id, guidance_id])).toEqual([
    ['C1', 'CTIA-MSBP-SUMMARY'],
    ['C1.cisa', 'CISA-MCBPG'],
    ['C2', 'CTIA-MSBP-SUMMARY'],
    ['C2a', 'CTIA-MSBP-SUMMARY'],
    ['C2b', 'CTIA-MSBP-SUMMARY'],
    ['C2c', 'CTIA-MSBP-SUMMARY'],
    ['C3', 'CTIA-MSBP-SUMMARY'],
    ['C4', 'CTIA-MSBP-SUMMARY'],
  ])
  expect(
    whole.map(({ guidance_version, guidance_paragraph }) => [guidance_version, guidance_paragraph]),
  ).toEqual([
    ['2025-12-17', 'Summary, practice 1: Review your authentication practices'],
    ['2.0', 'General 2 and General 3'],
    ['2025-12-17', 'Summary, practice 2: Secure your APIs'],
    ['2025-12-17', 'Summary, practice 2: Secure your APIs: monitoring'],
    ['2025-12-17', 'Summary, practice 2: Secure your APIs: evidence of compromise'],
    ['2025-12-17', 'Summary, practice 2: Secure your APIs: written agreements'],
    ['2025-12-17', 'Summary, practice 3: Enhance your monitoring capabilities'],
    ['2025-12-17', 'Summary, practice 4: Educate your team'],
  ])
  const signIn = rows.filter(({ scope_kind }) => scope_kind === 'platform_account')
  expect(signIn).toMatchObject([
    { item_id: 'C1', verdict: 'met', label: 'our_reading', name: '', platform_name: 'Sinch' },
    { item_id: 'C1.cisa', verdict: 'not_met', name: '', platform_name: 'Sinch' },
  ])
  expect(rows.filter(({ scope_id }) => scope_id === key)).toMatchObject([
    { item_id: 'C2a', verdict: 'met', name: 'Newer', turns_on: '2027-02-19' },
    { item_id: 'C2b', verdict: 'met', name: 'Newer' },
  ])
  expect(text.startsWith('\ufeff"as_of","export_id"')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  for (const hidden of ['Kq7Z', 'Vandermolen', 's1.']) expect(text).not.toContain(hidden)
})

test('of a past day it is as it was then, the same bytes each time, and no name is a formula', async () => {
  const text = await take('2026-11-10')
  expect(await take('2026-11-10')).toBe(text)
  // Another version that is judged by since changes nothing of what was then.
  const then = lte(organisationVerdicts.validFrom, new Date('2026-11-10T23:59:59.999Z'))
  const db = await database()
  await db.update(organisationVerdicts).set({ guidanceVersion: 'later' }).where(not(then))
  expect(await take('2026-11-10')).toBe(text)
  expect((await take()).includes('"later"')).toBe(true)
  const rows = read(text).filter(({ scope_id }) => scope_id === key)
  expect(rows).toMatchObject([
    { item_id: 'C2a', verdict: 'not_met', name: `'${name}`, next_action_code: 'watch_credential' },
    { item_id: 'C2b' },
  ])
})

test('the organisation’s own apps, records, lines and incident contact stand in it, by the text that asks for them', async () => {
  const own = read(await take()).filter(({ item_id }) => !item_id?.startsWith('C'))
  const of = (row: Record<string, string>) => [row.item_id, row.scope_kind, row.name, row.verdict]
  expect(own.map(of).toSorted()).toEqual([
    ['G1.3', 'app', 'Signal', 'met'],
    ['G1.3', 'app', 'WhatsApp', 'unknown'],
    ['G1.9', 'device_group', deviceGroupName('', ''), 'met'],
    ['G1.9', 'device_group', deviceGroupName(cast.units.field, 'Field'), 'met'],
    ['G1.9', 'organisation', '', 'met'],
    ...[
      ['G5.0', 'carrier', 'AT&T', 'met'],
      ['G5.0', 'organisation', '', 'met'],
      ['G5.1', 'carrier', 'AT&T', 'partly_met'],
      ['G5.1', 'organisation', '', 'partly_met'],
      ['G5.2', 'carrier', 'AT&T', 'unknown'],
      ['G5.2', 'organisation', '', 'unknown'],
    ],
    ['R.organisation', 'organisation', '', 'not_met'],
  ])
  for (const { guidance_id, guidance_version, guidance_paragraph, item_text_short } of own) {
    expect([guidance_id, guidance_version]).toEqual(['CISA-MCBPG', guidanceVersion])
    expect([guidance_paragraph, item_text_short]).not.toContain('')
  }
})

test('before anybody said anything, each of the organisation’s items is unknown and never asked', async () => {
  const rows = read(await take('2026-11-01'))
  expect(rows.map(({ item_id }) => item_id)).toEqual(organisationItemIds.filter((item) => item !== 'G1.3'))
  for (const row of rows) expect(row).toMatchObject({ verdict: 'unknown', unknown_kind: 'never_asked' })
})
