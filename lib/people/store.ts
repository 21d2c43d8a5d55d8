/** People as other subjects' commands make and reach them, inside their own transaction. */
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people, personKeys } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { NotThere } from '@/lib/access/outcome'
import { fieldsOf, makePersonKey, personKeyOf, searchIndexKey } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import { blindIndex, nameKeys, sameEmail } from '@/lib/sealing/search'
import type { Role, Tier } from '@/lib/vocabulary'

export type NewPerson = {
  id?: string
  handle?: Uint8Array<ArrayBuffer>
  name: string
  email: string | null
  role: Role
  tier: Tier
  unitId: string | null
  invitedBy: string | null
  at: Date
}

/** A new handle for WebAuthn: 64 random bytes that say nothing of the person (WebAuthn L3, 14.6.1). */
export const newHandle = () => new Uint8Array(randomBytes(64))

/** What exports call a person: no meaning, easy to read aloud. */
const newRef = () => `P-${randomBytes(5).toString('hex').toUpperCase()}`

/** The index under which an address is found. */
export const emailIndexOf = (email: string) => blindIndex(sameEmail(email), 'email', searchIndexKey())

export type AddedPerson = { id: string; ref: string; key: PersonKey }

/** Adds a person: row, data key, and the row the People table lists. Returns id and key. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<AddedPerson> {
  const [added] = await addPeople(tx, [person])
  if (!added) throw new Error('nobody was added')
  return added
}

/** Adds many at once, in their order: at most some 1,000, for PostgreSQL takes 65,535 values in one statement. */
export async function addPeople(tx: Tx, list: readonly NewPerson[]): Promise<AddedPerson[]> {
  const made = list.map((person) => {
    const id = person.id ?? randomUUID()
    return { person: { ...person, id }, ref: newRef(), ...makePersonKey(id) }
  })
  if (made.length === 0) return []
  await tx.insert(people).values(made.map(({ person, ref, key }) => rowOf(person, ref, key)))
  await Promise.all([
    tx.insert(personKeys).values(made.map(({ person, wrapped }) => ({ personId: person.id, wrapped }))),
    tx.insert(personStandings).values(made.map(({ person }) => blankStanding(person))),
  ])
  return made.map(({ person, ref, key }) => ({ id: person.id, ref, key }))
}

function rowOf(person: NewPerson & { id: string }, ref: string, key: PersonKey): typeof people.$inferInsert {
  return {
    id: person.id,
    ref,
    role: person.role,
    tier: person.tier,
    unitId: person.unitId,
    ...identifying(person, key),
    handle: person.handle ?? newHandle(),
    invitedAt: person.at,
    invitedBy: person.invitedBy,
  }
}

/** The columns that say who a person is: sealed, with the keyed indexes that find them. */
export function identifying(person: { id: string; name: string; email: string | null }, key: PersonKey) {
  const sealed = fieldsOf('people', key)
  return {
    nameSealed: sealed.seal(person.id, 'name', person.name) ?? '',
    emailSealed: sealed.seal(person.id, 'email', person.email),
    emailIndex: person.email ? emailIndexOf(person.email) : null,
    nameKeys: nameKeys(person.name, searchIndexKey()),
  }
}

/** The row of a person of whom nothing is known: unknown, never good news. */
export const blankStanding = (person: { id: string; unitId: string | null; tier: Tier; at: Date }) => ({
  personId: person.id,
  unitId: person.unitId,
  tier: person.tier,
  state: 'invited',
  started: false,
  rank: 9,
  level: null,
  atBest: null,
  waysIn: 0,
  accounts: 0,
  lines: 0,
  opensByNumber: 0,
  smsAnywhere: false,
  pinMissing: false,
  exposedByNumber: false,
  unknowns: 0,
  nextAction: null,
  oldestConfirmedOn: null,
  changedAt: person.at,
})

/**
 * Notes that somebody's passkey is being bound, and holds their row until the transaction ends. The day of joining
 * stays what it was. Null for who has left, and for who joined before unless `again` (a recovery).
 */
export async function noteJoined(
  tx: Tx,
  personId: string,
  at: Date,
  { again }: { again: boolean },
): Promise<{ id: string; role: Role } | null> {
  const [person] = await tx
    .update(people)
    .set({ joinedAt: sql`coalesce(${people.joinedAt}, ${at.toISOString()}::timestamptz)` })
    .where(
      and(eq(people.id, personId), isNull(people.deactivatedAt), again ? undefined : isNull(people.joinedAt)),
    )
    .returning({ id: people.id, role: people.role })
  if (!person) return null
  await tx.update(personStandings).set({ state: 'active' }).where(eq(personStandings.personId, personId))
  return person
}

export type LockedPerson = {
  id: string
  role: Role
  tier: Tier
  unitId: string | null
  joinedAt: Date | null
  deactivatedAt: Date | null
  key: PersonKey
  version: number
}

/**
 * Locks a person's row, so that whatever changes their facts does so one after another (no lost update), and hands back
 * the key that opens their fields. Throws NotThere.
 */
export async function lockPerson(tx: Tx, id: string): Promise<LockedPerson> {
  const [row] = await tx
    .select({
      id: people.id,
      role: people.role,
      tier: people.tier,
      unitId: people.unitId,
      joinedAt: people.joinedAt,
      deactivatedAt: people.deactivatedAt,
      version: people.version,
      wrapped: personKeys.wrapped,
    })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(eq(people.id, id))
    .for('update', { of: people })
  if (!row) throw new NotThere('person')
  const { wrapped, ...person } = row
  return { ...person, key: personKeyOf(id, wrapped) }
}

/** The key that opens somebody's fields, for reading. Throws NotThere. */
export async function readKey(tx: Tx, personId: string): Promise<PersonKey> {
  const [row] = await tx.select().from(personKeys).where(eq(personKeys.personId, personId))
  if (!row) throw new NotThere('person')
  return personKeyOf(personId, row.wrapped)
}

/** The keys of several people by id; who was erased has none. */
export async function readKeys(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(personKeys)
    .where(inArray(personKeys.personId, [...new Set(ids)]))
  return new Map(rows.map(({ personId, wrapped }) => [personId, personKeyOf(personId, wrapped)]))
}
