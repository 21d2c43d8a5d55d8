/** Clears away what was kept for a while only and has served its time. */
import { and, eq, isNull, lt, notExists } from 'drizzle-orm'
import { attempts, challenges, freshAssertions, submissions } from '@/db/schema/access'
import { incidentEvents, incidents } from '@/db/schema/incidents'
import { serviceImports } from '@/db/schema/organisation'
import { stagedImports } from '@/db/schema/people'
import { upkeep } from '@/lib/access/door'
import { restorableSince } from '@/lib/incidents/rules'

/** A session lives no longer, so a form that is sent again was drawn within it. */
const day = 86_400_000

/**
 * Removes answers to submits and counts of attempts older than a day, and challenges, confirmations and staged imports
 * that ended, and removed incident sheets that cannot be put back any more. Answers hold sealed links, so they must not outlive their use. Safe to run in several processes at once.
 */
export const clearSpent = () =>
  upkeep(async ({ tx, now }) => {
    const dayAgo = new Date(now.getTime() - day)
    await Promise.all([
      tx.delete(submissions).where(lt(submissions.at, dayAgo)),
      tx.delete(attempts).where(lt(attempts.windowStart, dayAgo)),
      tx.delete(challenges).where(lt(challenges.endsAt, now)),
      tx.delete(freshAssertions).where(lt(freshAssertions.endsAt, now)),
      tx.delete(stagedImports).where(lt(stagedImports.endsAt, now)),
      tx.delete(serviceImports).where(and(isNull(serviceImports.appliedAt), lt(serviceImports.endsAt, now))),
      tx.delete(incidents).where(lt(incidents.removedAt, restorableSince(now))),
    ])
    const sheet = tx
      .select({ id: incidents.id })
      .from(incidents)
      .where(
        and(eq(incidents.personId, incidentEvents.personId), eq(incidents.id, incidentEvents.incidentId)),
      )
    await tx.delete(incidentEvents).where(notExists(sheet))
  })
