/** What a new sheet starts with. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { messagingApps } from '@/db/schema/pieces'
import { query } from '@/lib/access/door'
import { accountNames } from '@/lib/accounts/names'
import { contactNow } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import { serviceById } from '@/lib/services/catalogue'
import { dayOf } from '@/lib/words/dates'

export type SheetStart = {
  /** Whom people here tell; null where nobody is named. */
  who: string | null
  /** What the account or app it is about is called; '' for none, and for what is not one's own. */
  related: string
  today: string
}

/** Whom to tell, today, and the name of what the sheet is about. Takes ids as an address carries them, checked here. */
export const startOfSheet = query(
  'incidents:read:own',
  async ({ actor, tx, now }, about: { account?: unknown; app?: unknown }): Promise<SheetStart> => {
    const { personId } = actor
    const [key, contact, { timeZone }] = await Promise.all([
      readKey(tx, personId),
      contactNow(tx),
      settingsOf(tx),
    ])
    const account = z.uuid().safeParse(about.account)
    const app = z.uuid().safeParse(about.app)
    const related = account.success
      ? (await accountNames(tx, personId, key)).get(account.data)
      : app.success && (await appName(tx, personId, key, app.data))
    return {
      who: contact?.value === 'yes' ? contact.who : null,
      related: related || '',
      today: dayOf(now, timeZone),
    }
  },
)

async function appName(tx: Tx, personId: string, key: PersonKey, id: string): Promise<string | null> {
  const [app] = await tx
    .select()
    .from(messagingApps)
    .where(
      and(eq(messagingApps.personId, personId), eq(messagingApps.id, id), isNull(messagingApps.removedAt)),
    )
  if (!app) return null
  const ownName = fieldsOf('messaging_apps', key).open(id, 'own_name', app.ownNameSealed)
  return ownName ?? (app.serviceId && serviceById(app.serviceId)?.name) ?? null
}
