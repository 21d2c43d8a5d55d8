import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { attempts, freshAssertions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { serviceCorrections, serviceImports } from '@/db/schema/organisation'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotConfirmed, NotThere, Refused, TooMany } from '@/lib/access/outcome'
import { clearSpent } from '@/lib/access/spent'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'
import { correctService, withdrawCorrection } from '@/lib/services/commands/correct'
import { applyDirectory, stageDirectory, withdrawDirectory } from '@/lib/services/commands/import'
import { readService } from '@/lib/services/corrections'
import { bytesOf, site } from '@/lib/services/directory/files.fixture'
import { listImports, loadedSources, previewDirectory } from '@/lib/services/imports'
import { judgeAnew } from '@/lib/services/judging'
import { directoryWords as words } from '@/lib/words/directories'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  for (const actor of [cast.sam, cast.rosa, cast.theo]) {
    const outcome = await recordAccount(actor, mailbox({ smsSecondFactor: 'off', smsRecovery: 'off' }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  }
}, 60_000)
/** Each test begins with the facts that shipped. */
beforeEach(async () => {
  const db = await database()
  await db.delete(attempts)
  await db.delete(serviceImports)
  await db.delete(serviceCorrections)
})
afterAll(() => {
  vi.useRealTimers()
  return dropDatabases()
})

const base64 = (value: unknown) => bytesOf(value).toString('base64')
/** Google gives up its keys, GitHub takes mailed codes, one service is not ours. */
const without = [
  site('Gmail', 'mail.google.com', ['sms', 'totp'], { 'additional-domains': ['gmail.com'] }),
  site('GitHub', 'github.com', ['sms', 'totp', 'u2f', 'custom-software', 'email']),
  site('Elsewhere', 'example.com', ['sms']),
]
const noPasskeys = { 'mail.google.com': { contact: { twitter: 'google' } }, 'x.com': { mfa: 'allowed' } }
async function staged(value: unknown = without, readOn = '2026-11-10') {
  const outcome = await stageDirectory(cast.max, { file: base64(value), readOn })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
async function apply(id: string) {
  await confirmedFor(cast.max, `services.import:${id}`)
  const { seen } = await previewDirectory(cast.max, id)
  const outcome = await applyDirectory(cast.max, { id, seen })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.changes
}
async function withdraw(id: string) {
  await confirmedFor(cast.max, `services.withdraw:${id}`)
  return withdrawDirectory(cast.max, { id })
}
const fieldsOf = async (id: string) => readService(cast.max, id)
const g2WithoutFido = async () => {
  const rows = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.item, 'G2.0'), isNull(verdicts.validTo)))
  return rows.filter(({ labels }) => labels.includes('service_offers_no_fido')).length
}
const lastEntry = async (action: 'directory.staged' | 'directory.applied' | 'directory.withdrawn') => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, action))
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}

