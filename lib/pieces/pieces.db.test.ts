import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { pieceStatements } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import type { PieceId } from '@/lib/guidance/pieces'
import { addMessagingApp } from '@/lib/messaging/commands'
import { firstSettings } from '@/lib/organisation/settings'
import { totalsAt } from '@/lib/overview/totals'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone } from '@/lib/phones/commands'
import { carefulWithMessages, lookedOn, saysPasswords } from '@/lib/pieces/answers.fixture'
import { lookForUpdates } from '@/lib/pieces/commands/look'
import { confirmPiece, statePiece } from '@/lib/pieces/commands/state'
import { listPieces, readPiece } from '@/lib/pieces/queries'
import { turnVerdicts } from '@/lib/posture/store-turning'
import { putOff } from '@/lib/today/commands'
import { readToday } from '@/lib/today/queries'
import { fieldWords } from '@/lib/words/fields'
import { pieceProblems } from '@/lib/words/pieces'

const start = new Date('2026-11-23T10:00:00Z')
const day = 86_400_000
const at = (days: number) => vi.setSystemTime(new Date(start.getTime() + days * day))

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(dropDatabases)

const aPhone = async (actor: Actor, platform = 'iphone') => {
  const outcome = await addPhone(actor, { label: 'Own phone', platform, hardwareId: null })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
/** As the form does: drawn from what stands now. */
async function say(actor: Actor, piece: PieceId, answers: object, of: string | null = null) {
  const { piece: shown } = await readPiece(actor, piece, of)
  const outcome = await statePiece(actor, { piece, scopeId: of, based: shown.based, answers })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result
}
async function stillSo(
  actor: Actor,
  piece: PieceId,
  of: string | null = null,
  lookedAgain: { lookedAgain?: true } = {},
) {
  const { piece: shown } = await readPiece(actor, piece, of)
  return confirmPiece(actor, { piece, scopeId: of, based: shown.based, ...lookedAgain })
}
const shown = async (actor: Actor, piece: PieceId, of: string | null = null) =>
  (await readPiece(actor, piece, of)).piece
const verdictOf = async (actor: Actor, piece: PieceId, item: string, of: string | null = null) =>
  (await shown(actor, piece, of)).verdicts.find((one) => one.item === item)?.verdict
const statementsOf = async (personId: string, piece: PieceId) =>
  (await database())
    .select()
    .from(pieceStatements)
    .where(and(eq(pieceStatements.personId, personId), eq(pieceStatements.piece, piece)))
    .orderBy(asc(pieceStatements.validFrom))
const storedVerdict = async (personId: string, item: 'G6.0') => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.personId, personId), eq(verdicts.item, item), isNull(verdicts.validTo)))
  return row
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}

