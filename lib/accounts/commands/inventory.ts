import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import { command } from '@/lib/access/door'
import { NotThere, Problems, Stale } from '@/lib/access/outcome'
import { sees } from '@/lib/access/permissions'
import { type CurrentInventory, inventoryProblems, kindsOf, withoutListed } from '@/lib/accounts/inventory'
import { accountAsStated, holdingsOf, listedAccounts } from '@/lib/accounts/store'
import { guidanceVersion } from '@/lib/guidance/version'
import { lockPerson } from '@/lib/people/store'
import { dayOf } from '@/lib/posture/held'
import { refreshPosture } from '@/lib/posture/store'
import { askedAs, categories, namedFirstAnswers, nothingSaidOfNamedFirst } from '@/lib/vocabulary'

const answersOfThree = {
  microsoft: z.enum(namedFirstAnswers),
  apple: z.enum(namedFirstAnswers),
  google: z.enum(namedFirstAnswers),
}

/**
 * What a person says of the list as a whole (G2.1, G2.2): where they have nothing, that they went through what a leak
 * would give away, that the list is complete, that they have no phone line, which of Microsoft, Apple and Google they
 * have. What is left out stays as it was said before; what is said again is said today.
 * Answers problems where the list says otherwise, and a conflict (CurrentInventory) when it was restated meanwhile.
 */
export const stateInventory = command({
  permission: 'inventory:revise:own',
  action: 'inventory.stated',
  input: z.strictObject({
    /** Id of the statement the page was drawn from; null where there was none. */
    basedOn: z.uuid().nullable(),
    none: z.array(z.enum(categories)).max(categories.length).optional(),
    /** Microsoft, Apple, Google: which of them there are. What is left out stays as it was said. */
    namedFirst: z.strictObject(answersOfThree).partial().optional(),
    noLines: z.boolean().optional(),
    leakReviewDone: z.boolean().optional(),
    complete: z.boolean().optional(),
  }),
  run: async ({ actor, holder, by, tx, now }, { basedOn, ...said }) => {
    if (said.noLines !== undefined && !sees(actor, 'lines')) throw new NotThere('lines')
    const person = await lockPerson(tx, holder)
    const [[before], held, listed] = await Promise.all([
      tx
        .select()
        .from(inventoryStatements)
        .where(and(eq(inventoryStatements.personId, person.id), isNull(inventoryStatements.validTo))),
      holdingsOf(tx, person.id),
      tx
        .select({ facts: accountStatements.facts, serviceId: accounts.serviceId })
        .from(accounts)
        .innerJoin(accountStatements, accountAsStated)
        .where(listedAccounts(person.id)),
    ])
    if ((before?.id ?? null) !== basedOn) {
      throw new Stale({
        statementId: before?.id ?? null,
        none: before?.none ?? [],
        namedFirst: before?.namedFirst ?? nothingSaidOfNamedFirst,
      } satisfies CurrentInventory)
    }
    const today = dayOf(now)
    const kept = <Time>(ticked: boolean | undefined, before: Time | null | undefined, anew: Time) =>
      ticked === undefined ? (before ?? null) : ticked ? anew : null
    const kinds = kindsOf(listed.map((row) => row.facts.category))
    // What was said before an account of that kind was added is no longer so.
    const none = said.none
      ? [...new Set(said.none)]
      : (before?.none ?? []).filter((kind) => !kinds.has(askedAs[kind]))
    const namedFirst = withoutListed(
      { ...nothingSaidOfNamedFirst, ...before?.namedFirst, ...said.namedFirst },
      listed.map((row) => row.serviceId),
    )
    const noLines = said.noLines ?? before?.noLines ?? false
    const problems = inventoryProblems(
      { none, namedFirst, noLines, complete: said.complete ?? false },
      { kinds, lines: held.lines.size },
    )
    if (Object.keys(problems).length > 0) throw new Problems(problems)
    const row = {
      personId: person.id,
      id: randomUUID(),
      none,
      namedFirst,
      noLines,
      leakReviewDoneOn: kept(said.leakReviewDone, before?.leakReviewDoneOn, today),
      leakReviewDoneAt: kept(said.leakReviewDone, before?.leakReviewDoneAt, now),
      guidanceVersion,
      statedCompleteOn: kept(said.complete, before?.statedCompleteOn, today),
      confirmedOn: today,
      enteredAt: now,
      ...by,
      validFrom: now,
    }
    await Promise.all([
      tx
        .update(inventoryStatements)
        .set({ validTo: now })
        .where(and(eq(inventoryStatements.personId, person.id), isNull(inventoryStatements.validTo))),
      tx.insert(inventoryStatements).values(row),
    ])
    await refreshPosture(tx, person, now)
    const { leakReviewDoneOn, statedCompleteOn } = row
    return {
      result: { id: row.id },
      trail: {
        subject: { kind: 'inventory', id: row.id, personId: person.id },
        after: { leakReviewDoneOn, statedCompleteOn },
      },
    }
  },
})
