/** Rows of a made-up person that stop counting, and what those that counted at an instant come to. */
import type { VaultAccounts } from '@/lib/posture/items/facts'
import { vaultServices, worstVaults } from '@/lib/posture/store-pieces'
import type { PersonRows } from './person'

/** The worst on General 2 that counted at an instant, of their Apple and of their Google accounts (G4.1). */
export function vaultsAt({ accounts, verdicts }: PersonRows, at: Date): VaultAccounts {
  const held = accounts.filter(
    ({ serviceId, removedAt }) => vaultServices.includes(serviceId ?? '') && (!removedAt || removedAt > at),
  )
  return worstVaults(
    held.flatMap(({ id, serviceId }) =>
      verdicts
        .filter(({ item, scopeId }) => item === 'G2' && scopeId === id)
        .filter(({ validFrom, validTo }) => validFrom <= at && (!validTo || validTo > at))
        .map(({ verdict, confirmedOn, enteredOn }) => ({
          ...{ id, verdict, confirmedOn, enteredOn },
          maker: serviceId ?? null,
        })),
    ),
  )
}

export function close(row: { validTo?: Date | null } | undefined, at: Date) {
  if (row) row.validTo ??= at
}

/** Closes what no longer counts, in place, and hands back what counts now. */
export function carriedOn<Row extends { id: string; validTo?: Date | null }>(
  now: Row[],
  closed: readonly string[],
  opened: Row[],
  at: Date,
): Row[] {
  const gone = new Set(closed)
  for (const row of now) if (gone.has(row.id)) row.validTo = at
  return [...now.filter((row) => !gone.has(row.id)), ...opened]
}
