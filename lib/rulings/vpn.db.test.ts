/** The organisation rules on its own VPN, and phones beside it are judged by that. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { judgingRuns, organisationStatements, phones, pieceStatements } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import type { ItemId } from '@/lib/guidance/codes'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone } from '@/lib/phones/commands'
import { statePiece } from '@/lib/pieces/commands/state'
import { readPiece } from '@/lib/pieces/queries'
import { judgeEverybody, turnVerdicts } from '@/lib/posture/store-turning'
import { ruleOnResolver, ruleOnVpn, stateAny } from '@/lib/rulings/commands'
import { readRuling, readRulings } from '@/lib/rulings/queries'
import { fieldWords } from '@/lib/words/fields'
import { rulingProblems } from '@/lib/words/rulings'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  const db = await database()
  for (const table of [organisationStatements, phones, pieceStatements, judgingRuns, verdicts])
    await db.delete(table)
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

const ruling = (vpn: string, alwaysOn = 'unanswered', more: object = {}) => ({
  key: '',
  version: 0,
  checkedOn: '2026-11-20',
  facts: { vpn, alwaysOn },
  texts: { reference: 'Remote access, kept by Nora' },
  ...more,
})
const resolver = {
  key: '',
  version: 0,
  checkedOn: '2026-11-20',
  facts: { trust: 'trusted', otherResolvers: 'unanswered' },
  texts: { reference: '' },
}
const statements = async () => (await database()).select().from(organisationStatements)
const lastEntry = async () =>
  (await (await database()).select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1))[0]
/** Sam's verdict, as "verdict label label". */
const samIs = async (item: ItemId) => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(
      and(
        eq(verdicts.personId, cast.sam.personId),
        eq(verdicts.item, item),
        eq(verdicts.scopeKind, 'phone'),
        isNull(verdicts.validTo),
      ),
    )
  return [row?.verdict, ...(row?.labels ?? [])].join(' ')
}
async function samsPhone(): Promise<string> {
  const phone = await addPhone(cast.sam, { label: '', platform: 'iphone', hardwareId: null })
  if (!phone.ok) throw new Error(JSON.stringify(phone))
  const says = async (piece: string, answers: object) =>
    expect(
      await statePiece(cast.sam, { piece, scopeId: phone.result.id, based: null, answers }),
    ).toMatchObject({ ok: true })
  await says('vpn', { personalVpn: 'none', employerVpn: 'offered' })
  await says('iphone_settings', { privateRelay: 'vpn_in_use', encryptedDns: 'none' })
  return phone.result.id
}

