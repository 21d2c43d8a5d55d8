import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { units } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { alreadyThere } from '@/lib/access/taken'
import { sameUnit } from '@/lib/organisation/rules'
import { checkedText } from '@/lib/text/checked'
import { unitsWords } from '@/lib/words/settings'

/** What stands now, for a form that was drawn from something older. */
export type UnitStands = { version: number; name: string; retired: boolean }

export const addUnit = command({
  permission: 'settings:revise',
  action: 'unit.added',
  input: z.strictObject({ name: checkedText('label') }),
  run: async ({ tx, now }, { name }) => {
    await unlessNamed(tx, name, null)
    const id = randomUUID()
    await onceNamed(() => tx.insert(units).values({ id, name, createdAt: now }))
    return { result: { id }, trail: { subject: { kind: 'unit', id } } }
  },
})

/** Throws NotThere; Stale with UnitStands. */
export const renameUnit = command({
  permission: 'settings:revise',
  action: 'unit.renamed',
  input: z.strictObject({ id: z.uuid(), version: z.number().int(), name: checkedText('label') }),
  run: async ({ tx }, { id, version, name }) => {
    await lockUnit(tx, id, version)
    await unlessNamed(tx, name, id)
    await onceNamed(() =>
      tx
        .update(units)
        .set({ name, version: version + 1 })
        .where(eq(units.id, id)),
    )
    return { result: null, trail: { subject: { kind: 'unit', id } } }
  },
})

/** Nobody is put into it any more; who is in it stays. Throws NotThere; Stale with UnitStands. */
export const retireUnit = command({
  permission: 'settings:revise',
  action: 'unit.retired',
  input: z.strictObject({ id: z.uuid(), version: z.number().int() }),
  run: async ({ tx, now }, { id, version }) => {
    const unit = await lockUnit(tx, id, version)
    if (unit.retiredAt) throw problemAt('', unitsWords.problems.retired)
    await tx
      .update(units)
      .set({ retiredAt: now, version: version + 1 })
      .where(eq(units.id, id))
    return { result: null, trail: { subject: { kind: 'unit', id } } }
  },
})

async function lockUnit(tx: Tx, id: string, version: number) {
  const [unit] = await tx.select().from(units).where(eq(units.id, id)).for('update')
  if (!unit) throw new NotThere('unit')
  if (unit.version !== version)
    throw new Stale({
      version: unit.version,
      name: unit.name,
      retired: unit.retiredAt !== null,
    } satisfies UnitStands)
  return unit
}

/** Two units whose names differ in capitals alone would be taken for one another. */
async function unlessNamed(tx: Tx, name: string, except: string | null): Promise<void> {
  const held = await tx.select({ id: units.id, name: units.name }).from(units)
  if (held.some((unit) => unit.id !== except && sameUnit(unit.name) === sameUnit(name)))
    throw problemAt('name', unitsWords.problems.named)
}

async function onceNamed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!alreadyThere(error, 'units_name_unique')) throw error
    throw problemAt('name', unitsWords.problems.named)
  }
}
