/** The organisation's rulings as commands and queries reach them, inside their own transaction. */
import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { organisationStatements } from '@/db/schema/pieces'
import { guidanceVersion } from '@/lib/guidance/version'
import type { EmployerVpn, RecordsRuling } from '@/lib/posture/items/facts'
import { asForAll, recordsFor, recordsIn } from '@/lib/posture/items/records'
import { employerVpnIn } from '@/lib/posture/items/rulings'
import type { RulingEntry } from '@/lib/rulings/entry'
import type { Topic } from '@/lib/rulings/topics'
import { openOwn, sealOwn } from '@/lib/sealing/own'

export type RulingRow = typeof organisationStatements.$inferSelect

/** Everybody who changes a ruling waits here for whoever is at it. @returns whether there is an organisation yet. */
export async function lockRulings(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: organisation.id }).from(organisation).for('update')).length > 0
}

/** The statements that count now, of every topic. */
export const rulingsNow = (tx: Tx): Promise<RulingRow[]> =>
  tx
    .select()
    .from(organisationStatements)
    .where(isNull(organisationStatements.validTo))
    .orderBy(asc(organisationStatements.topic), asc(organisationStatements.key))

/** All that was ever stated of one thing, the latest first. Their number is its version. */
export const rulingHistory = (tx: Tx, topic: Topic, key: string): Promise<RulingRow[]> =>
  tx
    .select()
    .from(organisationStatements)
    .where(and(eq(organisationStatements.topic, topic), eq(organisationStatements.key, key)))
    .orderBy(desc(organisationStatements.validFrom), desc(organisationStatements.validTo))

/** Whether a statement says no more than that a group has no ruling of its own any more. */
export const isEnd = ({ topic, facts }: Pick<RulingRow, 'topic' | 'facts'>) =>
  topic === 'records' && facts.ruling === asForAll

/** Replaces what was stated; the former statement keeps the time it counted. Returns the new one's id. */
export async function stateRuling(
  tx: Tx,
  of: Pick<RulingEntry, 'key' | 'facts' | 'texts' | 'checkedOn'> & { topic: Topic; by: string; at: Date },
): Promise<string> {
  const id = randomUUID()
  await tx
    .update(organisationStatements)
    .set({ validTo: of.at })
    .where(
      and(
        eq(organisationStatements.topic, of.topic),
        eq(organisationStatements.key, of.key),
        isNull(organisationStatements.validTo),
      ),
    )
  const texts = Object.fromEntries(Object.entries(of.texts).filter(([, text]) => text !== ''))
  await tx.insert(organisationStatements).values({
    id,
    topic: of.topic,
    key: of.key,
    facts: of.facts,
    textsSealed: Object.keys(texts).length === 0 ? null : sealOwn(JSON.stringify(texts), place(id)),
    guidanceVersion,
    confirmedOn: of.checkedOn,
    enteredAt: of.at,
    answeredBy: of.by,
    validFrom: of.at,
  })
  return id
}

/** Whether messages may expire on the phones an employer gave this person; null where nobody ruled. */
export async function recordsOf(tx: Tx, personId: string): Promise<RecordsRuling | null> {
  const [[person], stated] = await Promise.all([
    tx.select({ tier: people.tier, unitId: people.unitId }).from(people).where(eq(people.id, personId)),
    rulingsNow(tx),
  ])
  return person ? recordsFor(person, recordsIn(stated)) : null
}

/** How the organisation's VPN runs; null where nobody ruled. */
export const employerVpnOf = async (tx: Tx): Promise<EmployerVpn | null> =>
  employerVpnIn(await rulingsNow(tx))

/** Whether this model may be chosen from the list, and is of this kind of phone. */
export async function modelFits(tx: Tx, id: string, platform: string): Promise<boolean> {
  const [found] = await tx
    .select({ facts: organisationStatements.facts })
    .from(organisationStatements)
    .where(
      and(
        eq(organisationStatements.topic, 'hardware'),
        eq(organisationStatements.key, id),
        isNull(organisationStatements.validTo),
      ),
    )
  return found?.facts.platform === platform && found.facts.listed === 'yes'
}

/** Since when each model that may be chosen stands in the list, with its kind. */
export async function firstListed(tx: Tx): Promise<{ platform: string; at: Date }[]> {
  const rows = await tx
    .select({
      key: organisationStatements.key,
      facts: organisationStatements.facts,
      validFrom: organisationStatements.validFrom,
      validTo: organisationStatements.validTo,
    })
    .from(organisationStatements)
    .where(eq(organisationStatements.topic, 'hardware'))
    .orderBy(asc(organisationStatements.validFrom))
  return rows
    .filter(({ facts, validTo }) => validTo === null && facts.listed === 'yes')
    .map(({ key, facts, validFrom }) => ({
      platform: String(facts.platform),
      at: rows.find((row) => row.key === key)?.validFrom ?? validFrom,
    }))
}

/** The free texts of a statement, opened. Throws CannotOpen. */
export const rulingTexts = ({
  id,
  textsSealed,
}: Pick<RulingRow, 'id' | 'textsSealed'>): Readonly<Record<string, string>> =>
  textsSealed === null ? {} : JSON.parse(openOwn(textsSealed, place(id)))

const place = (id: string) => `ruling:${id}`
