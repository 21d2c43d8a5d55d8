/** Challenges live in the database and are spent once, by the statement that deletes them (WebAuthn L3, 13.4.3). */
import { and, eq, gt } from 'drizzle-orm'
import { challenges } from '@/db/schema/access'
import { upkeepAtOnce } from '@/lib/access/door'
import { challengeIn } from '@/lib/passkeys/ceremonies'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import type { Ceremony } from '@/lib/vocabulary'

export type Challenge = typeof challenges.$inferSelect
const fiveMinutes = 5 * 60_000

/** Keeps a challenge for five minutes; the clock clears away those that ended. */
export async function keepChallenge(
  kept: { challenge: string; ceremony: Ceremony } & Partial<
    Pick<Challenge, 'personId' | 'ticketId' | 'sessionId' | 'purpose' | 'carriedSealed'>
  >,
): Promise<void> {
  await upkeepAtOnce(({ db, now }) =>
    db.insert(challenges).values({ ...kept, endsAt: new Date(now.getTime() + fiveMinutes) }),
  )
}

/**
 * Spends the challenge that a browser's answer names: committed before the answer is looked at, so that a failed
 * answer burns it too. Throws CeremonyRefused when there is none, or it was given for another ceremony.
 */
export async function takeChallenge(response: unknown, ceremony: Ceremony): Promise<Challenge> {
  const challenge = challengeIn(response)
  if (challenge === null) throw new CeremonyRefused('challenge')
  const [taken] = await upkeepAtOnce(({ db, now }) =>
    db
      .delete(challenges)
      .where(
        and(
          eq(challenges.challenge, challenge),
          eq(challenges.ceremony, ceremony),
          gt(challenges.endsAt, now),
        ),
      )
      .returning(),
  )
  if (!taken) throw new CeremonyRefused('challenge')
  return taken
}
