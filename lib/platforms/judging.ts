/** The register turns by itself: an interval ends, an agreement ends, a fact of a service was corrected. */
import { platformEntries } from '@/db/schema/platforms'
import { upkeep } from '@/lib/access/door'
import { lockRegister, refreshRegister } from '@/lib/platforms/store'

/** Judges the register as of now, and stores what differs. Does nothing while nothing is in it. */
export async function judgeRegisterAnew(): Promise<void> {
  await upkeep(async ({ tx, now }) => {
    const [some] = await tx.select({ id: platformEntries.id }).from(platformEntries).limit(1)
    if (!some) return
    await lockRegister(tx)
    await refreshRegister(tx, now)
  })
}
