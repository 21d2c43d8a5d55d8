/** The organisation's verdict on incident readiness, kept as it stands today. */
import type { Tx } from '@/db/client'
import { upkeep } from '@/lib/access/door'
import { contactVerdict } from '@/lib/incidents/rules'
import { contactNow, lockContact } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { refreshOrganisation } from '@/lib/posture/organisation-store'
import { dayOf } from '@/lib/words/dates'

/** Judges anew who is told of incidents, inside a transaction that has locked the contact. */
export async function refreshReadiness(tx: Tx, now: Date, makeId?: () => string): Promise<void> {
  const [stated, { timeZone, intervals }] = await Promise.all([contactNow(tx), settingsOf(tx)])
  const verdict = contactVerdict(stated, dayOf(now, timeZone), intervals.readiness)
  await refreshOrganisation(tx, ['R.organisation'], [verdict], now, makeId)
}

/** Judges it anew as of today: a statement grows old, an interval is set anew. Nothing while nobody has said anything. */
export const turnReadiness = () =>
  upkeep(async ({ tx, now }) => {
    if (!(await contactNow(tx))) return
    await lockContact(tx)
    await refreshReadiness(tx, now)
  })