describe('Sam answers a piece', () => {
  test('and is told at once how each item stands; the log says which questions, and no answer', async () => {
    const { id, verdicts } = await say(cast.sam, 'odd_messages', {
      ...carefulWithMessages,
      knowsReport: 'no',
    })
    expect(verdicts).toEqual([
      { item: 'G1.4', verdict: 'met' },
      { item: 'G1.5', verdict: 'met' },
      { item: 'G1.6', verdict: 'met' },
      { item: 'G1.7', verdict: 'not_met' },
    ])
    expect(await statementsOf(cast.sam.personId, 'odd_messages')).toMatchObject([
      {
        id,
        source: 'self_stated',
        confirmedOn: '2026-11-23',
        answeredBy: cast.sam.personId,
        onBehalfOf: null,
      },
    ])
    const entry = await lastEntry()
    expect(entry).toMatchObject({ action: 'piece.stated', personId: cast.sam.personId })
    expect(entry?.detail).toContain('knowsReport')
    expect(entry?.detail).not.toMatch(/never|always|might/)
  })

  test('and names the other app he uses: sealed, kept when all is still so, and gone with what led to it', async () => {
    const state = async (channels: string[], otherApp: string) => {
      const { based } = await shown(cast.lee, 'private_talk')
      const entry = { piece: 'private_talk', scopeId: null, based, answers: { channels }, otherApp }
      return statePiece(cast.lee, entry)
    }
    expect(await state(['other_e2ee'], 'Kq7Zharbour')).toMatchObject({ ok: true })
    await stillSo(cast.lee, 'private_talk')
    expect((await shown(cast.lee, 'private_talk')).otherApp).toBe('Kq7Zharbour')
    const kept = await statementsOf(cast.lee.personId, 'private_talk')
    expect(kept).toHaveLength(2)
    expect(JSON.stringify([kept, await lastEntry()])).not.toContain('Kq7Z')
    expect(await state(['other_e2ee'], 'x'.repeat(81))).toMatchObject({
      ok: false,
      problems: { otherApp: [expect.any(String)] },
    })
    expect(await state(['signal'], 'Kq7Zharbour')).toMatchObject({ ok: true })
    expect((await shown(cast.lee, 'private_talk')).otherApp).toBe('')
  })

  test('in any order and bit by bit: a blank is no answer, and nothing said before is lost', async () => {
    await say(cast.sam, 'passwords', { usesManager: 'for_all' })
    expect(await shown(cast.sam, 'passwords')).toMatchObject({
      state: 'begun',
      open: 'unanswered',
      progress: { answered: 1, asked: 4 },
    })
    await say(cast.sam, 'passwords', { ...saysPasswords, vaultPassphrase: 'not_sure' })
    expect(await shown(cast.sam, 'passwords')).toMatchObject({ state: 'done', open: 'not_sure' })
    const rows = await statementsOf(cast.sam.personId, 'passwords')
    expect(rows.map(({ validTo }) => validTo === null)).toEqual([false, true])
  })

  test('and says which version the system has, in numbers and dots: nothing is judged by it', async () => {
    const phone = await aPhone(cast.sam)
    const { verdicts: without } = await say(cast.sam, 'updates', lookedOn('2026-11-23'), phone)
    const said = { ...lookedOn('2026-11-23'), osVersion: ' 26.1 ' }
    expect((await say(cast.sam, 'updates', said, phone)).verdicts).toEqual(without)
    expect((await shown(cast.sam, 'updates', phone)).answers).toMatchObject({ osVersion: '26.1' })
    await say(cast.sam, 'updates', { ...said, osVersion: null }, phone)
    expect((await shown(cast.sam, 'updates', phone)).answers).toMatchObject({ osVersion: null })
  })

  test('and what no answer leads to any more is taken back', async () => {
    await say(cast.sam, 'passwords', { ...saysPasswords, usesManager: 'no' })
    expect((await shown(cast.sam, 'passwords')).answers).toMatchObject({
      usesManager: 'no',
      vaultPassphrase: 'unanswered',
    })
  })

  test('and a word that is none, a day to come and “not sure” beside others are told at their question', async () => {
    const phone = await aPhone(cast.sam)
    const state = (piece: PieceId, answers: object, scopeId: string | null = null) =>
      statePiece(cast.sam, { piece, scopeId, based: null, answers })
    const problems = (found: Record<string, string[]>) => ({ ok: false, problems: found })
    expect(await state('odd_event', { knowsWhomToTell: 'perhaps' })).toMatchObject(
      problems({ knowsWhomToTell: [expect.any(String)] }),
    )
    expect(await state('updates', lookedOn('2026-11-24'), phone)).toEqual(
      problems({ lastCheckedOn: [pieceProblems.future] }),
    )
    expect(await state('updates', lookedOn('2026-02-30'), phone)).toEqual(
      problems({ lastCheckedOn: [pieceProblems.date] }),
    )
    for (const osVersion of ['iOS 26', '123456', '26.1.', '415.555']) {
      expect(await state('updates', { ...lookedOn('2026-11-23'), osVersion }, phone)).toEqual(
        problems({ osVersion: [pieceProblems.version] }),
      )
    }
    expect(await state('private_talk', { channels: ['signal', 'not_sure'] })).toEqual(
      problems({ channels: [pieceProblems.notSureAlone] }),
    )
    expect(await statePiece(cast.sam, { piece: 'nothing', scopeId: null, based: null, answers: {} })).toEqual(
      problems({ piece: [fieldWords.choose] }),
    )
  })

  test('from an older page: what stands now comes back, and saving over it is possible then', async () => {
    const before = await shown(cast.sam, 'odd_event')
    const { id } = await say(cast.sam, 'odd_event', { knowsWhomToTell: 'no' })
    const send = (based: string | null) =>
      statePiece(cast.sam, {
        ...{ piece: 'odd_event', scopeId: null, based },
        answers: { knowsWhomToTell: 'yes' },
      })
    expect(await send(before.based)).toEqual({
      ok: false,
      conflict: { version: id, piece: 'odd_event', answers: { knowsWhomToTell: 'no' } },
    })
    expect(await send(id)).toMatchObject({ ok: true })
  })

  test('twice with the same form, and once in the tables', async () => {
    const form = { piece: 'private_talk', scopeId: null, based: null, answers: { channels: ['signal'] } }
    const first = await statePiece(cast.theo, form, { key: 'piece-0001' })
    expect(await statePiece(cast.theo, form, { key: 'piece-0001' })).toEqual(first)
    expect(await statementsOf(cast.theo.personId, 'private_talk')).toHaveLength(1)
    if (onServer) {
      const sent = Array.from({ length: 6 }, () =>
        statePiece(cast.kim, { ...form, answers: { channels: ['whatsapp'] } }),
      )
      const outcomes = await Promise.all(sent)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.filter((one) => 'conflict' in one)).toHaveLength(5)
    }
  })

  test('and nobody else finds it: not by its phone, and not where it does not concern that kind of phone', async () => {
    const phone = await aPhone(cast.rosa)
    for (const other of [cast.sam, cast.kim, cast.max, cast.ada])
      await expect(readPiece(other, 'vpn', phone)).rejects.toBeInstanceOf(NotThere)
    await expect(readPiece(cast.rosa, 'android_chrome', phone)).rejects.toBeInstanceOf(NotThere)
    await expect(readPiece(cast.rosa, 'nothing', null)).rejects.toBeInstanceOf(NotThere)
    await expect(readPiece(cast.rosa, 'vpn', null)).rejects.toBeInstanceOf(NotThere)
    expect(await readPiece(cast.rosa, 'vpn', phone)).toMatchObject({ platform: 'iphone' })
  })
})

