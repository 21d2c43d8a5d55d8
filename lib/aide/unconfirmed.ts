/** Answers that count now, were given by an aide, and that their holder has not confirmed. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import { lineStatements, lines } from '@/db/schema/lines'
import { messagingApps, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import { accountName } from '@/lib/accounts/names'
import { accountTexts } from '@/lib/accounts/store'
import type { PieceId } from '@/lib/guidance/pieces'
import { lineTexts } from '@/lib/lines/store'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { serviceById } from '@/lib/services/catalogue'
import { aidePage } from '@/lib/words/aide'
import { lineName } from '@/lib/words/lines'
import { pieceWords } from '@/lib/words/pieces'

type What =
  | { kind: 'account'; id: string; version: number }
  | { kind: 'line'; id: string; version: number }
  | { kind: 'piece'; piece: PieceId; scopeId: string | null; based: string }
  | { kind: 'inventory'; based: string }
  | { kind: 'none'; of: 'phone' | 'app' }
/** What it is called, who gave it and when; and what its one-tap confirmation needs. */
export type Unconfirmed = What & { what: string; by: string; name: string; at: Date }

/** Of one person, accounts first. Names of who answered are left to the caller, who knows whether they may be read. */
export async function unconfirmedOf(tx: Tx, personId: string): Promise<Unconfirmed[]> {
  const [ofAccounts, ofLines, ofPieces, ofList, ofNone] = await Promise.all([
    tx
      .select({ account: accounts, said: accountStatements })
      .from(accountStatements)
      .innerJoin(
        accounts,
        and(eq(accounts.personId, accountStatements.personId), eq(accounts.id, accountStatements.accountId)),
      )
      .where(
        and(
          eq(accountStatements.personId, personId),
          isNull(accountStatements.validTo),
          isNotNull(accountStatements.onBehalfOf),
          isNull(accounts.removedAt),
        ),
      ),
    tx
      .select({ line: lines, said: lineStatements })
      .from(lineStatements)
      .innerJoin(lines, and(eq(lines.personId, lineStatements.personId), eq(lines.id, lineStatements.lineId)))
      .where(
        and(
          eq(lineStatements.personId, personId),
          isNull(lineStatements.validTo),
          isNotNull(lineStatements.onBehalfOf),
          isNull(lines.removedAt),
        ),
      ),
    tx
      .select({ said: pieceStatements, phone: phones, app: messagingApps })
      .from(pieceStatements)
      .leftJoin(
        phones,
        and(eq(phones.personId, pieceStatements.personId), eq(phones.id, pieceStatements.scopeId)),
      )
      .leftJoin(
        messagingApps,
        and(
          eq(messagingApps.personId, pieceStatements.personId),
          eq(messagingApps.id, pieceStatements.scopeId),
        ),
      )
      .where(
        and(
          eq(pieceStatements.personId, personId),
          isNull(pieceStatements.validTo),
          isNotNull(pieceStatements.onBehalfOf),
          isNull(phones.removedAt),
          isNull(messagingApps.removedAt),
        ),
      ),
    tx
      .select()
      .from(inventoryStatements)
      .where(
        and(
          eq(inventoryStatements.personId, personId),
          isNull(inventoryStatements.validTo),
          isNotNull(inventoryStatements.onBehalfOf),
        ),
      ),
    tx
      .select()
      .from(saidNone)
      .where(and(eq(saidNone.personId, personId), isNull(saidNone.validTo), isNotNull(saidNone.onBehalfOf))),
  ])
  if ([ofAccounts, ofLines, ofPieces, ofList, ofNone].every(({ length }) => length === 0)) return []
  const key = await readKey(tx, personId)
  const given = (said: { answeredBy: string; enteredAt: Date }) => ({
    by: said.answeredBy,
    name: '',
    at: said.enteredAt,
  })
  const pieceOf = (row: (typeof ofPieces)[number]) => {
    const { phone, app } = row
    const ownName = app && fieldsOf('messaging_apps', key).open(app.id, 'own_name', app.ownNameSealed)
    const appName = app && (serviceById(app.serviceId ?? '')?.name ?? ownName)
    const of = phone ? fieldsOf('phones', key).open(phone.id, 'label', phone.labelSealed) : appName
    return [pieceWords[row.said.piece].title, of].filter(Boolean).join(' · ')
  }
  return [
    ...ofAccounts.map(({ account, said }): Unconfirmed => {
      const { id, version, serviceId } = account
      const what = accountName({ ...accountTexts(key, account), serviceId })
      return { kind: 'account', id, version, what, ...given(said) }
    }),
    ...ofLines.map(({ line, said }): Unconfirmed => {
      const { id, version } = line
      return { kind: 'line', id, version, what: lineName(lineTexts(key, line)), ...given(said) }
    }),
    ...ofPieces.map((row): Unconfirmed => {
      const { piece, id: based, scopeKind, scopeId } = row.said
      const what = pieceOf(row)
      return {
        kind: 'piece',
        piece,
        scopeId: scopeKind === 'person' ? null : scopeId,
        based,
        what,
        ...given(row.said),
      }
    }),
    ...ofList.map(
      (said): Unconfirmed => ({
        ...{ kind: 'inventory', based: said.id },
        what: aidePage.waiting.list,
        ...given(said),
      }),
    ),
    ...ofNone.map(
      ({ of, answeredBy, validFrom }): Unconfirmed => ({
        ...{ kind: 'none', of },
        what: aidePage.waiting.none[of],
        ...given({ answeredBy, enteredAt: validFrom }),
      }),
    ),
  ]
}
