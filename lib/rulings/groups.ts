/** The groups of phones that may have a ruling on records of their own (guidance section 4, G1.9). */
import { asc } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { units } from '@/db/schema/organisation'
import { allPhones, targetedPhones } from '@/lib/posture/items/records'
import { deviceGroupName } from '@/lib/words/rulings'

export type DeviceGroup = {
  key: string
  /** As pages name it: whose phones they are. */
  name: string
  /**
   * A unit that nobody is put into any more. Who is in it stays, and so does its ruling: phones that have to keep their
   * messages do not begin to lose them because a list was tidied. It is ended by hand, and no new one begins.
   */
  retired: boolean
}

/** All phones first, then those of highly targeted people, then each unit's by its name. */
export async function deviceGroups(tx: Tx): Promise<DeviceGroup[]> {
  const rows = await tx.select().from(units).orderBy(asc(units.name), asc(units.id))
  return [
    ...[allPhones, targetedPhones].map((key) => ({ key, name: deviceGroupName(key, ''), retired: false })),
    ...rows.map(({ id, name, retiredAt }) => ({
      key: id,
      name: deviceGroupName(id, name),
      retired: retiredAt !== null,
    })),
  ]
}