describe('all is still so', () => {
  test('is one tap: the dates move, the answers stay, and the log says from when to when', async () => {
    await say(cast.rosa, 'odd_messages', carefulWithMessages)
    at(170)
    expect(await shown(cast.rosa, 'odd_messages')).toMatchObject({ state: 'due' })
    expect(await stillSo(cast.rosa, 'odd_messages')).toMatchObject({ ok: true })
    expect(await shown(cast.rosa, 'odd_messages')).toMatchObject({
      state: 'done',
      confirmedOn: '2027-05-12',
      answers: carefulWithMessages,
    })
    expect((await lastEntry())?.detail).toBe(
      '{"after":{"confirmedOn":"2027-05-12","piece":"odd_messages"},"before":{"confirmedOn":"2026-11-23"}}',
    )
  })

  test('is not there to say before anything was said', async () => {
    await expect(stillSo(cast.rosa, 'odd_event')).rejects.toBeInstanceOf(NotThere)
  })

  test('moves the day of a look where it says that one looked again, and not otherwise', async () => {
    const phone = await aPhone(cast.lee)
    await say(cast.lee, 'updates', lookedOn('2026-11-23'), phone)
    at(6)
    await stillSo(cast.lee, 'updates', phone)
    expect((await shown(cast.lee, 'updates', phone)).answers).toMatchObject({ lastCheckedOn: '2026-11-23' })
    expect((await lastEntry())?.detail).not.toContain('lookedOn')
    await stillSo(cast.lee, 'updates', phone, { lookedAgain: true })
    expect((await lastEntry())?.detail).toContain('"lookedOn":"2026-11-29"')
    expect((await shown(cast.lee, 'updates', phone)).answers).toMatchObject({ lastCheckedOn: '2026-11-29' })
  })
})

