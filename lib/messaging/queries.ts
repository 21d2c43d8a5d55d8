/** One's own messaging apps, as the pages show them. */
import { query, type Scene } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { guidanceVersion } from '@/lib/guidance/version'
import { accountAt } from '@/lib/messaging/store'
import { type Inventory, inventoryOf, type ListedApp } from '@/lib/pieces/reading'
import type { AppReview } from '@/lib/posture/items/facts'
import { rulingsNow, rulingTexts } from '@/lib/rulings/store'
import { catalogue, serviceById } from '@/lib/services/catalogue'

export type AppsPage = { apps: ListedApp[]; none: string | null } & Pick<Inventory, 'today'> & {
    removed: Inventory['removed']['apps']
  }
export type AppPage = ListedApp & {
  today: string
  guidanceVersion: string
  /** Whoever takes the number can register it, so it is an account as well (row 26): its id, null when it is not listed. */
  registeredByPhone: { accountId: string | null } | null
  /** What the organisation decided when it looked at the app, and its limits in its own words; null where it did not look. */
  review: { outcome: AppReview['outcome']; limits: string; reviewedOn: string } | null
}

/** All of one's own messaging apps, the oldest first. */
export const listApps = query('pieces:read:own', async (scene): Promise<AppsPage> => {
  const { apps, none, removed, today } = await inventoryOf(scene)
  return { apps, none: none.app, removed: removed.apps, today }
})

/** One of one's own messaging apps. Throws NotThere, for what is no id as well. */
export const readApp = query('pieces:read:own', async (scene, id: string): Promise<AppPage> => {
  const { apps, today } = await inventoryOf(scene)
  const app = apps.find((one) => one.id === id)
  if (!app) throw new NotThere('messaging_app')
  const byPhone = app.serviceId !== null && serviceById(app.serviceId)?.registeredByPhone
  return {
    ...app,
    today,
    guidanceVersion,
    review: await reviewOf(scene, app.serviceId ?? app.sent?.nameId),
    registeredByPhone:
      byPhone && app.serviceId !== null ? { accountId: await accountAt(scene, app.serviceId) } : null,
  }
})

async function reviewOf({ tx }: Pick<Scene, 'tx'>, key: string | undefined): Promise<AppPage['review']> {
  const found = (await rulingsNow(tx)).find((row) => row.topic === 'app_review' && row.key === key)
  if (!found) return null
  const { outcome } = found.facts as Pick<AppReview, 'outcome'>
  return { outcome, limits: rulingTexts(found).limits ?? '', reviewedOn: found.confirmedOn }
}

/** The apps that may be added: messaging services of the catalogue that are not listed yet. */
export const appChoices = query('pieces:read:own', async (scene) => {
  const { apps } = await inventoryOf(scene)
  return catalogue
    .filter(({ category, id }) => category === 'messaging' && !apps.some(({ serviceId }) => serviceId === id))
    .map(({ id, name }) => ({ id, name }))
})

/** The messaging app that goes with an account, by its service; null where there is none to go with it. */
export const appOfService = query(
  'pieces:read:own',
  async (scene, serviceId: string | null): Promise<{ name: string; appId: string | null } | null> => {
    const service = serviceId === null ? undefined : serviceById(serviceId)
    if (service?.category !== 'messaging') return null
    const { apps, sees } = await inventoryOf(scene)
    if (!sees.things) return null
    return { name: service.name, appId: apps.find((app) => app.serviceId === service.id)?.id ?? null }
  },
)
