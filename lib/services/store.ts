import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'

/** What is said of services changes one after another: a second file, or a correction, is held against what is there then. */
export async function lockServices(tx: Tx): Promise<void> {
  await tx.select({ id: organisation.id }).from(organisation).for('update')
}
