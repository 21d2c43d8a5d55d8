/** What a person calls their accounts: for chains, and wherever another subject's page names one. */
import { asc } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { listedAccounts } from '@/lib/accounts/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import { serviceById } from '@/lib/services/catalogue'

/** The label, else the name it was given, else its service's. */
export const accountName = (of: { label: string; ownName: string; serviceId: string | null }) =>
  of.label || of.ownName || (of.serviceId && serviceById(of.serviceId)?.name) || of.serviceId || ''

/** The names of a person's accounts by id, oldest first. Removed ones are left out. */
export async function accountNames(
  tx: Tx,
  personId: string,
  key: PersonKey,
): Promise<ReadonlyMap<string, string>> {
  const sealed = fieldsOf('accounts', key)
  const rows = await tx
    .select({
      id: accounts.id,
      serviceId: accounts.serviceId,
      ownNameSealed: accounts.ownNameSealed,
      labelSealed: accounts.labelSealed,
    })
    .from(accounts)
    .where(listedAccounts(personId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
  return new Map(
    rows.map(({ id, serviceId, ownNameSealed, labelSealed }) => {
      const ownName = sealed.open(id, 'own_name', ownNameSealed) ?? ''
      return [id, accountName({ serviceId, ownName, label: sealed.open(id, 'label', labelSealed) ?? '' })]
    }),
  )
}
