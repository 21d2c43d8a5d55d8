/** Phones, messaging apps and what a made-up person says of them and of their habits, over their year. */
import type { messagingApps, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import type { AuditAction } from '@/lib/audit/actions'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { guidanceVersion } from '@/lib/guidance/version'
import { firstSettings } from '@/lib/organisation/settings'
import { holderSaidOn, saidBy } from '@/lib/pieces/discreet'
import { answersOnceMore, answersOnLook, consentFor } from '@/lib/pieces/rules'
import { dayOf } from '@/lib/posture/held'
import type { PersonInPieces, Said, VaultAccounts } from '@/lib/posture/items/facts'
import { judgePieces } from '@/lib/posture/items/rules'
import { hardwareIn } from '@/lib/posture/items/rulings'
import { type VerdictRow, verdictRows, verdictsThatDiffer } from '@/lib/posture/store-verdicts'
import type { PersonKey } from '@/lib/sealing/rules'
import { type Aide, type Answerer, answererOf } from './aide'
import { type Dice, diceFrom } from './dice'
import { answersFrom } from './piece-answers'
import type { Member } from './roster'
import { demoRulings, type Rulings } from './rulings'
import { specimenFor } from './specimens'
import { placesOf, recordThings, type Things, themselves, thingsFrom } from './things'
import type { Dates } from './year'

type Insert<Table extends { $inferInsert: unknown }> = Table['$inferInsert']
export type PieceRows = {
  phones: Insert<typeof phones>[]
  messagingApps: Insert<typeof messagingApps>[]
  pieceStatements: Insert<typeof pieceStatements>[]
  saidNone: Insert<typeof saidNone>[]
  verdicts: VerdictRow[]
}
export type Note = (at: Date, action: AuditAction, kind: string, id: string, by: Answerer) => void
export type Around = {
  member: Member
  key: PersonKey
  dates: Dates
  /** The day the made-up year ends. */
  until: Date
  care: number
  doubt: number
  /** The worst of their Apple and of their Google accounts at an instant (G4.1). */
  vaultsAt: (at: Date) => VaultAccounts
  aide: Aide | null
  note: Note
}

/** All rows of one person, judged as they sit down to it and as the calendar turns their verdicts in between. */
export function pieceRowsFrom(dice: Dice, around: Around): PieceRows {
  const { member, dates } = around
  const rulings = demoRulings(around.until)
  const theirs = rulings.of(member)
  const things = thingsFrom(dice, rulings)
  const rows: PieceRows = { phones: [], messagingApps: [], pieceStatements: [], saidNone: [], verdicts: [] }
  const said = new Map<string, Insert<typeof pieceStatements>>()
  let verdictsNow: (VerdictRow & { id: string })[] = []

  const judge = (at: Date) => {
    const person = personAt(around, things, said, rows, at, rulings)
    const context = {
      today: dayOf(at),
      intervals: firstSettings.intervals,
      daysToBegin: firstSettings.daysToBegin,
      rulings: theirs,
    }
    const wanted = verdictRows(member.id, judgePieces(person, context), at)
    const { closed, opened } = verdictsThatDiffer(verdictsNow, wanted)
    const gone = new Set(closed)
    for (const row of verdictsNow) if (gone.has(row.id)) row.validTo = at
    const fresh = opened.map((row) => ({ ...row, id: dice.uuid() }))
    verdictsNow = [...verdictsNow.filter(({ id }) => !gone.has(id)), ...fresh]
    rows.verdicts.push(...fresh)
  }
  /** What the calendar turns before an instant, as the server's clock does it: as the day begins. */
  const turnBefore = (end: Date) => {
    for (;;) {
      const [next] = verdictsNow.flatMap(({ turnsOn }) => turnsOn ?? []).sort()
      const at = next && new Date(`${next}T00:00:00Z`)
      if (!at || at > end) return
      judge(at)
    }
  }

  if (dates.sittings.length === 0 && dates.joinedAt) judge(dates.joinedAt)
  for (const [nth, at] of dates.sittings.entries()) {
    // Pieces are taken up every other time.
    if (nth % 2 === 1) continue
    turnBefore(at)
    if (nth === 0) recordThings(dice, rows, around, things, at)
    for (const { piece, scopeId, known } of placesOf(things, member.id)) {
      const before = said.get(`${piece} ${scopeId}`)
      // Dice of its own: another question in one piece changes the answers of no other.
      const given = nextAnswers(diceFrom(`${scopeId} ${piece} ${nth}`), {
        piece,
        before: before?.facts,
        known: { ...known, ...specimenFor(member.number, piece) },
        nth,
        at,
        ...around,
      })
      if (!given) continue
      if (before) before.validTo = at
      const by = answererOf(member, around.aide, nth, consentFor(pieceShape(piece).of))
      const facts = by.onBehalfOf ? saidBy(by, piece, given, before?.facts) : given
      const statement = {
        ...statementOf(dice, { piece, scopeId, facts, at, personId: member.id, by }),
        holderSaidOn: holderSaidOn(by, piece, dayOf(at), before?.holderSaidOn ?? null),
      }
      said.set(`${piece} ${scopeId}`, statement)
      rows.pieceStatements.push(statement)
      around.note(at, before?.facts === facts ? 'piece.confirmed' : 'piece.stated', 'piece', scopeId, by)
    }
    judge(at)
  }
  lookForUpdates(dice, around, said, rows, (at) => {
    turnBefore(at)
    judge(at)
  })
  turnBefore(around.until)
  return rows
}

/** The weekly tap: half of those who stay have looked for updates in the last days, and nothing was waiting. */
function lookForUpdates(
  dice: Dice,
  { member, dates, until, note }: Around,
  said: Map<string, Insert<typeof pieceStatements>>,
  rows: PieceRows,
  then: (at: Date) => void,
): void {
  const at = new Date(until.getTime() - dice.between(20, 140) * 3_600_000)
  const last = dates.sittings.at(-1)
  if (dates.leftAt || !last || last >= at || !dice.chance(0.5)) return
  const by = themselves(member)
  const looked = [...said].filter(([, { piece }]) => piece === 'updates')
  for (const [place, before] of looked) {
    const { confirmedOn } = before
    const facts = dice.chance(0.8)
      ? answersOnLook(before.facts, dayOf(at))
      : { ...before.facts, looked: 'yes', lastCheckedOn: dayOf(at), pending: 'apps' }
    before.validTo = at
    const statement = {
      ...statementOf(dice, {
        ...{ piece: 'updates', scopeId: before.scopeId, facts, at, personId: member.id, by },
      }),
      confirmedOn,
    }
    said.set(place, statement)
    rows.pieceStatements.push(statement)
    note(at, 'piece.looked', 'piece', before.scopeId, by)
  }
  if (looked.length > 0) then(at)
}

/** The first time most pieces; later the same again, or anew and more careful; null where nothing is said that day. */
function nextAnswers(
  dice: Dice,
  of: {
    piece: PieceId
    before: AnyAnswers | undefined
    known: AnyAnswers
    nth: number
    at: Date
    care: number
    doubt: number
  },
): AnyAnswers | null {
  const today = dayOf(of.at)
  const care = Math.min(1, of.care + 0.12 * of.nth)
  if (!of.before) {
    const always = Object.keys(of.known).length > 0
    return always || dice.chance(0.55) ? answersFrom(dice, of.piece, { ...of, care, today }) : null
  }
  const thrown = dice.throw()
  if (thrown < 0.35) return answersFrom(dice, of.piece, { ...of, care: Math.min(1, care + 0.3), today })
  return thrown < 0.8 ? answersOnceMore(of.piece, of.before, today) : null
}

const statementOf = (
  dice: Dice,
  of: { piece: PieceId; scopeId: string; facts: AnyAnswers; at: Date; personId: string; by: Answerer },
): Insert<typeof pieceStatements> => ({
  personId: of.personId,
  id: dice.uuid(),
  piece: of.piece,
  scopeKind: pieceShape(of.piece).of,
  scopeId: of.scopeId,
  source: 'self_stated',
  facts: of.facts,
  guidanceVersion,
  confirmedOn: dayOf(of.at),
  enteredAt: of.at,
  answeredBy: of.by.answeredBy,
  onBehalfOf: of.by.onBehalfOf,
  validFrom: of.at,
  validTo: null,
})

function personAt(
  { member, dates, vaultsAt }: Around,
  things: Things,
  said: ReadonlyMap<string, Insert<typeof pieceStatements>>,
  { saidNone: none, messagingApps: listed }: Pick<PieceRows, 'saidNone' | 'messagingApps'>,
  at: Date,
  rulings: Rulings,
): PersonInPieces {
  const saidOf = (scopeId: string) =>
    Object.fromEntries(
      [...said.values()]
        .filter((one) => one.scopeId === scopeId)
        .map(({ piece, facts, confirmedOn, enteredAt, guidanceVersion: version, holderSaidOn: own }) => [
          piece,
          { facts, confirmedOn, enteredOn: dayOf(enteredAt), guidanceVersion: version, holderSaidOn: own },
        ]),
    ) as Partial<Record<PieceId, Said<never>>>
  const noneOf = (of: 'phone' | 'app') => none.find((one) => one.of === of)?.confirmedOn ?? null
  return {
    id: member.id,
    tier: member.tier,
    askedOn: dayOf(dates.invitedAt),
    said: saidOf(member.id),
    phones: things.phones.map(({ id, hardwareId, model }) => ({
      id,
      modelNamed: model !== '',
      hardware: hardwareId === null ? null : hardwareIn(rulings.statements, hardwareId),
      said: saidOf(id),
    })),
    apps: things.apps.map(({ id, serviceId }) => ({
      ...{ id, serviceId, said: saidOf(id) },
      sentNameId: listed.find((app) => app.id === id)?.sentNameId ?? null,
    })),
    saidNone: { phone: noneOf('phone'), app: noneOf('app') },
    vaultAccounts: vaultsAt(at),
  }
}
