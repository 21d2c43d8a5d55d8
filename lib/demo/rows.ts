/** Rows of a made-up person that stop counting, and what those that counted at an instant come to. */
import { vaultServices, worstFirst } from '@/lib/posture/store-pieces'
import type { Verdict } from '@/lib/vocabulary'
import type { PersonRows } from './person'

/** The worst verdict on General 2 that counted at an instant, of their Apple and Google accounts (G4.1). */
export function vaultVerdict({ accounts, verdicts }: PersonRows, at: Date): Verdict | null {
  const vaults = new Set(
    accounts
      .filter(
        ({ serviceId, removedAt }) =>
          vaultServices.includes(serviceId ?? '') && (!removedAt || removedAt > at),
      )
      .map(({ id }) => id),
  )
  const counted = verdicts.filter(
    ({ item, scopeId, validFrom, validTo }) =>
      item === 'G2' && vaults.has(scopeId) && validFrom <= at && (!validTo || validTo > at),
  )
  return worstFirst.find((verdict) => counted.some((row) => row.verdict === verdict)) ?? null
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
