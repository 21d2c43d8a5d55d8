import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys, sessions } from '@/db/schema/access'
import { organisation } from '@/db/schema/organisation'
import { people, personKeys } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'
import { standingConsent } from '@/lib/access/answering'
import { openQuery, openQueryAtOnce, query, upkeep, upkeepAtOnce } from '@/lib/access/door'
import { namesOf } from '@/lib/people/names'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'
import { seenWorthWriting, sessionLives } from '@/lib/sessions/rules'
import { endSession } from '@/lib/sessions/store'
import type { Tier } from '@/lib/vocabulary'

/** Who is signed in, as the rows say at this request. */
export type SignedIn = {
  actor: Actor
  name: string
  tier: Tier
  /** Whom an aide answers for now; no name once the consent has ended. Null for who answers for themselves. */
  answeringFor: { name: string | null } | null
  organisation: { name: string; demo: boolean; timeZone: string }
}

/**
 * The session a cookie speaks of, or null when it ended, grew old, or its person, passkey or role no longer stand.
 * Takes the person's id and the hash of the cookie's secret.
 */
export async function readSession(personId: string, sessionId: string): Promise<SignedIn | null> {
  const row = await openQueryAtOnce(async ({ db, now }) => {
    const [found] = await db
      .select({
        role: people.role,
        tier: people.tier,
        nameSealed: people.nameSealed,
        deactivatedAt: people.deactivatedAt,
        wrapped: personKeys.wrapped,
        removedAt: passkeys.removedAt,
        organisation: organisation.name,
        demo: organisation.demo,
        settings: organisation.settings,
        session: {
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          endedAt: sessions.endedAt,
          role: sessions.role,
          delegationId: sessions.delegationId,
        },
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .innerJoin(personKeys, eq(personKeys.personId, sessions.personId))
      .innerJoin(passkeys, eq(passkeys.credentialId, sessions.credentialId))
      .innerJoin(organisation, eq(organisation.id, 1))
      .where(and(eq(sessions.personId, personId), eq(sessions.id, sessionId)))
    if (!found || found.deactivatedAt || found.removedAt || found.session.endedAt) return null
    return { ...found, now, lives: sessionLives(found.session, found.role, now) }
  })
  if (!row) return null
  if (!row.lives) {
    // Put down for good, so that a clock set back cannot bring it to life again.
    const why = row.session.role === row.role ? 'expired' : 'role_changed'
    await upkeep(({ tx, now }) => endSession(tx, { personId, sessionId, why, by: null, at: now }))
    return null
  }
  if (seenWorthWriting(row.session.lastSeenAt, row.now)) {
    await upkeepAtOnce(({ db, now }) =>
      db
        .update(sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(sessions.personId, personId), eq(sessions.id, sessionId), isNull(sessions.endedAt))),
    )
  }
  const { delegationId } = row.session
  const answering =
    delegationId && (await openQuery(({ tx, now }) => answeringIn(tx, personId, delegationId, now)))
  const name = fieldsOf('people', personKeyOf(personId, row.wrapped)).open(personId, 'name', row.nameSealed)
  return {
    actor: {
      personId,
      role: row.role,
      sessionId,
      ...(answering && { onBehalfOf: answering.consent }),
    },
    name: name ?? '',
    tier: row.tier,
    answeringFor: answering ? { name: answering.name } : null,
    organisation: { name: row.organisation, demo: row.demo, timeZone: row.settings.timeZone },
  }
}

/** For whom a session answers. A consent that has ended lets it see and say nothing, not even of its own, until it stops. */
async function answeringIn(tx: Tx, aideId: string, delegationId: string, now: Date) {
  const consent = await standingConsent(tx, { delegationId, aideId }, now)
  if (!consent) return { consent: { personId: aideId, delegationId, scope: [] }, name: null }
  const names = await namesOf(tx, [consent.personId])
  return { consent, name: names.get(consent.personId) ?? '' }
}

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; current: boolean }

/** The actor's own sessions that still count, the latest first. */
export const ownSessions = query('sessions:read:own', async ({ actor, tx, now }): Promise<OwnSession[]> => {
  const rows = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, actor.personId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.lastSeenAt))
  return rows
    .filter((row) => sessionLives(row, actor.role, now))
    .map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      current: id === actor.sessionId,
    }))
})
