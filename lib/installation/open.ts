import { closeDatabase, database } from '@/db/client'
import { personKeys } from '@/db/schema/people'
import { environment } from '../env'
import { key as words } from '../words/installation'
import { installationKey } from './key'
import { InstallationProblem } from './problem'

/**
 * Opens the database, migrated, and the key that belongs to it; a key is made only where nothing is sealed yet.
 * @throws InstallationProblem when either cannot be used, or they do not belong together
 */
export async function openInstallation(): Promise<void> {
  const db = await database()
  try {
    const [sealed] = await db.select({ wrapped: personKeys.wrapped }).from(personKeys).limit(1)
    const { id } = installationKey({ mayCreate: sealed === undefined })
    const wanted = sealed?.wrapped.split('.')[1]
    if (wanted !== undefined && wanted !== id)
      throw new InstallationProblem(words.other(environment().keyFile, id, wanted))
  } catch (error) {
    await closeDatabase()
    throw error
  }
}
