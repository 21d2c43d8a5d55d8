/** One person's facts out of the database, in the shape the rules are given. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import { lineStatements, lines } from '@/db/schema/lines'
import { people } from '@/db/schema/people'
import { organisationStatements } from '@/db/schema/pieces'
import { asTheyCount } from '@/lib/accounts/rules'
import { accountAsStated, listedAccounts } from '@/lib/accounts/store'
import { lineAsStated, lineChanges, listedLines } from '@/lib/lines/store'
import { settingsOf } from '@/lib/organisation/queries'
import { dayAfter } from '@/lib/posture/ageing'
import type { EmployerLine, PersonInQuestion } from '@/lib/posture/facts'
import { employerLinesIn } from '@/lib/posture/items/rulings'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Tier } from '@/lib/vocabulary'
import { dayOf as dayIn } from '@/lib/words/dates'

/** One person's facts, and the services as they count now. */
export type Known = { facts: PersonInQuestion; services: Awaited<ReturnType<typeof servicesAsCorrected>> }

/** The current facts of a person: accounts and lines that are not removed, with their newest own statement. */
export async function factsOf(
  tx: Tx,
  person: { id: string; tier: Tier },
  at: Date,
): Promise<PersonInQuestion> {
  return (await knownOf(tx, person, at)).facts
}

/** The same with the services they rest on. */
export async function knownOf(tx: Tx, person: { id: string; tier: Tier }, at: Date): Promise<Known> {
  const [settings, [asked], accountRows, lineRows, changes, inventoryRows, services, employers] =
    await Promise.all([
      settingsOf(tx),
      tx.select({ at: people.invitedAt }).from(people).where(eq(people.id, person.id)),
      tx
        .select({
          id: accounts.id,
          serviceId: accounts.serviceId,
          createdAt: accounts.createdAt,
          facts: accountStatements.facts,
          confirmedOn: accountStatements.confirmedOn,
          enteredAt: accountStatements.enteredAt,
        })
        .from(accounts)
        .innerJoin(accountStatements, accountAsStated)
        .where(listedAccounts(person.id)),
      tx
        .select({
          id: lines.id,
          facts: lineStatements.facts,
          confirmedOn: lineStatements.confirmedOn,
          enteredAt: lineStatements.enteredAt,
        })
        .from(lines)
        .innerJoin(lineStatements, lineAsStated)
        .where(listedLines(person.id)),
      lineChanges(tx, person.id),
      tx
        .select()
        .from(inventoryStatements)
        .where(and(eq(inventoryStatements.personId, person.id), isNull(inventoryStatements.validTo))),
      servicesAsCorrected(tx),
      employersLines(tx),
    ])
  const inventory = inventoryRows[0]
  const facts: PersonInQuestion = {
    id: person.id,
    tier: person.tier,
    accounts: accountRows.map((row) => ({
      id: row.id,
      service: row.serviceId === null ? null : (services.get(row.serviceId) ?? null),
      facts: asTheyCount(row, changes),
      confirmedOn: row.confirmedOn,
      enteredOn: dayOf(row.enteredAt),
      addedAt: row.createdAt,
    })),
    lines: lineRows.map((row) => ({
      id: row.id,
      carrier: row.facts.carrierId === null ? null : (services.get(row.facts.carrierId) ?? null),
      facts: row.facts,
      employer: employers.get(row.facts.carrierId ?? ''),
      confirmedOn: row.confirmedOn,
      enteredOn: dayOf(row.enteredAt),
    })),
    inventory: inventory
      ? {
          none: inventory.none,
          namedFirst: inventory.namedFirst,
          noLines: inventory.noLines,
          leakReviewDoneOn: inventory.leakReviewDoneOn,
          leakReviewDoneAt: inventory.leakReviewDoneAt,
          statedCompleteOn: inventory.statedCompleteOn,
          confirmedOn: inventory.confirmedOn,
        }
      : null,
    begin: {
      today: dayIn(at, settings.timeZone),
      dueOn: dayAfter(dayIn(asked?.at ?? at, settings.timeZone), settings.daysToBegin[person.tier]),
    },
  }
  return { facts, services }
}

/** What the organisation's telecom record says, by carrier. */
async function employersLines(tx: Tx): Promise<ReadonlyMap<string, EmployerLine>> {
  const rows = await tx
    .select()
    .from(organisationStatements)
    .where(and(eq(organisationStatements.topic, 'employer_lines'), isNull(organisationStatements.validTo)))
  return employerLinesIn(rows)
}

/** The UTC day of an instant, 2026-11-23. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)
