/**
 * A whole made-up organisation, written into an empty database: people and lists over the year that ends today.
 * The same seed on the same day gives the same ids and contents; keys, handles, links and ciphertexts are always new.
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Db, database, type Tx } from '@/db/client'
import { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import { auditEntries, auditHead } from '@/db/schema/audit'
import { lineStatements, lines } from '@/db/schema/lines'
import { organisation, units } from '@/db/schema/organisation'
import { people, personKeys } from '@/db/schema/people'
import { messagingApps, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { canonical, linkOf } from '@/lib/audit/chain'
import { derivedKey } from '@/lib/installation/key'
import { InstallationProblem } from '@/lib/installation/problem'
import { issueTicket } from '@/lib/links/store'
import { firstSettings } from '@/lib/organisation/settings'
import { storeSnapshot } from '@/lib/overview/commands'
import { saidSomething } from '@/lib/posture/store-started'
import { refreshRulings } from '@/lib/rulings/judging'
import type { Role } from '@/lib/vocabulary'
import { demoWords as words } from '@/lib/words/demo'
import { type Aide, aideOf, keepConsent } from './aide'
import { insertMany } from './bulk'
import { keepExceptions } from './exceptions'
import { keepIncidents } from './incidents'
import { type Event, type PersonRows, personRowsFrom } from './person'
import { keepRegister } from './register'
import { type Member, memberFrom, unitsFor } from './roster'
import { ruledOn, stateRulings } from './rulings'
import { beginningOf, type Dates, datesFrom, monthsOf } from './year'

export type CastLink = { name: string; role: Role; path: string }
type Asked = { people: number; seed: string; until: Date; name: string; linkHours: number }

/** People in one transaction. */
const atOnce = 250

/** @returns a joining link for each of the cast @throws InstallationProblem when the database holds an organisation */
export async function makeOrganisation(
  asked: Asked,
  progress: (done: number) => void = () => {},
): Promise<CastLink[]> {
  const db = await database()
  const unitRows = unitsFor(asked.seed, asked.people)
  const inviter = memberFrom(asked.seed, 1, unitRows).member
  const theo = memberFrom(asked.seed, 4, unitRows).member
  let consent: { rosa: Member; aide: Aide; dates: Dates } | null = null
  const createdAt = beginningOf(asked.until)
  await db.transaction(async (tx) => {
    const named = await tx
      .insert(organisation)
      .values({ name: asked.name, settings: firstSettings, demo: true, createdAt })
      .onConflictDoNothing()
      .returning({ id: organisation.id })
    if (named.length === 0) throw new InstallationProblem(words.notEmpty)
    await insertMany(
      tx,
      units,
      unitRows.map((unit) => ({ ...unit, createdAt })),
    )
    await refreshRulings(tx, createdAt)
    await stateRulings(tx, asked.until, inviter.id)
  })
  const events: Event[] = []
  const cast: Member[] = []
  for (let from = 0; from < asked.people; from += atOnce) {
    const batch: PersonRows[] = []
    for (let number = from; number < Math.min(from + atOnce, asked.people); number++) {
      const { member, dice } = memberFrom(asked.seed, number, unitRows)
      if (member.cast) cast.push(member)
      const dates = datesFrom(dice, member, asked.until)
      const aide = aideOf(member, theo, dates)
      if (aide) consent = { rosa: member, aide, dates }
      batch.push(personRowsFrom(dice, member, dates, inviter, asked.until, aide))
    }
    for (const person of batch) events.push(...person.events)
    await db.transaction((tx) => writePeople(tx, batch))
    progress(Math.min(from + atOnce, asked.people))
  }
  for (const at of [ruledOn(asked.until), asked.until]) await db.transaction((tx) => refreshRulings(tx, at))
  await db.transaction((tx) => tx.execute(sql`analyze`))
  events.push(...(await keepRegister(db, inviter, asked.seed, asked.until)))
  const known = (name: string) => cast.find((member) => member.name === name) ?? inviter
  if (consent) events.push(...(await keepConsent(db, { ...consent, seed: asked.seed, until: asked.until })))
  const first = [known('Sam'), known('Rosa')]
  events.push(...(await keepExceptions(db, { kim: inviter, first, ...asked })))
  const cited = { kim: inviter, sam: known('Sam'), theo: known('Theo') }
  events.push(...(await keepIncidents(db, cited, asked.seed, asked.until)))
  events.push(...(await takeSnapshots(db, inviter, asked.until)))
  await writeEvents(db, events, asked)
  return linksFor(db, cast, asked.linkHours)
}

