/** Clears away what was kept for a while only and has served its time. */
import { lt } from 'drizzle-orm'
import { attempts, challenges, freshAssertions, submissions } from '@/db/schema/access'
import { stagedImports } from '@/db/schema/people'
import { upkeep } from '@/lib/access/door'

/** A session lives no longer, so a form that is sent again was drawn within it. */
const day = 86_400_000

/**
 * Removes answers to submits and counts of attempts older than a day, and challenges, confirmations and staged imports
 * that ended. Answers hold sealed links, so they must not outlive their use. Safe to run in several processes at once.
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
    ])
  })
