/** Who has started though they listed no account and no line (guidance section 12, item 1). */
import { type SQL, sql } from 'drizzle-orm'

/**
 * The people who said something beyond accounts and lines: an answer in a piece, or that they have none of something. The
 * kind of a phone is not among it, for it is asked so that the phone can be listed at all.
 *
 * @param counted whether a row of the table of this alias counted at the instant in question
 * @returns a statement that gives `person_id`, more than once for some
 */
export const whoSaidSomething = (counted: (alias: string) => SQL): SQL => sql`
  select q.person_id from piece_statements q
  where q.source = 'self_stated' and ${counted('q')}
    and jsonb_path_exists(q.facts - 'platform', '$.* ? (@ != null && @ != "unanswered")')
  union all
  select s.person_id from said_none s where ${counted('s')}
  union all
  select i.person_id from inventory_statements i
  where ${counted('i')} and (i.no_lines or i.none <> '{}'
    or i.stated_complete_on is not null or i.leak_review_done_on is not null)`

/** The same of one person as of now, as an SQL condition. @param personId an id, or the column that holds it */
export const saidSomething = (personId: string | SQL): SQL<boolean> =>
  sql<boolean>`exists (select from (${whoSaidSomething(
    (alias) => sql`${sql.raw(alias)}.valid_to is null`,
  )}) said where said.person_id = ${personId})`
