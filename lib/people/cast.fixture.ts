/** The cast in a fresh database, for tests: an organisation, two units, and people with their roles, signed in. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { freshAssertions } from '@/db/schema/access'
import { organisation, units } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { firstSettings } from '@/lib/organisation/settings'
import { addPerson } from '@/lib/people/store'
import type { Role, Tier } from '@/lib/vocabulary'

const members = {
  sam: ['Sam', 'staff', 'standard'],
  rosa: ['Rosa', 'staff', 'highly_targeted'],
  theo: ['Theo', 'staff', 'standard'],
  kim: ['Kim', 'security', 'standard'],
  nora: ['Nora', 'security', 'standard'],
  lee: ['Lee', 'leadership', 'standard'],
  ada: ['Ada', 'auditor', 'standard'],
  max: ['Max', 'administrator', 'standard'],
} as const satisfies Record<string, readonly [string, Role, Tier]>
export type Member = keyof typeof members
export type Cast = Record<Member, Actor> & { units: { field: string; office: string } }

/** Fills an empty database. Everybody has joined; sessions are named but have no rows. */
export async function castInto(at: Date = new Date('2026-11-01T09:00:00Z')): Promise<Cast> {
  const db = await database()
  return db.transaction(async (tx) => {
    await tx.insert(organisation).values({ name: 'Harbour Office', settings: firstSettings, createdAt: at })
    const named = { field: randomUUID(), office: randomUUID() }
    await tx.insert(units).values([
      { id: named.field, name: 'Field', createdAt: at },
      { id: named.office, name: 'Office', createdAt: at },
    ])
    const actors = {} as Record<Member, Actor>
    for (const [member, [name, role, tier]] of Object.entries(members)) {
      const { id } = await addPerson(tx, {
        name,
        email: `${member}@example.org`,
        role,
        tier,
        unitId: role === 'staff' ? named.field : named.office,
        invitedBy: null,
        at,
      })
      await tx.update(people).set({ joinedAt: at }).where(eq(people.id, id))
      await tx.update(personStandings).set({ state: 'active' }).where(eq(personStandings.personId, id))
      actors[member as Member] = { personId: id, role, sessionId: `session-of-${member}` }
    }
    return { ...actors, units: named }
  })
}

/** What a ceremony would have left behind: a fresh confirmation for one act. */
export async function confirmedFor(actor: Actor, purpose: string, endsAt = new Date(Date.now() + 60_000)) {
  const db = await database()
  await db
    .insert(freshAssertions)
    .values({ personId: actor.personId, sessionId: actor.sessionId, purpose, endsAt })
    .onConflictDoNothing()
}
