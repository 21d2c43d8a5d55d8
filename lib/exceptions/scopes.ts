/** What exceptions are about, in names: as its holder knows it, and as far as the security team may. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lines } from '@/db/schema/lines'
import { personKeys } from '@/db/schema/people'
import type { Scene } from '@/lib/access/door'
import { accountName, accountNames } from '@/lib/accounts/names'
import { accountAsStated } from '@/lib/accounts/store'
import { lineNames, lineTexts } from '@/lib/lines/store'
import { readKey } from '@/lib/people/store'
import { inventoryOf } from '@/lib/pieces/reading'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'
import type { ScopeKind } from '@/lib/vocabulary'
import { exceptionWords } from '@/lib/words/exceptions'
import { lineName } from '@/lib/words/lines'
import { recordWords } from '@/lib/words/records'

type About = { personId: string; scopeKind: ScopeKind; scopeId: string }

/** What a person calls their own accounts, lines, phones and apps, by id. */
export async function ownNames(scene: Scene): Promise<ReadonlyMap<string, string>> {
  const { tx, holder } = scene
  const key = await readKey(tx, holder)
  const [ofAccounts, ofLines, { phones, apps }] = await Promise.all([
    accountNames(tx, holder, key),
    lineNames(tx, holder, key),
    inventoryOf(scene),
  ])
  const ofThings = [...phones, ...apps].map(({ id, name }) => [id, name] as const)
  return new Map([...ofAccounts, ...ofLines, ...ofThings])
}

/** What the team calls something in a record it has opened: as the record does. */
export async function nameInRecord(
  record: Pick<Scene, 'actor' | 'holder' | 'tx' | 'now'>,
  about: About,
): Promise<string> {
  if (about.scopeKind === 'phone' || about.scopeKind === 'app') {
    const { phones, apps } = await inventoryOf(record)
    const app = apps.find(({ id }) => id === about.scopeId)
    if (app) return app.serviceId === null ? recordWords.anotherApp : app.name
    return phones.find(({ id }) => id === about.scopeId)?.name ?? exceptionWords.scopes[about.scopeKind]
  }
  return (await namesForTeam(record.tx, [about]))(about)
}

/** May the security team name this? A personal account that its holder has not opened is counted only (decision 3). */
export async function mayBeNamed(tx: Tx, personId: string, scopeId: string): Promise<boolean> {
  const [hidden] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(and(eq(accounts.personId, personId), eq(accounts.id, scopeId), isCountedOnly))
  return !hidden
}

const isCountedOnly = sql<boolean>`(${accounts.visibility} = 'counted_only' and ${accountStatements.facts}->>'heldAs' = 'personal')`

/** What each of a few exceptions is about, as far as the security team may know it; by scope id. */
export async function namesForTeam(tx: Tx, abouts: readonly About[]): Promise<(about: About) => string> {
  const ids = (kind: ScopeKind) => abouts.filter(({ scopeKind }) => scopeKind === kind)
  const whose = [...new Set(abouts.map(({ personId }) => personId))]
  if (whose.length === 0) return () => ''
  const [keys, ofAccounts, ofLines] = await Promise.all([
    tx.select().from(personKeys).where(inArray(personKeys.personId, whose)),
    rowsOfAccounts(tx, ids('account')),
    rowsOfLines(tx, ids('line')),
  ])
  const keyOf = new Map(keys.map(({ personId, wrapped }) => [personId, personKeyOf(personId, wrapped)]))
  const { scopes } = exceptionWords
  const names = new Map<string, string>()
  for (const { account, hidden } of ofAccounts) {
    const key = keyOf.get(account.personId)
    if (!key) continue
    const sealed = fieldsOf('accounts', key)
    const name = hidden
      ? scopes.personalAccount
      : accountName({
          serviceId: account.serviceId,
          ownName: sealed.open(account.id, 'own_name', account.ownNameSealed) ?? '',
          label: sealed.open(account.id, 'label', account.labelSealed) ?? '',
        })
    names.set(account.id, name)
  }
  for (const line of ofLines) {
    const key = keyOf.get(line.personId)
    if (key) names.set(line.id, lineName(lineTexts(key, line)))
  }
  return ({ scopeKind, scopeId }) =>
    names.get(scopeId) ?? (scopeKind === 'account' || scopeKind === 'line' ? scopes.gone : scopes[scopeKind])
}

async function rowsOfAccounts(tx: Tx, abouts: readonly About[]) {
  if (abouts.length === 0) return []
  return tx
    .select({ account: accounts, hidden: isCountedOnly })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(
      and(
        isNull(accounts.removedAt),
        or(
          ...abouts.map(({ personId, scopeId }) =>
            and(eq(accounts.personId, personId), eq(accounts.id, scopeId)),
          ),
        ),
      ),
    )
}

async function rowsOfLines(tx: Tx, abouts: readonly About[]) {
  if (abouts.length === 0) return []
  return tx
    .select()
    .from(lines)
    .where(
      and(
        isNull(lines.removedAt),
        or(
          ...abouts.map(({ personId, scopeId }) => and(eq(lines.personId, personId), eq(lines.id, scopeId))),
        ),
      ),
    )
}