describe('the weekly look', () => {
  const look = async (actor: Actor, phone: string) => {
    const { piece } = await readPiece(actor, 'updates', phone)
    return lookForUpdates(actor, { piece: 'updates', scopeId: phone, based: piece.based })
  }
  const judgedOn = async (phone: string) => {
    const rows = await (await database())
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.scopeId, phone), isNull(verdicts.validTo)))
    const of = (item: string) => rows.find((row) => row.item === item)?.confirmedOn
    return { look: of('G6.0'), automatic: of('G6.1') }
  }

  test('renews the look alone: that updates are automatic keeps the day it was said, and is asked again in its time', async () => {
    const phone = await aPhone(cast.kim)
    await say(cast.kim, 'updates', lookedOn('2026-11-23'), phone)
    at(7)
    expect(await look(cast.kim, phone)).toMatchObject({ ok: true })
    expect(await shown(cast.kim, 'updates', phone)).toMatchObject({
      ...{ state: 'done', confirmedOn: '2026-11-30' },
      beside: { confirmedOn: '2026-11-23', freshness: 'current' },
      answers: lookedOn('2026-11-30'),
    })
    expect(await judgedOn(phone)).toEqual({ look: '2026-11-30', automatic: '2026-11-23' })
    expect(await lastEntry()).toMatchObject({
      action: 'piece.looked',
      detail: '{"after":{"lookedOn":"2026-11-30","piece":"updates"},"before":null}',
    })
    for (let days = 14; days <= 182; days += 7) {
      at(days)
      await look(cast.kim, phone)
    }
    expect(await shown(cast.kim, 'updates', phone)).toMatchObject({
      state: 'old',
      beside: { confirmedOn: '2026-11-23', freshness: 'old' },
    })
    expect(await verdictOf(cast.kim, 'updates', 'G6.0', phone)).toBe('met')
    await stillSo(cast.kim, 'updates', phone, { lookedAgain: true })
    expect(await judgedOn(phone)).toEqual({ look: '2027-05-24', automatic: '2027-05-24' })
  })

  test('can be the first thing said: the rest is not answered by it', async () => {
    const phone = await aPhone(cast.theo)
    expect(await look(cast.theo, phone)).toMatchObject({ ok: true })
    expect(await verdictOf(cast.theo, 'updates', 'G6.0', phone)).toBe('met')
    expect(await shown(cast.theo, 'updates', phone)).toMatchObject({ state: 'begun', open: 'unanswered' })
  })

  test('is of one’s own phone, of updates, and from a page that is not stale; twice with one form it is once', async () => {
    const phone = await aPhone(cast.rosa)
    const { id } = await say(cast.rosa, 'updates', lookedOn('2026-11-23'), phone)
    const asked = { piece: 'updates', scopeId: phone, based: id }
    for (const other of [cast.sam, cast.kim, cast.max])
      await expect(lookForUpdates(other, { ...asked, based: null })).rejects.toBeInstanceOf(NotThere)
    expect(await lookForUpdates(cast.rosa, { ...asked, piece: 'vpn' })).toMatchObject({ problems: {} })
    const first = await lookForUpdates(cast.rosa, asked, { key: 'look-0001' })
    expect(await lookForUpdates(cast.rosa, asked, { key: 'look-0001' })).toEqual(first)
    expect(await lookForUpdates(cast.rosa, asked)).toMatchObject({ conflict: { piece: 'updates' } })
  })
})