describe('Kim rules on the organisation’s VPN', () => {
  test('and Sam’s iPhone is judged by it and no longer by his own word, minutes later', async () => {
    await samsPhone()
    expect([await samIs('G8.0'), await samIs('I4')]).toEqual(['met employer_vpn', 'not_met vpn_may_rest'])
    expect(await ruleOnVpn(cast.kim, ruling('required', 'yes'))).toEqual({ ok: true, result: { key: '' } })
    expect(await (await database()).select().from(judgingRuns)).toMatchObject([{ reason: 'ruling' }])
    await judgeEverybody()
    expect(await samIs('I4')).toBe('not_applicable employer_vpn ruled_by_organisation')
    expect(await samIs('I3')).toBe('unknown employer_vpn ruling_awaited')
    expect(await samIs('G8.0')).toBe('met employer_vpn')

    await ruleOnResolver(cast.kim, resolver)
    await judgeEverybody()
    expect(await samIs('I3')).toBe('met employer_vpn ruled_by_organisation')

    await ruleOnVpn(cast.kim, ruling('none', 'unanswered', { version: 1 }))
    await judgeEverybody()
    expect([await samIs('G8.0'), await samIs('I4')]).toEqual([
      'unknown no_employer_vpn',
      'unknown answers_disagree',
    ])
    expect(await samIs('I3')).toBe('not_met')
  })

  test('and Sam reads it where he is asked for his employer’s VPN, and nowhere else', async () => {
    const phone = await samsPhone()
    expect((await readPiece(cast.sam, 'vpn', phone)).employerVpn).toBeNull()
    await ruleOnVpn(cast.kim, ruling('required', 'no'))
    expect((await readPiece(cast.sam, 'vpn', phone)).employerVpn).toBe('at_times')
    expect((await readPiece(cast.sam, 'updates', phone)).employerVpn).toBeNull()
  })

  test('and it is written down, the free text sealed, with what was said before', async () => {
    await ruleOnVpn(cast.kim, ruling('required', 'no'))
    expect(await lastEntry()).toMatchObject({
      action: 'ruling.stated',
      subjectKind: 'ruling',
      actorId: cast.kim.personId,
      detail: expect.stringContaining('"alwaysOn":"no"'),
    })
    expect(JSON.stringify([await lastEntry(), await statements()])).not.toMatch(/Remote access|Nora/)
    vi.setSystemTime('2026-11-24T10:00:00Z')
    await ruleOnVpn(cast.nora, ruling('offered', 'unanswered', { version: 1 }))
    const page = await readRuling(cast.kim, 'employer_vpn', '')
    expect(page.history.map(({ facts, by }) => [facts.vpn, by])).toEqual([
      ['offered', 'Nora'],
      ['required', 'Kim'],
    ])
    expect((await readRulings(cast.kim)).vpn).toMatchObject({
      facts: { vpn: 'offered' },
      texts: { reference: 'Remote access, kept by Nora' },
      checkedOn: '2026-11-20',
    })
  })

  test('from an older page, and is shown what stands; twice by one submit, and it is stated once', async () => {
    const submission = { key: 'one-submit-0002' }
    await ruleOnVpn(cast.nora, ruling('none'), submission)
    expect(await ruleOnVpn(cast.nora, ruling('none'), submission)).toMatchObject({ ok: true })
    expect(await ruleOnVpn(cast.kim, ruling('offered'))).toMatchObject({
      ok: false,
      conflict: { version: 1, facts: { vpn: 'none' } },
    })
    expect(await statements()).toHaveLength(1)
  })

  test('without an answer, without saying whether it always runs, or for a day to come: a problem at the field', async () => {
    expect(await ruleOnVpn(cast.kim, ruling('unanswered'))).toMatchObject({
      ok: false,
      problems: { 'facts.vpn': expect.anything() },
    })
    for (const open of ['unanswered', 'not_sure'])
      expect(await ruleOnVpn(cast.kim, ruling('required', open))).toEqual({
        ok: false,
        problems: { 'facts.alwaysOn': [fieldWords.choose] },
      })
    expect(await ruleOnVpn(cast.kim, ruling('none', 'unanswered', { checkedOn: '2026-11-24' }))).toEqual({
      ok: false,
      problems: { checkedOn: [rulingProblems.future] },
    })
    expect(await statements()).toHaveLength(0)
  })

  test('of which there is one, under no other key', async () => {
    await expect(ruleOnVpn(cast.kim, ruling('none', 'unanswered', { key: 'signal' }))).rejects.toThrow(
      NotThere,
    )
    await expect(readRuling(cast.kim, 'employer_vpn', 'signal')).rejects.toThrow(NotThere)
    expect(await stateAny(cast.kim, { topic: 'employer_vpn', entry: ruling('none') })).toMatchObject({
      ok: true,
    })
  })
})

test('nobody but the security team rules on it or reads it', async () => {
  for (const actor of [cast.sam, cast.lee, cast.ada, cast.max]) {
    await expect(ruleOnVpn(actor, ruling('none'))).rejects.toThrow(Refused)
    await expect(readRuling(actor, 'employer_vpn', '')).rejects.toThrow(Refused)
  }
  expect(await statements()).toHaveLength(0)
})

describe('a ruling that nobody looked at for a year', () => {
  const samsI4 = async () =>
    (
      await (
        await database()
      )
        .select()
        .from(verdicts)
        .where(
          and(
            eq(verdicts.personId, cast.sam.personId),
            eq(verdicts.item, 'I4'),
            eq(verdicts.scopeKind, 'phone'),
            isNull(verdicts.validTo),
          ),
        )
    )[0]

  test('turns the verdicts that rest on it on the day it grows old, and a new look turns them back', async () => {
    await samsPhone()
    expect(await ruleOnVpn(cast.kim, ruling('required', 'yes'))).toMatchObject({ ok: true })
    await judgeEverybody()
    expect(await samsI4()).toMatchObject({ verdict: 'not_applicable', turnsOn: '2027-11-21' })
    vi.setSystemTime('2027-11-20T10:00:00Z')
    await turnVerdicts()
    expect(await samIs('I4')).toBe('not_applicable employer_vpn ruled_by_organisation')
    expect((await readRulings(cast.kim)).vpn?.freshness).toBe('due')
    vi.setSystemTime('2027-11-21T10:00:00Z')
    expect((await readRulings(cast.kim)).vpn?.freshness).toBe('old')
    expect(await turnVerdicts()).toBe(1)
    expect(await samIs('I4')).toBe('not_applicable employer_vpn ruled_by_organisation ruling_is_old')
    expect(await samsI4()).toMatchObject({ confirmedOn: '2026-11-20', turnsOn: null })
    expect(await turnVerdicts()).toBe(0)
    await ruleOnVpn(cast.kim, ruling('required', 'yes', { version: 1, checkedOn: '2027-11-21' }))
    await judgeEverybody()
    expect(await samIs('I4')).toBe('not_applicable employer_vpn ruled_by_organisation')
    expect(await samsI4()).toMatchObject({ turnsOn: '2028-11-21' })
  })
})
