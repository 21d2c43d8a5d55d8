/**
 * After facts of services have changed, by a correction or by a directory's file, everybody with an account or line
 * there is judged anew: a few at a time, so that nothing else waits long, and each step noted, so that it goes on where
 * it stopped.
 */
import { and, asc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { union } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { lineStatements } from '@/db/schema/lines'
import { serviceCorrections, serviceImports } from '@/db/schema/organisation'
import { personKeys } from '@/db/schema/people'
import { upkeep } from '@/lib/access/door'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'

/** People judged in one transaction. */
const atOnce = 25

/** Judges whoever a change concerns and was not judged since. Of several processes, one does it. @returns how many */
export async function judgeAnew(): Promise<number> {
  let judged = 0
  for (;;) {
    const some = await upkeep(({ tx, now }) => judgeSome(tx, now))
    if (some === null) return judged
    judged += some
  }
}

/** What is left to do after one change: whom it concerns, how far it has come, and where that is noted. */
type Work = {
  serviceIds: readonly string[]
  judgedTo: string | null
  note: (how: { judgedTo: string } | { judgedAt: Date }) => Promise<unknown>
}

/** The next few; null when nobody is left, or another process is at it. */
async function judgeSome(tx: Tx, now: Date): Promise<number | null> {
  const work = (await dueCorrection(tx)) ?? (await dueImport(tx))
  if (!work) return null
  const people = await concerned(tx, work.serviceIds, work.judgedTo)
  for (const { personId } of people) {
    const person = await lockPerson(tx, personId)
    await refreshPosture(tx, person, now)
  }
  const last = people.at(-1)
  await work.note(last && people.length === atOnce ? { judgedTo: last.personId } : { judgedAt: now })
  return people.length
}

async function dueCorrection(tx: Tx): Promise<Work | null> {
  const [due] = await tx
    .select()
    .from(serviceCorrections)
    .where(isNull(serviceCorrections.judgedAt))
    .orderBy(asc(serviceCorrections.madeAt))
    .limit(1)
    .for('update', { skipLocked: true })
  return due
    ? {
        serviceIds: [due.serviceId],
        judgedTo: due.judgedTo,
        note: (how) => tx.update(serviceCorrections).set(how).where(eq(serviceCorrections.id, due.id)),
      }
    : null
}

async function dueImport(tx: Tx): Promise<Work | null> {
  const [due] = await tx
    .select()
    .from(serviceImports)
    .where(and(isNotNull(serviceImports.appliedAt), isNull(serviceImports.judgedAt)))
    .orderBy(asc(serviceImports.madeAt))
    .limit(1)
    .for('update', { skipLocked: true })
  return due
    ? {
        serviceIds: due.concerns,
        judgedTo: due.judgedTo,
        note: (how) => tx.update(serviceImports).set(how).where(eq(serviceImports.id, due.id)),
      }
    : null
}

/** The next people with an account or line at one of the services, by id; nobody who was erased. */
async function concerned(tx: Tx, serviceIds: readonly string[], after: string | null) {
  if (serviceIds.length === 0) return []
  const beyond = (column: PgColumn): SQL | undefined => (after ? gt(column, after) : undefined)
  const withAccount = tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .innerJoin(personKeys, eq(personKeys.personId, accounts.personId))
    .where(
      and(
        inArray(accounts.serviceId, [...serviceIds]),
        isNull(accounts.removedAt),
        beyond(accounts.personId),
      ),
    )
  const withLine = tx
    .select({ personId: lineStatements.personId })
    .from(lineStatements)
    .innerJoin(personKeys, eq(personKeys.personId, lineStatements.personId))
    .where(
      and(
        inArray(sql`${lineStatements.facts}->>'carrierId'`, [...serviceIds]),
        isNull(lineStatements.validTo),
        beyond(lineStatements.personId),
      ),
    )
  return union(withAccount, withLine).orderBy(sql`person_id`).limit(atOnce)
}
