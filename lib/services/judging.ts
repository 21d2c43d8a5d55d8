/**
 * After a fact of a service was corrected, everybody with an account or line there is judged anew: a few at a time, so
 * that nothing else waits long, and each step noted, so that it goes on where it stopped.
 */
import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { union } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { lineStatements } from '@/db/schema/lines'
import { serviceCorrections } from '@/db/schema/organisation'
import { upkeep } from '@/lib/access/door'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'

/** People judged in one transaction. */
const atOnce = 25

/** Judges whoever a correction concerns and was not judged since. Of several processes, one does it. @returns how many */
export async function judgeAnew(): Promise<number> {
  let judged = 0
  for (;;) {
    const some = await upkeep(({ tx, now }) => judgeSome(tx, now))
    if (some === null) return judged
    judged += some
  }
}

/** The next few; null when nobody is left, or another process is at it. */
async function judgeSome(tx: Tx, now: Date): Promise<number | null> {
  const [correction] = await tx
    .select()
    .from(serviceCorrections)
    .where(isNull(serviceCorrections.judgedAt))
    .orderBy(asc(serviceCorrections.madeAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!correction) return null
  const people = await concerned(tx, correction.serviceId, correction.judgedTo)
  for (const { personId } of people) {
    const person = await lockPerson(tx, personId)
    await refreshPosture(tx, person, now)
  }
  const last = people.at(-1)
  await tx
    .update(serviceCorrections)
    .set(last && people.length === atOnce ? { judgedTo: last.personId } : { judgedAt: now })
    .where(eq(serviceCorrections.id, correction.id))
  return people.length
}

/** The next people with an account or line at a service, by id. */
async function concerned(tx: Tx, serviceId: string, after: string | null) {
  const beyond = (column: PgColumn): SQL | undefined => (after ? gt(column, after) : undefined)
  const withAccount = tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(and(eq(accounts.serviceId, serviceId), isNull(accounts.removedAt), beyond(accounts.personId)))
  const withLine = tx
    .select({ personId: lineStatements.personId })
    .from(lineStatements)
    .where(
      and(
        sql`${lineStatements.facts}->>'carrierId' = ${serviceId}`,
        isNull(lineStatements.validTo),
        beyond(lineStatements.personId),
      ),
    )
  return union(withAccount, withLine).orderBy(sql`person_id`).limit(atOnce)
}
