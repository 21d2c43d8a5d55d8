/** One's own phones, as the pages show them. */
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { guidanceVersion } from '@/lib/guidance/version'
import { type Inventory, inventoryOf, type ListedPhone } from '@/lib/pieces/reading'

export type PhonesPage = { phones: ListedPhone[]; none: string | null } & Pick<Inventory, 'today'> & {
    removed: Inventory['removed']['phones']
  }
export type PhonePage = ListedPhone & { today: string; guidanceVersion: string }

/** All of one's own phones, the oldest first. */
export const listPhones = query('pieces:read:own', async (scene): Promise<PhonesPage> => {
  const { phones, none, removed, today } = await inventoryOf(scene)
  return { phones, none: none.phone, removed: removed.phones, today }
})

/** One of one's own phones. Throws NotThere, for what is no id as well. */
export const readPhone = query('pieces:read:own', async (scene, id: string): Promise<PhonePage> => {
  const { phones, today } = await inventoryOf(scene)
  const phone = phones.find((one) => one.id === id)
  if (!phone) throw new NotThere('phone')
  return { ...phone, today, guidanceVersion }
})