describe('a file that is looked at', () => {
  test('tells each change with its source and day, what is left out, and changes nothing', async () => {
    const before = await fieldsOf('google')
    const id = await staged()
    const preview = await previewDirectory(cast.max, id)
    expect(preview).toMatchObject({
      source: '2fa_directory',
      readOn: '2026-11-10',
      services: 2,
      leftOut: 1,
      unread: [],
      older: 0,
      overtaken: false,
      kept: [],
    })
    expect(preview.changes.map(({ service, field, from, to }) => [service, field, from, to])).toEqual([
      [
        'Google Account / Gmail',
        'methods',
        'fido_security_key passkey authenticator_code app_approval vendor_code_app sms_code voice_code',
        'passkey authenticator_code sms_code',
      ],
      [
        'GitHub',
        'methods',
        'fido_security_key passkey authenticator_code app_approval sms_code',
        'fido_security_key passkey authenticator_code app_approval sms_code email_code',
      ],
    ])
    expect(await fieldsOf('google')).toEqual(before)
    expect((await listImports(cast.max)).files).toEqual([])
    expect(await judgeAnew()).toBe(0)
    expect((await lastEntry('directory.staged'))?.detail).toContain('"services":2')
  })

  test('is its maker’s alone, for an hour, and gone with the next one', async () => {
    const id = await staged()
    const ada = { ...cast.max, personId: cast.ada.personId }
    await expect(previewDirectory(ada, id)).rejects.toBeInstanceOf(NotThere)
    await confirmedFor(ada, `services.import:${id}`)
    await expect(applyDirectory(ada, { id, seen: '' })).rejects.toBeInstanceOf(NotThere)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    await expect(previewDirectory(cast.max, id)).rejects.toBeInstanceOf(NotThere)
    vi.useRealTimers()
    await staged()
    await expect(previewDirectory(cast.max, id)).rejects.toBeInstanceOf(NotThere)
    expect(await (await database()).select().from(serviceImports)).toHaveLength(1)
  })

  test('is cleared away once its hour is over; an applied one stays', async () => {
    const applied = await staged()
    await apply(applied)
    await staged(noPasskeys)
    await clearSpent()
    expect(await (await database()).select().from(serviceImports)).toHaveLength(2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    await clearSpent()
    vi.useRealTimers()
    const left = await (await database()).select().from(serviceImports)
    expect(left.map(({ id }) => id)).toEqual([applied])
  })

  test.each([
    ['file', { file: Buffer.from('name,email').toString('base64') }, words.problems.not_json],
    ['file', { file: '' }, words.problems.empty],
    ['file', { file: base64({ 'example.com': { methods: ['sms'] } }) }, words.problems.nothing_known],
    ['file', { file: Buffer.alloc(5_000_000, 0x20).toString('base64') }, words.problems.too_large],
    ['readOn', { readOn: '2999-01-01' }, words.problems.future],
    ['readOn', { readOn: 'yesterday' }, undefined],
    ['', { fetchedBy: 'Max' }, undefined],
  ])('names %s where something is wrong', async (field, change, sentence) => {
    const outcome = await stageDirectory(cast.max, { file: base64(without), readOn: '2026-11-10', ...change })
    const problems = 'problems' in outcome ? outcome.problems : {}
    expect(Object.keys(problems)).toEqual([field])
    if (sentence) expect(problems[field]).toEqual([sentence])
    expect(await (await database()).select().from(serviceImports)).toEqual([])
  })

  test('is refused after thirty in an hour', async () => {
    const bad = { file: '', readOn: '2026-11-10' }
    for (let n = 0; n < 30; n++) await stageDirectory(cast.max, bad)
    await expect(stageDirectory(cast.max, bad)).rejects.toBeInstanceOf(TooMany)
  })
})

describe('a file that is applied', () => {
  test('needs a passkey, changes the facts, keeps source and day, and judges whoever is there', async () => {
    const id = await staged()
    await expect(applyDirectory(cast.max, { id, seen: '' })).rejects.toBeInstanceOf(NotConfirmed)
    expect(await apply(id)).toBe(2)
    expect(await fieldsOf('google')).toMatchObject({
      methods: ['passkey', 'authenticator_code', 'sms_code'],
      readOn: { '2fa_directory': '2026-11-10' },
    })
    expect(await lastEntry('directory.applied')).toMatchObject({
      actorId: cast.max.personId,
      subjectKind: 'directory',
      subjectId: id,
    })
    const { files, underWay } = await listImports(cast.max)
    expect(files).toMatchObject([{ source: '2fa_directory', readOn: '2026-11-10', by: 'Max', counts: true }])
    expect(underWay).toBe(1)
    expect(await g2WithoutFido()).toBe(0)
    expect(await judgeAnew()).toBe(3)
    expect(await g2WithoutFido()).toBe(0)
    await apply(await staged(noPasskeys))
    expect((await fieldsOf('google')).fidoOffered).toBe(false)
    expect(await judgeAnew()).toBe(3)
    expect(await g2WithoutFido()).toBe(3)
    expect((await listImports(cast.max)).underWay).toBe(0)
  })

  test('is applied once, however often it is sent', async () => {
    const id = await staged()
    await confirmedFor(cast.max, `services.import:${id}`)
    const { seen } = await previewDirectory(cast.max, id)
    const first = await applyDirectory(cast.max, { id, seen }, { key: 'apply-0001' })
    expect(await applyDirectory(cast.max, { id, seen }, { key: 'apply-0001' })).toEqual(first)
    await confirmedFor(cast.max, `services.import:${id}`)
    await expect(applyDirectory(cast.max, { id, seen: '' })).rejects.toBeInstanceOf(NotThere)
    expect((await listImports(cast.max)).files).toHaveLength(1)
  })

  test('is what was looked at and nothing else: where the list has moved on, what would change now comes back', async () => {
    const id = await staged()
    const { seen } = await previewDirectory(cast.max, id)
    const corrected = await correctService(cast.max, {
      serviceId: 'google',
      field: 'methods',
      value: 'passkey sms_code',
      checkedOn: '2026-11-01',
      reason: 'Seen with our own accounts.',
    })
    expect(corrected).toMatchObject({ ok: true })
    await confirmedFor(cast.max, `services.import:${id}`)
    const late = await applyDirectory(cast.max, { id, seen }, { key: 'apply-0002' })
    const now = await previewDirectory(cast.max, id)
    expect(late).toMatchObject({ ok: false, conflict: { version: now.seen } })
    expect(JSON.stringify(late)).not.toContain('google')
    expect(JSON.stringify(late)).toContain('github')
    expect((await listImports(cast.max)).files).toEqual([])
    expect((await fieldsOf('github')).methods).not.toContain('email_code')
    await confirmedFor(cast.max, `services.import:${id}`)
    const again = await applyDirectory(cast.max, { id, seen: now.seen }, { key: 'apply-0003' })
    expect(again).toMatchObject({ ok: true, result: { changes: 1 } })
  })

  test.runIf(onServer)(
    'of two at the same moment, the second is held against what the first has made',
    async () => {
      const other = { ...cast.max, personId: cast.nora.personId }
      const id = await staged()
      const outcome = await stageDirectory(other, { file: base64(without), readOn: '2026-11-11' })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
      const both = [
        [cast.max, id],
        [other, outcome.result.id],
      ] as const
      const ready = await Promise.all(
        both.map(async ([actor, file]) => {
          await confirmedFor(actor, `services.import:${file}`)
          return { actor, id: file, seen: (await previewDirectory(actor, file)).seen }
        }),
      )
      const outcomes = await Promise.all(ready.map(({ actor, ...input }) => applyDirectory(actor, input)))
      expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    },
  )

  test('leaves what was corrected by hand, before or after, and counts once that is taken back', async () => {
    const correction = {
      serviceId: 'google',
      field: 'methods',
      value: 'fido_security_key passkey authenticator_code sms_code',
      checkedOn: '2026-09-01',
      reason: 'Seen with our own accounts.',
    }
    const corrected = await correctService(cast.max, correction)
    if (!corrected.ok) throw new Error(JSON.stringify(corrected))
    const id = await staged()
    const preview = await previewDirectory(cast.max, id)
    expect(preview.changes.map(({ serviceId }) => serviceId)).toEqual(['github'])
    expect(preview.kept).toMatchObject([{ serviceId: 'google', field: 'methods' }])
    await apply(id)
    expect((await fieldsOf('google')).methods).toContain('fido_security_key')
    await withdrawCorrection(cast.max, { id: corrected.result.id })
    expect((await fieldsOf('google')).methods).not.toContain('fido_security_key')
  })

  test('gives way to one of the same directory that was fetched later, and comes back when that is withdrawn', async () => {
    const first = await staged()
    await apply(first)
    const second = await staged([site('GitHub', 'github.com', ['totp', 'u2f'])], '2026-11-12')
    await apply(second)
    expect((await fieldsOf('google')).methods).toContain('fido_security_key')
    expect((await fieldsOf('github')).methods).toEqual(['fido_security_key', 'passkey', 'authenticator_code'])
    expect((await listImports(cast.max)).files.map(({ counts }) => counts)).toEqual([true, false])
    const older = await previewDirectory(cast.max, await staged(without, '2026-11-11'))
    expect(older).toMatchObject({ overtaken: true, changes: [] })
    await judgeAnew()
    expect(await withdraw(second)).toMatchObject({ ok: true })
    expect((await fieldsOf('google')).methods).not.toContain('fido_security_key')
    expect(await judgeAnew()).toBe(3)
  })

  test('that is older than the shipped facts changes none of them, and says so', async () => {
    const preview = await previewDirectory(cast.max, await staged(without, '2026-08-04'))
    expect(preview).toMatchObject({ changes: [], older: 2 })
  })

  test('goes on judging where it stopped', async () => {
    const id = await staged()
    await apply(id)
    const ids = [cast.sam, cast.rosa, cast.theo].map(({ personId }) => personId).sort()
    const db = await database()
    await db.update(serviceImports).set({ judgedTo: ids[1] }).where(eq(serviceImports.id, id))
    expect(await judgeAnew()).toBe(1)
    const [row] = await db.select().from(serviceImports).where(isNotNull(serviceImports.judgedAt))
    expect(row?.id).toBe(id)
  })
})

test('everybody is told which files count beside what shipped, and none that changes nothing', async () => {
  expect(await loadedSources(cast.sam)).toEqual({})
  await apply(await staged(without, '2026-08-04'))
  expect(await loadedSources(cast.sam)).toEqual({})
  const first = await staged()
  await apply(first)
  await apply(await staged(noPasskeys, '2026-11-11'))
  expect(await loadedSources(cast.lee)).toEqual({
    '2fa_directory': '2026-11-10',
    passkeys_directory: '2026-11-11',
  })
  await withdraw(first)
  expect(await loadedSources(cast.sam)).toEqual({ passkeys_directory: '2026-11-11' })
})

describe('a file that is taken back', () => {
  test('leaves the facts that shipped, and everybody judged by them', async () => {
    const before = await fieldsOf('google')
    await apply(await staged(noPasskeys))
    const id = await staged()
    await apply(id)
    await judgeAnew()
    expect(await g2WithoutFido()).toBe(3)
    await expect(withdrawDirectory(cast.max, { id })).rejects.toBeInstanceOf(NotConfirmed)
    for (const file of (await listImports(cast.max)).files)
      expect(await withdraw(file.id)).toMatchObject({ ok: true })
    expect(await fieldsOf('google')).toEqual(before)
    await judgeAnew()
    expect(await g2WithoutFido()).toBe(0)
    await expect(withdraw(id)).rejects.toBeInstanceOf(NotThere)
    expect((await lastEntry('directory.withdrawn'))?.detail).toContain('"source"')
    await (await database()).delete(freshAssertions)
  })

  test('must have been applied', async () => {
    await expect(withdraw(await staged())).rejects.toBeInstanceOf(NotThere)
  })
})

test.each(['sam', 'kim', 'lee', 'ada'] as const)('all of it is refused to %s', async (member) => {
  const actor = cast[member]
  const id = await staged()
  const acts = [
    () => stageDirectory(actor, { file: base64(without), readOn: '2026-11-10' }),
    () => applyDirectory(actor, { id }),
    () => withdrawDirectory(actor, { id }),
    () => previewDirectory(actor, id),
    () => listImports(actor),
  ]
  for (const act of acts) await expect(act()).rejects.toBeInstanceOf(Refused)
})
