import { and, eq, gt } from 'drizzle-orm'
import { units } from '@/db/schema/organisation'
import { stagedImports } from '@/db/schema/people'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { sameUnit } from '@/lib/organisation/rules'
import type { ImportedPerson } from '@/lib/people/import'
import { rowsOfImport } from '@/lib/people/staged'

/** Rows of a preview shown at once. */
const shown = 100

export type ImportPreview = {
  id: string
  count: number
  /** The first rows, as they would be added. */
  rows: ImportedPerson[]
  highlyTargeted: number
  withoutEmail: number
  /** Names of units that are not there yet. */
  newUnits: string[]
  endsAt: Date
}

/** What an import would do. Throws NotThere for somebody else's, a spent or an old one. */
export const previewImport = query(
  'people:import',
  async ({ actor, tx, now }, id: string): Promise<ImportPreview> => {
    const [staged] = await tx
      .select()
      .from(stagedImports)
      .where(
        and(
          eq(stagedImports.id, id),
          eq(stagedImports.madeBy, actor.personId),
          gt(stagedImports.endsAt, now),
        ),
      )
    if (!staged) throw new NotThere('import')
    const held = await tx.select({ name: units.name }).from(units)
    const known = new Set(held.map(({ name }) => sameUnit(name)))
    const rows = rowsOfImport(id, staged.rowsSealed)
    const newUnits = new Map(
      rows.flatMap(({ unit }) =>
        unit === null || known.has(sameUnit(unit)) ? [] : [[sameUnit(unit), unit]],
      ),
    )
    return {
      id,
      count: rows.length,
      rows: rows.slice(0, shown),
      highlyTargeted: rows.filter(({ tier }) => tier === 'highly_targeted').length,
      withoutEmail: rows.filter(({ email }) => email === null).length,
      newUnits: [...newUnits.values()],
      endsAt: staged.endsAt,
    }
  },
)