async function writePeople(tx: Tx, batch: readonly PersonRows[]): Promise<void> {
  const write = <Table extends PgTable>(
    table: Table,
    rowsOf: (person: PersonRows) => Table['$inferInsert'][],
  ) => insertMany(tx, table, batch.flatMap(rowsOf))
  await write(people, (person) => person.people)
  await write(personKeys, (person) => person.personKeys)
  await write(personStandings, (person) => person.personStandings)
  await write(accounts, (person) => person.accounts)
  await write(accountStatements, (person) => person.accountStatements)
  await write(lines, (person) => person.lines)
  await write(lineStatements, (person) => person.lineStatements)
  await write(inventoryStatements, (person) => person.inventoryStatements)
  await write(phones, (person) => person.phones)
  await write(messagingApps, (person) => person.messagingApps)
  await write(pieceStatements, (person) => person.pieceStatements)
  await write(saidNone, (person) => person.saidNone)
  await write(verdicts, (person) => person.verdicts)
  await write(standings, (person) => person.standings)
  await tx
    .update(personStandings)
    .set({ started: true })
    .where(
      and(
        eq(personStandings.started, false),
        inArray(
          personStandings.personId,
          batch.flatMap((person) => person.people.map(({ id }) => id)),
        ),
        saidSomething(sql`person_standings.person_id`),
      ),
    )
}

/** Leadership's page, released once a month as the product does it. */
async function takeSnapshots(db: Db, by: Member, until: Date): Promise<Event[]> {
  const events: Event[] = []
  for (const at of monthsOf(until)) {
    const { trail } = await db.transaction((tx) => storeSnapshot(tx, at, by.id))
    events.push({ at, by, action: 'snapshot.taken', kind: 'snapshot', id: trail.subject.id, personId: null })
  }
  return events
}

/** The audit log of the year, in its order, chained as the product chains it; what made it stands at the end. */
async function writeEvents(db: Db, events: Event[], { people: size, seed, until }: Asked): Promise<void> {
  const key = derivedKey('audit')
  events.sort((one, other) => one.at.getTime() - other.at.getTime())
  const [head] = await db.select().from(auditHead)
  let { seq, hash } = head ?? { seq: 0, hash: '' }
  const chained = (
    entry: Omit<typeof auditEntries.$inferInsert, 'seq' | 'previous' | 'hash' | 'outcome'>,
  ) => {
    const row = { ...none, ...entry, outcome: 'done', seq: seq + 1, previous: hash }
    hash = linkOf(row, key)
    seq += 1
    return { ...row, hash }
  }
  const write = (rows: (typeof auditEntries.$inferInsert)[]) =>
    db.transaction(async (tx) => {
      await insertMany(tx, auditEntries, rows)
      await tx.update(auditHead).set({ seq, hash }).where(sql`${auditHead.id} = 1`)
    })
  for (let from = 0; from < events.length; from += 20_000) {
    await write(
      events.slice(from, from + 20_000).map(({ at, by, action, kind, id, personId, onBehalfOf }) =>
        chained({
          at,
          actorKind: 'person',
          actorId: by.id,
          actorRole: by.role,
          action,
          subjectKind: kind,
          subjectId: id,
          personId,
          detail: onBehalfOf ? canonical({ before: null, after: null, onBehalfOf }) : nothing,
        }),
      ),
    )
  }
  const detail = canonical({ before: null, after: { people: size, seed } })
  await write([
    chained({ at: until, actorKind: 'console', action: 'demo.made', subjectKind: 'organisation', detail }),
  ])
}

const none = { actorId: null, actorRole: null, subjectId: null, personId: null }
const nothing = canonical({ before: null, after: null })

async function linksFor(db: Db, cast: readonly Member[], hours: number): Promise<CastLink[]> {
  const links: CastLink[] = []
  for (const { id, name, role } of cast) {
    const { path } = await db.transaction((tx) =>
      issueTicket(tx, { kind: 'join', personId: id, issuedBy: null, hours, at: new Date() }),
    )
    links.push({ name, role, path })
  }
  return links
}
