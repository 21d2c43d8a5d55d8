import { sql } from 'drizzle-orm'
import { isDatabaseAway } from '@/db/client'
import { openQuery } from '@/lib/access/door'

/** Whether the database answers. Any error but its being away is a bug, and thrown. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await openQuery(({ tx }) => tx.execute(sql`select 1`))
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  }
}
