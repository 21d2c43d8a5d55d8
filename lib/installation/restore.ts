import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { challenges, freshAssertions, sessions, submissions, tickets } from '@/db/schema/access'
import { openCommand } from '@/lib/access/door'
import { environment } from '../env'
import { key as keyWords, backups as words } from '../words/installation'
import { installationKey } from './key'
import { holdFolder } from './lock'
import { openInstallation } from './open'
import { InstallationProblem } from './problem'

/**
 * Puts the embedded database back to a backup. The present one is kept beside it under another name. Whoever was signed
 * in must sign in again and every link is dead, for what has ended since the backup must not come alive again.
 * @returns where the database that was there until now lies; null when there was none
 * @throws InstallationProblem when the file is no whole backup, or the folder is in use; nothing has changed then
 */
export async function restore(file: string): Promise<string | null> {
  const { dataFolder, databaseUrl } = environment()
  if (databaseUrl) throw new InstallationProblem(words.onServer)
  if (!fs.existsSync(file)) throw new InstallationProblem(words.noFile(file))
  await holdFolder(dataFolder)
  const folder = path.join(dataFolder, 'database')
  const draft = `${folder}.restored`
  fs.rmSync(draft, { recursive: true, force: true })
  await unpack(file, draft)
  const before = fs.existsSync(folder)
    ? `${folder}.until-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
    : null
  if (before) fs.renameSync(folder, before)
  fs.renameSync(draft, folder)
  await openInstallation()
  await endWhatWasOpen({ file: path.basename(file) })
  return before
}

/** Opens the backup in a folder of its own, so that a damaged one, or one sealed with another key, is refused whole. */
async function unpack(file: string, folder: string): Promise<void> {
  const { id } = installationKey()
  try {
    const content = new Blob([await fs.promises.readFile(file)], { type: 'application/x-gzip' })
    const client = await PGlite.create(folder, { loadDataDir: content })
    await client.query('select count(*) from audit_entries')
    const { rows } = await client.query<{ id: string }>(
      "select split_part(wrapped, '.', 2) as id from person_keys limit 1",
    )
    await client.close()
    const [sealed] = rows
    if (sealed && sealed.id !== id)
      throw new InstallationProblem(keyWords.other(environment().keyFile, id, sealed.id))
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true })
    if (error instanceof InstallationProblem) throw error
    throw new InstallationProblem(words.notWhole(file), { cause: error })
  }
}

const endWhatWasOpen = openCommand({
  by: 'console',
  action: 'database.restored',
  input: z.strictObject({ file: z.string() }),
  run: async ({ tx }, { file }) => {
    for (const table of [sessions, tickets, challenges, freshAssertions, submissions]) await tx.delete(table)
    return { result: null, trail: { subject: { kind: 'backup', id: file } } }
  },
})
