/**
 * Accounts as the commands of this and other subjects reach them, inside their own transaction.
 *
 * Nothing here rewrites a reference when an account or line is removed: what was removed reads as "not listed" (see
 * `withoutRemoved`), to the judging rules too, and stands again when it is restored. Whoever removes or restores a line
 * or an account calls refreshPosture afterwards, and that is all.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lines } from '@/db/schema/lines'
import { NotThere } from '@/lib/access/outcome'
import type { Holdings } from '@/lib/accounts/rules'
import { guidanceVersion } from '@/lib/guidance/version'
import { listedLines } from '@/lib/lines/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'

export type AccountRow = typeof accounts.$inferSelect
export type AccountStatement = typeof accountStatements.$inferSelect

/** Joins an account with what its holder stated of it, ever. */
const itsStatements = and(
  eq(accountStatements.personId, accounts.personId),
  eq(accountStatements.accountId, accounts.id),
  eq(accountStatements.source, 'self_stated'),
)
/** The same with the one statement that counts now. */
export const accountAsStated = and(itsStatements, isNull(accountStatements.validTo))
/** The condition of a person's accounts that are not removed. */
export const listedAccounts = (personId: string) =>
  and(eq(accounts.personId, personId), isNull(accounts.removedAt))

/** The free texts of one account, opened. Throws CannotOpen. */
export function accountTexts(
  key: PersonKey,
  row: Pick<AccountRow, 'id' | 'ownNameSealed' | 'labelSealed' | 'noteSealed'>,
) {
  const sealed = fieldsOf('accounts', key)
  return {
    ownName: sealed.open(row.id, 'own_name', row.ownNameSealed) ?? '',
    label: sealed.open(row.id, 'label', row.labelSealed) ?? '',
    note: sealed.open(row.id, 'note', row.noteSealed) ?? '',
  }
}

/** The same the other way: what the row holds. */
export function sealedAccountTexts(
  key: PersonKey,
  id: string,
  texts: { ownName: string; label: string; note: string },
) {
  const sealed = fieldsOf('accounts', key)
  return {
    ownNameSealed: sealed.seal(id, 'own_name', texts.ownName),
    labelSealed: sealed.seal(id, 'label', texts.label),
    noteSealed: sealed.seal(id, 'note', texts.note),
  }
}

/** What a person has listed now: ids of accounts and lines that are not removed. */
export async function holdingsOf(tx: Tx, personId: string): Promise<Holdings> {
  const [accountRows, lineRows] = await Promise.all([
    tx.select({ id: accounts.id }).from(accounts).where(listedAccounts(personId)),
    tx.select({ id: lines.id }).from(lines).where(listedLines(personId)),
  ])
  return {
    accounts: new Set(accountRows.map((row) => row.id)),
    lines: new Set(lineRows.map((row) => row.id)),
  }
}

const anId = z.uuid()

/** One of a person's accounts with its latest own statement, removed or not. Throws NotThere. */
export async function accountWithStatement(
  tx: Tx,
  personId: string,
  id: string,
): Promise<{ account: AccountRow; statement: AccountStatement }> {
  if (!anId.safeParse(id).success) throw new NotThere('account')
  const [found] = await tx
    .select({ account: accounts, statement: accountStatements })
    .from(accounts)
    .innerJoin(accountStatements, itsStatements)
    .where(and(eq(accounts.personId, personId), eq(accounts.id, id)))
    .orderBy(sql`${accountStatements.validTo} desc nulls first`)
    .limit(1)
  if (!found) throw new NotThere('account')
  return found
}

/** The same of an account that is not removed. Throws NotThere. */
export async function presentAccount(tx: Tx, personId: string, id: string) {
  const found = await accountWithStatement(tx, personId, id)
  if (found.account.removedAt !== null) throw new NotThere('account')
  return found
}

/** The condition that names one of a person's accounts. */
export const ownAccount = (personId: string, id: string) =>
  and(eq(accounts.personId, personId), eq(accounts.id, id))

type Stated = Pick<
  AccountStatement,
  'personId' | 'accountId' | 'facts' | 'confirmedOn' | 'answeredBy' | 'onBehalfOf'
> & {
  at: Date
  /** The version of the guidance it was asked under, where that is an earlier one: it is put back, not asked anew. */
  guidanceVersion?: string
}

/** Opens an own statement of an account that has none open. */
export async function stateAccount(tx: Tx, { at, ...stated }: Stated): Promise<void> {
  await tx.insert(accountStatements).values({
    guidanceVersion,
    ...stated,
    id: randomUUID(),
    source: 'self_stated',
    enteredAt: at,
    validFrom: at,
  })
}

/** The same in the place of the one that counts now, which is closed at the same instant. */
export async function restateAccount(tx: Tx, stated: Stated): Promise<void> {
  await Promise.all([
    closeStatement(tx, stated.personId, stated.accountId, stated.at),
    stateAccount(tx, stated),
  ])
}

/** Closes the own statement that counts now. */
export async function closeStatement(tx: Tx, personId: string, accountId: string, at: Date): Promise<void> {
  await tx
    .update(accountStatements)
    .set({ validTo: at })
    .where(
      and(
        eq(accountStatements.personId, personId),
        eq(accountStatements.accountId, accountId),
        eq(accountStatements.source, 'self_stated'),
        isNull(accountStatements.validTo),
      ),
    )
}
