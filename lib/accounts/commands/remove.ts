import { accounts } from '@/db/schema/accounts'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { accountVersion } from '@/lib/accounts/entry'
import { mostAccounts } from '@/lib/accounts/rules'
import {
  accountWithStatement,
  closeStatement,
  holdingsOf,
  ownAccount,
  presentAccount,
  stateAccount,
} from '@/lib/accounts/store'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { accountProblems } from '@/lib/words/account-problems'

/**
 * Takes an account off one's own list. Its history stays; accounts that refer to it read it as not listed from now on.
 * Throws NotThere; answers a conflict on a stale version.
 */
export const removeAccount = command({
  permission: 'accounts:revise:own',
  action: 'account.removed',
  input: accountVersion,
  run: async ({ holder, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const { account } = await presentAccount(tx, person.id, id)
    if (account.version !== version) throw new Stale({ version: account.version })
    await Promise.all([
      tx
        .update(accounts)
        .set({ removedAt: now, version: version + 1 })
        .where(ownAccount(person.id, id)),
      closeStatement(tx, person.id, id, now),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'account', id, personId: person.id } } }
  },
})

/**
 * Puts a removed account back as it was, with the day it was confirmed on. Whatever referred to it does so again.
 * Throws NotThere where nothing was removed; answers a conflict on a stale version.
 */
export const restoreAccount = command({
  permission: 'accounts:revise:own',
  action: 'account.restored',
  input: accountVersion,
  run: async ({ holder, by, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const [{ account, statement }, held] = await Promise.all([
      accountWithStatement(tx, person.id, id),
      holdingsOf(tx, person.id),
    ])
    if (account.removedAt === null) throw new NotThere('account')
    if (account.version !== version) throw new Stale({ version: account.version })
    if (held.accounts.size >= mostAccounts) throw problemAt('', accountProblems.tooMany(mostAccounts))
    const { facts, confirmedOn, guidanceVersion } = statement
    await Promise.all([
      tx
        .update(accounts)
        .set({ removedAt: null, version: version + 1 })
        .where(ownAccount(person.id, id)),
      stateAccount(tx, {
        personId: person.id,
        accountId: id,
        facts,
        confirmedOn,
        guidanceVersion,
        ...by,
        at: now,
      }),
    ])
    await refreshPosture(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'account', id, personId: person.id } } }
  },
})
