import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { command } from '@/lib/access/door'
import { NotThere, Problems, problemAt, Stale } from '@/lib/access/outcome'
import { type AccountEntry, accountEntry, accountVersion } from '@/lib/accounts/entry'
import type { AccountFacts } from '@/lib/accounts/facts'
import { contradictions, missingReferences, withBasis, withoutRemoved } from '@/lib/accounts/rules'
import {
  accountTexts,
  holdingsOf,
  ownAccount,
  presentAccount,
  restateAccount,
  sealedAccountTexts,
} from '@/lib/accounts/store'
import { lockPerson } from '@/lib/people/store'
import { dayOf } from '@/lib/posture/held'
import { refreshPosture } from '@/lib/posture/store'
import { servicesAsCorrected } from '@/lib/services/queries'
import { visibilities } from '@/lib/vocabulary'
import { accountProblems } from '@/lib/words/account-problems'

/** What a stale edit comes back with. */
export type CurrentAccount = { version: number; entry: AccountEntry }

/**
 * Replaces what is stated of one of one's own accounts. Its service stays. Throws NotThere; answers problems by field,
 * and a conflict (CurrentAccount) on a stale version.
 */
export const reviseAccount = command({
  permission: 'accounts:revise:own',
  action: 'account.revised',
  input: accountEntry.omit({ serviceId: true }).extend(accountVersion.shape),
  run: async ({ holder, by, tx, now }, { id, version, ...said }) => {
    const person = await lockPerson(tx, holder)
    const [{ account, statement }, held, services] = await Promise.all([
      presentAccount(tx, person.id, id),
      holdingsOf(tx, person.id),
      servicesAsCorrected(tx),
    ])
    const { serviceId } = account
    if (account.version !== version) {
      const entry = {
        serviceId,
        ...accountTexts(person.key, account),
        visibility: account.visibility,
        facts: withoutRemoved(statement.facts, held),
      }
      throw new Stale({ version: account.version, entry } satisfies CurrentAccount)
    }
    const today = dayOf(now)
    const service = serviceId === null ? null : (services.get(serviceId) ?? null)
    const circumstances = { id, service, today, before: statement.facts }
    const facts = withBasis(said.facts, circumstances)
    const problems = {
      ...contradictions({ ...said, serviceId, facts }, circumstances),
      ...missingReferences(facts, held),
    }
    if (Object.keys(problems).length > 0) throw new Problems(problems)
    // Whether the security team may see it is its holder's alone to say.
    const visibility = by.onBehalfOf ? account.visibility : said.visibility
    const newer = { ...sealedAccountTexts(person.key, id, said), visibility }
    await Promise.all([
      tx
        .update(accounts)
        .set({ ...newer, version: version + 1 })
        .where(ownAccount(person.id, id)),
      restateAccount(tx, {
        personId: person.id,
        accountId: id,
        facts,
        confirmedOn: today,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    // Names of answers only: the log is read by others than the holder.
    const after = { version: version + 1, changed: changedAnswers(statement.facts, facts) }
    return {
      result: { id },
      trail: { subject: { kind: 'account', id, personId: person.id }, before: { version }, after },
    }
  },
})

/** Says of one of one's own accounts that everything is still true today. Throws NotThere; a conflict when stale. */
export const confirmAccount = command({
  permission: 'accounts:revise:own',
  action: 'account.confirmed',
  input: accountVersion,
  run: async ({ holder, by, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const { account, statement } = await presentAccount(tx, person.id, id)
    if (account.version !== version) throw new Stale({ version: account.version })
    const confirmedOn = dayOf(now)
    await Promise.all([
      tx
        .update(accounts)
        .set({ version: version + 1 })
        .where(ownAccount(person.id, id)),
      restateAccount(tx, {
        personId: person.id,
        accountId: id,
        facts: statement.facts,
        confirmedOn,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    const before = { confirmedOn: statement.confirmedOn }
    return {
      result: { id },
      trail: { subject: { kind: 'account', id, personId: person.id }, before, after: { confirmedOn } },
    }
  },
})

/**
 * Opens one's own personal account to the security team, or closes it again. Throws NotThere; answers a problem for an
 * account that is not personal, and a conflict on a stale version (decision 3). Never an aide's to say: NotThere.
 */
export const setVisibility = command({
  permission: 'accounts:revise:own',
  action: 'account.visibility_changed',
  input: accountVersion.extend({ visibility: z.enum(visibilities) }),
  run: async ({ holder, by, tx }, { id, version, visibility }) => {
    if (by.onBehalfOf) throw new NotThere('account')
    const person = await lockPerson(tx, holder)
    const { account, statement } = await presentAccount(tx, person.id, id)
    if (account.version !== version) throw new Stale({ version: account.version })
    if (statement.facts.heldAs !== 'personal') throw problemAt('visibility', accountProblems.notPersonal)
    await tx
      .update(accounts)
      .set({ visibility, version: version + 1 })
      .where(ownAccount(person.id, id))
    return {
      result: { id },
      trail: {
        subject: { kind: 'account', id, personId: person.id },
        before: { visibility: account.visibility },
        after: { visibility },
      },
    }
  },
})

function changedAnswers(before: AccountFacts, after: AccountFacts): string[] {
  const names = Object.keys(after) as (keyof AccountFacts)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
