/** Which account to open where a vault is as safe as the account behind it (G4.1). */
import type { Tx } from '@/db/client'
import type { PieceAnswers } from '@/lib/guidance/pieces'
import type { PieceInList } from '@/lib/pieces/reading'
import { makerOfVault } from '@/lib/posture/items/passwords'
import { vaultAccountsOf } from '@/lib/posture/store-pieces'

/** Its id, where a piece asks to open it; null where it does not. */
export async function vaultAccountId(
  tx: Tx,
  personId: string,
  { answers, verdicts }: Pick<PieceInList, 'answers' | 'verdicts'>,
): Promise<string | null> {
  if (!verdicts.some(({ nextAction }) => nextAction === 'open_vault_account')) return null
  const maker = makerOfVault(answers as PieceAnswers<'passwords'>)
  return maker && ((await vaultAccountsOf(tx, personId))[maker]?.id ?? null)
}
