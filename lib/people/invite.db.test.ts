import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { attempts, tickets } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotThere, Refused, TooMany } from '@/lib/access/outcome'
import { hashOf } from '@/lib/links/store'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { invitePerson, makeJoiningLink } from '@/lib/people/commands/invite'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { peopleWords } from '@/lib/words/people'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

const otto = { name: 'Otto Ångström', email: 'otto@example.org', unitId: '', tier: 'standard' }
const invited = async (entry: object = otto, by = cast.kim) => {
  const outcome = await invitePerson(by, { ...otto, ...entry })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result
}
const rowOf = async (id: string) => {
  const db = await database()
  const [row] = await db.select().from(people).where(eq(people.id, id))
  if (!row) throw new Error('nobody')
  return row
}

describe('inviting', () => {
  test('adds a member of staff, sealed, with a link that works once and ends', async () => {
    const link = await invited({ unitId: cast.units.office, tier: 'highly_targeted' })
    expect(link.path).toMatch(/^\/join#[\w-]{43}$/)
    const row = await rowOf(link.personId)
    expect(row).toMatchObject({
      role: 'staff',
      tier: 'highly_targeted',
      unitId: cast.units.office,
      joinedAt: null,
    })
    const db = await database()
    const key = await db.transaction((tx) => readKey(tx, row.id))
    const open = fieldsOf('people', key)
    expect(open.open(row.id, 'name', row.nameSealed)).toBe('Otto Ångström')
    expect(open.open(row.id, 'email', row.emailSealed)).toBe('otto@example.org')
    const [ticket] = await db.select().from(tickets).where(eq(tickets.personId, row.id))
    expect(ticket?.secretHash).toBe(hashOf(link.path.split('#')[1] ?? ''))
    expect((ticket?.endsAt.getTime() ?? 0) - (ticket?.issuedAt.getTime() ?? 0)).toBe(72 * 3_600_000)
    const [standing] = await db.select().from(personStandings).where(eq(personStandings.personId, row.id))
    expect(standing).toMatchObject({ state: 'invited', tier: 'highly_targeted', rank: 9 })
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.personId, row.id))
    expect(entry).toMatchObject({ action: 'person.invited', actorId: cast.kim.personId, subjectId: row.id })
    expect(JSON.stringify([row, ticket, standing, entry])).not.toMatch(/Otto|ngström|example\.org/i)
  })

  test('names the field of bad input and adds nobody', async () => {
    const bad = await invitePerson(cast.kim, { name: '', email: 'no address', unitId: 'x', tier: 'top' })
    expect(bad).toMatchObject({
      ok: false,
      problems: { name: [expect.any(String)], email: [expect.any(String)], unitId: [expect.any(String)] },
    })
    expect(bad).toHaveProperty('problems.tier')
    const role = await invitePerson(cast.kim, { ...otto, email: '', role: 'administrator' })
    expect(role.ok).toBe(false)
    const unit = await invitePerson(cast.kim, { ...otto, email: '', unitId: crypto.randomUUID() })
    expect(unit).toEqual({ ok: false, problems: { unitId: [peopleWords.problems.unitGone] } })
  })

  test('refuses an address that somebody has, however it is written', async () => {
    const again = await invitePerson(cast.kim, { ...otto, email: ' OTTO@Example.org ' })
    expect(again).toEqual({ ok: false, problems: { email: [peopleWords.problems.emailTaken] } })
  })

  test.runIf(onServer)('gives an address to one of twenty who ask for it at once', async () => {
    const entry = { ...otto, email: 'race@example.org' }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => invitePerson(cast.kim, entry)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array(19).fill({ ok: false, problems: { email: [peopleWords.problems.emailTaken] } }),
    )
  })

  test('sent twice adds one person and answers with the same link', async () => {
    const entry = { ...otto, email: 'twice@example.org' }
    const first = await invitePerson(cast.kim, entry, { key: 'invite-0001' })
    expect(first.ok).toBe(true)
    expect(await invitePerson(cast.kim, entry, { key: 'invite-0001' })).toEqual(first)
  })

  test.each(['sam', 'rosa', 'lee', 'ada'] as const)('is refused to %s', async (member) => {
    await expect(invitePerson(cast[member], otto)).rejects.toBeInstanceOf(Refused)
    await expect(makeJoiningLink(cast[member], { personId: cast.sam.personId })).rejects.toBeInstanceOf(
      Refused,
    )
  })

  test('is open to the administrator, who adds the first of the security team', async () => {
    expect(await invited({ email: 'first@example.org' }, cast.max)).toMatchObject({
      path: expect.any(String),
    })
  })

  test('slows down after 200 in an hour', async () => {
    const db = await database()
    await db.execute(sql`update attempts set count = 200 where bucket like 'people.invite:%'`)
    await expect(invitePerson(cast.kim, { ...otto, email: '' })).rejects.toBeInstanceOf(TooMany)
    await db.delete(attempts)
  })
})

describe('another joining link', () => {
  test('puts the earlier one out of use', async () => {
    const first = await invited({ email: 'links@example.org' })
    const second = await makeJoiningLink(cast.kim, { personId: first.personId })
    expect(second).toMatchObject({ ok: true, result: { personId: first.personId } })
    const db = await database()
    const held = await db.select().from(tickets).where(eq(tickets.personId, first.personId))
    expect(held.filter((ticket) => ticket.withdrawnAt === null)).toHaveLength(1)
    const [earlier] = held.filter((ticket) => ticket.secretHash === hashOf(first.path.split('#')[1] ?? ''))
    expect(earlier?.withdrawnAt).not.toBeNull()
  })
  test('is not made for whoever has joined, nor for whoever is not there', async () => {
    expect(await makeJoiningLink(cast.kim, { personId: cast.sam.personId })).toEqual({
      ok: false,
      problems: { '': [peopleWords.problems.linkAfterJoining] },
    })
    await expect(makeJoiningLink(cast.kim, { personId: crypto.randomUUID() })).rejects.toBeInstanceOf(
      NotThere,
    )
  })
})