describe('as the days go by', () => {
  test('the guidance once read counts for as long as its version, whatever the organisation sets', async () => {
    await say(cast.lee, 'guidance', { read: 'yes' })
    at(3000)
    expect(await readPiece(cast.lee, 'guidance', null)).toMatchObject({
      piece: { state: 'done' },
      countsUntil: null,
    })
    const db = await database()
    const { items } = await db.transaction((tx) =>
      totalsAt(tx, { at: new Date(), intervals: firstSettings.intervals }),
    )
    const counted = Object.values(items).reduce((all, of) => all + (of['CISA-0']?.met ?? 0), 0)
    expect(counted).toBe(1)
  })

  test('a look at updates is met for a week, then half, then not: no page is ever behind the clock', async () => {
    const phone = await aPhone(cast.ada)
    await say(cast.ada, 'updates', lookedOn('2026-11-23'), phone)
    const seen: unknown[] = []
    for (const days of [0, 6, 7, 8, 30, 31]) {
      at(days)
      seen.push([
        days,
        await verdictOf(cast.ada, 'updates', 'G6.0', phone),
        (await shown(cast.ada, 'updates', phone)).state,
      ])
    }
    expect(seen).toEqual([
      [0, 'met', 'done'],
      [6, 'met', 'due'],
      [7, 'met', 'due'],
      [8, 'partly_met', 'old'],
      [30, 'partly_met', 'old'],
      [31, 'not_met', 'old'],
    ])
    expect(await storedVerdict(cast.ada.personId, 'G6.0')).toMatchObject({ verdict: 'met' })
    expect(await turnVerdicts()).toBeGreaterThan(0)
    expect(await storedVerdict(cast.ada.personId, 'G6.0')).toMatchObject({ verdict: 'not_met' })
  })

  test('every piece is due in its last fortnight and old after its interval, which is the organisation’s', async () => {
    await say(cast.max, 'odd_messages', carefulWithMessages)
    const stateAt = async (days: number) => {
      at(days)
      return (await shown(cast.max, 'odd_messages')).state
    }
    expect([await stateAt(165), await stateAt(166), await stateAt(180), await stateAt(181)]).toEqual([
      'done',
      'due',
      'due',
      'old',
    ])
    expect(await verdictOf(cast.max, 'odd_messages', 'G1.4')).toBe('met')
    const db = await database()
    await db.update(organisation).set({
      settings: { ...firstSettings, intervals: { ...firstSettings.intervals, habits: 30 } },
    })
    expect([await stateAt(15), await stateAt(16), await stateAt(31)]).toEqual(['done', 'due', 'old'])
    await db.update(organisation).set({ settings: firstSettings })
  })
})

test('in every total an old answer is unknown, and of the kind “old”, while its holder keeps the verdict', async () => {
  await say(cast.max, 'odd_messages', carefulWithMessages)
  const db = await database()
  const countedAt = async (days: number) => {
    at(days)
    const { intervals } = firstSettings
    const totals = await db.transaction((tx) => totalsAt(tx, { at: new Date(), intervals }))
    const counted = totals.items.standard['G1.4']
    if (!counted) throw new Error('not counted')
    return counted
  }
  const [fresh, old] = [await countedAt(180), await countedAt(181)]
  expect(fresh.met).toBeGreaterThan(1)
  expect([fresh.old, old.met, old.old]).toEqual([0, 0, fresh.met])
  expect(await verdictOf(cast.max, 'odd_messages', 'G1.4')).toBe('met')
})

describe('the whole inventory', () => {
  test('lists every piece that concerns Nora, and none for a phone she does not have', async () => {
    const phone = await aPhone(cast.nora, 'android')
    await addMessagingApp(cast.nora, { serviceId: 'signal', ownName: '' })
    await say(cast.nora, 'odd_messages', carefulWithMessages)
    const page = await listPieces(cast.nora)
    expect(page.phones.map(({ id }) => id)).toEqual([phone])
    expect(page.phones[0]?.pieces.map(({ piece }) => piece)).toEqual([
      'this_phone',
      'updates',
      'vpn',
      'android_messages',
      'android_chrome',
      'android_apps',
    ])
    expect([page.answered, page.all]).toEqual([1, 13])
  })

  test('is counted on Today, and one piece is offered after the other', async () => {
    const page = await readToday(cast.nora)
    expect(page.known).toBe(1)
    expect(page.toAsk.filter(({ about }) => about === 'piece')).toHaveLength(12)
    expect(page.marks.map(({ kind, name }) => [kind, name])).toEqual([
      ['phone', 'Own phone'],
      ['app', 'Signal'],
    ])
    expect(page.next).toMatchObject({ kind: 'ask', action: 'answer_piece', piece: 'updates' })
    const { next } = page
    if (!next) throw new Error('nothing is offered')
    const off = { action: next.action, scopeId: next.kind === 'ask' ? next.scopeId : '', piece: next.piece }
    expect(await putOff(cast.nora, { ...off, reason: null })).toMatchObject({ ok: true })
    const after = await readToday(cast.nora)
    expect(after.next).toMatchObject({ kind: 'ask', piece: 'private_talk' })
    expect(after.putOffs).toMatchObject([{ piece: 'updates', name: 'Own phone' }])
    const other = putOff(cast.sam, { ...off, reason: null })
    await expect(other).rejects.toBeInstanceOf(NotThere)
  })
})
