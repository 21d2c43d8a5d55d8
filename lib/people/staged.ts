/** A file of people between preview and apply: sealed under the organisation's key. */
import { z } from 'zod'
import type { ImportedPerson } from '@/lib/people/import'
import { openOwn, sealOwn } from '@/lib/sealing/own'
import { tiers } from '@/lib/vocabulary'

const shape = z.array(
  z.strictObject({
    line: z.number(),
    name: z.string(),
    email: z.string().nullable(),
    unit: z.string().nullable(),
    tier: z.enum(tiers),
  }),
)
const place = (id: string) => `import:${id}`

export const sealImport = (id: string, rows: readonly ImportedPerson[]) =>
  sealOwn(JSON.stringify(rows), place(id))

/** Throws CannotOpen. */
export const rowsOfImport = (id: string, sealed: string): ImportedPerson[] =>
  shape.parse(JSON.parse(openOwn(sealed, place(id))))
