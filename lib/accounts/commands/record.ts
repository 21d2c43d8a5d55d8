import { randomUUID } from 'node:crypto'
import { accounts } from '@/db/schema/accounts'
import { command } from '@/lib/access/door'
import { Problems, problemAt } from '@/lib/access/outcome'
import { accountEntry } from '@/lib/accounts/entry'
import { contradictions, missingReferences, mostAccounts, withBasis } from '@/lib/accounts/rules'
import { sealedAccountTexts, stateAccount } from '@/lib/accounts/store'
import { lockPerson } from '@/lib/people/store'
import { dayOf } from '@/lib/posture/held'
import { heldOf, storePosture } from '@/lib/posture/store'
import { accountProblems } from '@/lib/words/account-problems'

/**
 * Adds an account to one's own list and judges everything anew. Returns its id. Answers problems by field for what
 * cannot be true together, for what is not in one's own list, and from the 201st account on.
 */
export const recordAccount = command({
  permission: 'accounts:revise:own',
  action: 'account.recorded',
  input: accountEntry,
  run: async ({ holder, by, tx, now }, entry) => {
    const person = await lockPerson(tx, holder)
    const held = await heldOf(tx, person, now)
    if (held.facts.accounts.length >= mostAccounts) throw problemAt('', accountProblems.tooMany(mostAccounts))
    const id = randomUUID()
    const today = dayOf(now)
    const service = entry.serviceId === null ? null : (held.services.get(entry.serviceId) ?? null)
    const facts = withBasis(entry.facts, { id, service, today })
    const listed = {
      accounts: new Set(held.facts.accounts.map((account) => account.id)),
      lines: new Set(held.facts.lines.map((line) => line.id)),
    }
    const problems = {
      ...contradictions({ ...entry, facts }, { id, service, today }),
      ...missingReferences(facts, listed),
    }
    if (Object.keys(problems).length > 0) throw new Problems(problems)
    const { serviceId } = entry
    // Whether the security team may see it is its holder's alone to say.
    const visibility = by.onBehalfOf ? 'counted_only' : entry.visibility
    const texts = sealedAccountTexts(person.key, id, entry)
    const added = { id, service, facts, confirmedOn: today, enteredOn: today, addedAt: now }
    const known = { ...held.facts, accounts: [...held.facts.accounts, added] }
    await Promise.all([
      tx
        .insert(accounts)
        .values({ personId: person.id, id, serviceId, ...texts, visibility, createdAt: now }),
      stateAccount(tx, {
        personId: person.id,
        accountId: id,
        facts,
        confirmedOn: today,
        ...by,
        at: now,
      }),
      storePosture(tx, { ...held, facts: known }, now),
    ])
    return { result: { id }, trail: { subject: { kind: 'account', id, personId: person.id } } }
  },
})
