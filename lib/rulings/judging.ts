/** The organisation's verdicts on the apps in use, on records law and on the lines it holds, kept as they stand today. */
import { countDistinct, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { messagingApps } from '@/db/schema/pieces'
import { upkeep } from '@/lib/access/door'
import { sentNames } from '@/lib/messaging/sent'
import { settingsOf } from '@/lib/organisation/queries'
import { judgeOwnLines, ownLineItems } from '@/lib/posture/employer-carriers'
import { recordsIn } from '@/lib/posture/items/records'
import { appReviewsIn, employerLinesIn } from '@/lib/posture/items/rulings'
import { refreshOrganisation } from '@/lib/posture/organisation-store'
import { judgeRulings } from '@/lib/rulings/rules'
import { lockRulings, rulingsNow } from '@/lib/rulings/store'
import { ownApps } from '@/lib/rulings/topics'
import { dayOf } from '@/lib/words/dates'

/** Judges G1.3, G1.9 and G5 of the organisation's own lines anew, inside a transaction that has locked the rulings. */
export async function refreshRulings(tx: Tx, at: Date): Promise<void> {
  const [apps, stated, { timeZone, intervals }] = await Promise.all([
    appsInUse(tx),
    rulingsNow(tx),
    settingsOf(tx),
  ])
  const today = dayOf(at, timeZone)
  const judgements = judgeRulings(
    [...apps.keys()],
    { appReviews: appReviewsIn(stated), records: recordsIn(stated) },
    today,
    intervals.yearly,
  )
  const lines = judgeOwnLines(employerLinesIn(stated), today, intervals.lines)
  await refreshOrganisation(tx, ['G1.3', 'G1.9', ...ownLineItems], [...judgements, ...lines], at)
}

/** By the clock: apps come into use, reviews grow old, an interval is set anew. Nothing before there is an organisation. */
export const turnRulings = () =>
  upkeep(async ({ tx, now }) => {
    if (await lockRulings(tx)) await refreshRulings(tx, now)
  })

/**
 * How many people use each app, by service id, or by the id of the name they sent; all that were named freely and whose
 * names nobody sent together under `own`.
 */
export async function appsInUse(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const key = sql<string>`coalesce(${messagingApps.serviceId}, ${messagingApps.sentNameId}::text, ${ownApps}::text)`
  const rows = await tx
    .select({ key, people: countDistinct(messagingApps.personId) })
    .from(messagingApps)
    .where(isNull(messagingApps.removedAt))
    .groupBy(sql`1`)
  return new Map(
    rows.map(({ key: app, people }) => [app, people] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Whether the team may look at an app: one of the catalogue, one in use, or a name that was sent in. */
export async function mayReview(tx: Tx, key: string, category: string | undefined): Promise<boolean> {
  if (category === 'messaging') return true
  return key !== ownApps && ((await sentNames(tx)).has(key) || (await appsInUse(tx)).has(key))
}
