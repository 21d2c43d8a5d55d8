/** An address belongs to one person: what the index says when two people are given the same one at the same time. */
import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { problemAt } from '@/lib/access/outcome'
import { alreadyThere } from '@/lib/access/taken'
import { emailIndexOf } from '@/lib/people/store'
import { peopleWords } from '@/lib/words/people'

/** Which of these addresses are somebody's already, in the form of their index. */
export async function takenAmong(tx: Tx, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>()
  const indexes = emails.map(emailIndexOf)
  for (let start = 0; start < indexes.length; start += 1000) {
    const rows = await tx
      .select({ index: people.emailIndex })
      .from(people)
      .where(inArray(people.emailIndex, indexes.slice(start, start + 1000)))
    for (const { index } of rows) if (index) taken.add(index)
  }
  return taken
}

/** Does the work; when an address is taken meanwhile, puts the sentence at the field. */
export async function unlessTaken<Result>(field: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!alreadyThere(error, 'people_email')) throw error
    throw problemAt(field, peopleWords.problems.emailTaken)
  }
}
