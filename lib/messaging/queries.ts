/** One's own messaging apps, as the pages show them. */
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { guidanceVersion } from '@/lib/guidance/version'
import { accountAt } from '@/lib/messaging/store'
import { type Inventory, inventoryOf, type ListedApp } from '@/lib/pieces/reading'
import { catalogue, serviceById } from '@/lib/services/catalogue'

export type AppsPage = { apps: ListedApp[]; none: string | null } & Pick<Inventory, 'today'> & {
    removed: Inventory['removed']['apps']
  }
export type AppPage = ListedApp & {
  today: string
  guidanceVersion: string
  /** Whoever takes the number can register it, so it is an account as well (row 26): its id, null when it is not listed. */
  registeredByPhone: { accountId: string | null } | null
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
    registeredByPhone:
      byPhone && app.serviceId !== null ? { accountId: await accountAt(scene, app.serviceId) } : null,
  }
})

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
