/**
 * The recovery sheet of a single administrator (decision 8): one code of 140 random bits, shown once, stored as a hash,
 * replaced when used. It works only while its holder is the only administrator: with a second one, two people recover.
 */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recoveryCodes } from '@/db/schema/access'
import { people } from '@/db/schema/people'
import { hashOf } from '@/lib/links/store'
import { newCode, readCode } from '@/lib/text/codes'

/** Makes a new sheet and ends the one before. Returns the code to be shown once. */
export async function replaceSheet(tx: Tx, personId: string, at: Date): Promise<string> {
  await tx
    .update(recoveryCodes)
    .set({ replacedAt: at })
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.replacedAt)))
  const code = newCode(28, 4)
  await tx.insert(recoveryCodes).values({ personId, codeHash: hashOf(readCode(code)), createdAt: at })
  return code
}

const works = and(isNull(recoveryCodes.usedAt), isNull(recoveryCodes.replacedAt))

/** The sheet a typed code stands on, if it still works and its holder is the only administrator. */
export async function findSheet(
  tx: Tx,
  typed: string,
): Promise<{ personId: string; codeHash: string } | null> {
  const [found] = await tx
    .select({ personId: recoveryCodes.personId, codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.codeHash, hashOf(readCode(typed))), works))
  return found && (await isOnlyAdministrator(tx, found.personId)) ? found : null
}

/** Uses a code up; of many at once one gets it. */
export async function spendSheet(tx: Tx, codeHash: string, at: Date): Promise<{ personId: string } | null> {
  const [spent] = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.codeHash, codeHash), works))
    .returning({ personId: recoveryCodes.personId })
  return spent && (await isOnlyAdministrator(tx, spent.personId)) ? spent : null
}

/** Whether a person is the one administrator there is: somebody who has not joined cannot help anybody in. */
export async function isOnlyAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const administrators = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'administrator'), isNull(people.deactivatedAt), isNotNull(people.joinedAt)))
    .limit(2)
  return administrators.length === 1 && administrators[0]?.id === personId
}
