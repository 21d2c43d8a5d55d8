/**
 * Verdicts on the organisation, stored when facts or days change, in the same transaction, with the time they count
 * from. Only what differs from before is written. Called by whoever keeps the facts, after locking them.
 */
import { randomUUID } from 'node:crypto'
import { and, inArray, isNull, lte } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { canonical } from '@/lib/audit/chain'
import type { OrganisationItem } from '@/lib/guidance/codes'
import { type OrganisationJudgement, textJudgedBy } from '@/lib/posture/organisation'

type Row = typeof organisationVerdicts.$inferSelect

/**
 * Makes `judgements` the verdicts that count for `items` from `at` on: closes what differs or is no longer judged, opens
 * what is new. Verdicts on other items are left alone.
 * @param items every item that the judgements cover, also one that nothing is judged for any more
 */
export async function refreshOrganisation(
  tx: Tx,
  items: readonly OrganisationItem[],
  judgements: readonly OrganisationJudgement[],
  at: Date,
  makeId: () => string = randomUUID,
): Promise<void> {
  const held = await tx
    .select()
    .from(organisationVerdicts)
    .where(and(inArray(organisationVerdicts.item, [...items]), isNull(organisationVerdicts.validTo)))
  const before = new Map(held.map((row) => [keyOf(row), row]))
  const wanted = new Map(judgements.map((judgement) => [keyOf(judgement), judgement]))
  const closed = held.filter((row) => {
    const judgement = wanted.get(keyOf(row))
    return !judgement || !same(row, judgement)
  })
  const opened = [...wanted.values()].filter((judgement) => {
    const row = before.get(keyOf(judgement))
    return !row || !same(row, judgement)
  })
  if (closed.length > 0)
    await tx
      .update(organisationVerdicts)
      .set({ validTo: at })
      .where(
        inArray(
          organisationVerdicts.id,
          closed.map(({ id }) => id),
        ),
      )
  if (opened.length > 0)
    await tx.insert(organisationVerdicts).values(opened.map((judgement) => rowOf(judgement, at, makeId())))
}

/** The items of which a verdict has turned by `today` though nobody said anything: to be judged anew. */
export async function itemsThatTurned(
  tx: Tx,
  items: readonly OrganisationItem[],
  today: string,
): Promise<OrganisationItem[]> {
  const rows = await tx
    .selectDistinct({ item: organisationVerdicts.item })
    .from(organisationVerdicts)
    .where(
      and(
        inArray(organisationVerdicts.item, [...items]),
        isNull(organisationVerdicts.validTo),
        lte(organisationVerdicts.turnsOn, today),
      ),
    )
  return rows.map(({ item }) => item)
}

/** The verdicts that count now for these items. */
export const organisationVerdictsNow = (tx: Tx, items: readonly OrganisationItem[]): Promise<Row[]> =>
  tx
    .select()
    .from(organisationVerdicts)
    .where(and(inArray(organisationVerdicts.item, [...items]), isNull(organisationVerdicts.validTo)))

const rowOf = (of: OrganisationJudgement, at: Date, id: string) => ({
  id,
  item: of.item,
  scopeKind: of.scopeKind,
  scopeId: of.scopeId,
  verdict: of.verdict,
  labels: [...of.labels],
  unknownKind: of.unknownKind,
  nextAction: of.nextAction,
  confirmedOn: of.confirmedOn,
  turnsOn: of.turnsOn,
  guidanceVersion: textJudgedBy(of.item).version,
  validFrom: at,
})

const keyOf = (of: Pick<Row, 'item' | 'scopeKind' | 'scopeId'>) => `${of.item} ${of.scopeKind} ${of.scopeId}`

const same = (row: Row, judgement: OrganisationJudgement) =>
  row.guidanceVersion === textJudgedBy(judgement.item).version && bodyOf(row) === bodyOf(judgement)

const bodyOf = (of: Row | OrganisationJudgement) =>
  canonical([of.verdict, of.labels, of.unknownKind, of.nextAction, of.confirmedOn, of.turnsOn])
