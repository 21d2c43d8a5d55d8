/** P4: recording one account, with all that belongs to it, against one bare INSERT and COMMIT on the same database. */
import { randomUUID } from 'node:crypto'
import net from 'node:net'
import { eq } from 'drizzle-orm'
import { closeDatabase, database, setConnection } from '@/db/client'
import { openPostgres } from '@/db/postgres'
import { accountStatements } from '@/db/schema/accounts'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { recordAccount } from '@/lib/accounts/commands/record'
import type { AccountEntry } from '@/lib/accounts/entry'
import { guidanceVersion } from '@/lib/guidance/version'
import { openInstallation } from '@/lib/installation/open'
import { serviceById } from '@/lib/services/catalogue'
import { defaultsFor } from '@/lib/services/rules'
import { type Entry, inTurn, type Measure, median } from './entry'

const each = 20
/** Records before anything is timed: a server that runs for a while has compiled what it runs. */
const warmUp = 60
/** Milliseconds, well above what anything else takes. */
const heldBack = 400

export const measure: Measure = async ({ database: kind, rounds }) => {
  await openInstallation()
  const actors = await startedPeople()
  const next = () => actors.pop() ?? stop('too few people for so many rounds')
  await medianOf(warmUp, () => record(next()))
  await medianOf(warmUp, () => bareInsert())
  const times = await inTurn(
    rounds,
    () => medianOf(each, () => record(next())),
    () => medianOf(each, () => bareInsert()),
  )
  const entries: Entry[] = [
    {
      id: 'P4',
      ...times,
      what_against: 'BEGIN, one INSERT of a statement, COMMIT by the driver, in the same process',
      goal: 'ratio at most 6',
      unit: 'ms',
    },
  ]
  if (kind === 'postgres') entries.push(await roundTrips([next(), next(), next()]))
  await closeDatabase()
  return entries
}

async function startedPeople(): Promise<Actor[]> {
  const db = await database()
  const rows = await db
    .select({ personId: people.id, role: people.role })
    .from(people)
    .innerJoin(personStandings, eq(personStandings.personId, people.id))
    .where(eq(personStandings.started, true))
    .orderBy(people.id)
  return rows.map((row) => ({ ...row, sessionId: 'bench' }))
}

const service = serviceById('paypal')
const entry = (): AccountEntry => {
  const { facts } = defaultsFor(service)
  return {
    serviceId: 'paypal',
    ownName: '',
    label: 'shared',
    note: '',
    visibility: 'counted_only',
    facts: {
      ...facts,
      value: 'high',
      valueReasons: ['money'],
      methods: facts.methods.map((row) => ({ ...row, state: 'off' })),
      smsSecondFactor: 'on',
      smsSecondFactorRemovable: 'yes',
      smsRecovery: 'on_can_be_removed',
      phoneLine: 'not_listed',
      mailboxRecovery: 'on',
      recoveryMailboxes: ['not_listed'],
    },
  }
}

async function record(actor: Actor): Promise<void> {
  const outcome = await recordAccount(actor, entry(), { key: randomUUID() })
  if (!outcome.ok) throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
}

async function bareInsert(): Promise<void> {
  const db = await database()
  const now = new Date()
  await db.transaction((tx) =>
    tx.insert(accountStatements).values({
      personId: randomUUID(),
      id: randomUUID(),
      accountId: randomUUID(),
      source: 'self_stated',
      guidanceVersion,
      facts: entry().facts,
      confirmedOn: '2026-11-23',
      enteredAt: now,
      answeredBy: randomUUID(),
      validFrom: now,
    }),
  )
}

async function medianOf(times: number, act: () => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await act()
    taken.push(performance.now() - from)
  }
  return median(taken)
}

/**
 * How often the client waits for the server: one record with every answer held back, less one without, in waits. What
 * is sent without waiting costs nothing more.
 */
async function roundTrips(actors: [Actor, Actor, Actor]): Promise<Entry> {
  await closeDatabase()
  const to = new URL(process.env.DATABASE_URL ?? '')
  let waits = 0
  const between = net.createServer((client) => {
    const server = net.connect(Number(to.port), to.hostname)
    client.on('data', (chunk) => server.write(chunk))
    server.on('data', (chunk) => setTimeout(() => client.write(chunk), waits))
    client.once('close', () => server.destroy())
    server.once('close', () => client.destroy())
    client.on('error', () => {})
    server.on('error', () => {})
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  const address = between.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const through = Object.assign(new URL(to.href), { port: String(address.port) })
  setConnection(await openPostgres(through.href, 1))
  const timed = async (actor: Actor) => {
    const from = performance.now()
    await record(actor)
    return performance.now() - from
  }
  await timed(actors[0])
  const direct = await timed(actors[1])
  waits = heldBack
  const counted = Math.round(((await timed(actors[2])) - direct) / heldBack)
  await closeDatabase()
  between.close()
  return {
    id: 'P4',
    ours: counted,
    against: 12,
    ratio: counted / 12,
    what_against: 'the goal itself: waits for the database, seen by holding every answer back',
    goal: 'at most 12',
    unit: 'round trips',
  }
}

function stop(why: string): never {
  throw new Error(why)
}
