/** The organisation's verdict on incident readiness, kept as it stands today. */
import type { Tx } from '@/db/client'
import { upkeep } from '@/lib/access/door'
import { contactVerdict } from '@/lib/incidents/rules'
import { contactNow, lockContact } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { itemsThatTurned, refreshOrganisation } from '@/lib/posture/organisation-store'
import { dayOf } from '@/lib/words/dates'

/** Days for which it counts that somebody is named: the organisation's own, not the guidance's. */
export const contactInterval = 365
const items = ['R.organisation'] as const

/** Judges anew who is told of incidents, inside the transaction of whoever stated it. */
export async function refreshReadiness(tx: Tx, now: Date): Promise<void> {
  const [stated, { timeZone }] = await Promise.all([contactNow(tx), settingsOf(tx)])
  const verdict = contactVerdict(stated, dayOf(now, timeZone), contactInterval)
  await refreshOrganisation(tx, items, [verdict], now)
}

/** Judges it anew on the day the statement grows old. Safe to run in several processes at once. */
export const turnReadiness = () =>
  upkeep(async ({ tx, now }) => {
    const { timeZone } = await settingsOf(tx)
    const turned = await itemsThatTurned(tx, items, dayOf(now, timeZone))
    if (turned.length === 0) return
    await lockContact(tx)
    await refreshReadiness(tx, now)
  })
