/**
 * The verdicts on the register of messaging platforms, C1 to C4, as they counted at the instant. Keys and third parties
 * stand in it by name, which is sealed and so opened here; sign-ins without theirs, for it may be a person's.
 */
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import type { Frame, ReadSheet } from '@/lib/exports/sheets/common'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { nameOf } from '@/lib/platforms/reading'
import { entryFrom } from '@/lib/platforms/store'
import { registerItems } from '@/lib/platforms/wholes'
import { textJudgedBy } from '@/lib/posture/organisation'
import { citedParagraph, registerItemWords } from '@/lib/words/platforms'

const columns = [
  'as_of',
  'export_id',
  'guidance_id',
  'guidance_version',
  'item_id',
  'item_text_short',
  'guidance_paragraph',
  'scope_kind',
  'scope_id',
  'name',
  'platform_name',
  'verdict',
  'label',
  'unknown_kind',
  'confirmed_on',
  'counts_since',
  'turns_on',
  'next_action_code',
]

export const platformSheet: ReadSheet = {
  kind: 'platforms',
  keyed: 'whole',
  columns: () => columns.map((name) => ({ name })),
  rows: async (tx, frame) => {
    const [verdicts, known] = await Promise.all([verdictsAt(tx, frame), entriesAt(tx, frame)])
    const at = (item: string) => registerItems.map(String).indexOf(item)
    const ordered = [...verdicts].sort(
      (one, other) => at(one.item) - at(other.item) || (one.scopeId < other.scopeId ? -1 : 1),
    )
    return ordered.map((row) => {
      const item = registerItems.find((each) => each === row.item)
      const scope = known.get(row.scopeId)
      return [
        frame.asOf.toISOString(),
        frame.exportId,
        textJudgedBy(row.item).id,
        row.guidanceVersion,
        row.item,
        item ? registerItemWords[item].short : '',
        item ? citedParagraph(item) : '',
        row.scopeKind,
        row.scopeId,
        scope?.name ?? '',
        scope?.platform ?? '',
        row.verdict,
        row.labels.join(' '),
        row.unknownKind ?? '',
        row.confirmedOn ?? '',
        row.validFrom.toISOString(),
        row.turnsOn ?? '',
        row.nextAction ?? '',
      ]
    })
  },
}

const verdictsAt = (tx: Tx, { asOf }: Frame) =>
  tx
    .select()
    .from(organisationVerdicts)
    .where(
      and(
        inArray(organisationVerdicts.item, [...registerItems]),
        counted(organisationVerdicts.validFrom, organisationVerdicts.validTo, asOf),
      ),
    )

/** What each thing was called at the instant, and where it was. */
async function entriesAt(tx: Tx, { asOf, serviceNames }: Frame) {
  const held = await tx
    .select({ entry: platformEntries, statement: platformStatements })
    .from(platformEntries)
    .innerJoin(platformStatements, eq(platformStatements.entryId, platformEntries.id))
    .where(counted(platformStatements.validFrom, platformStatements.validTo, asOf))
  const services = new Map(Object.entries(serviceNames).map(([id, name]) => [id, { name }]))
  const entries = held.map((each) => [each.entry.id, entryFrom(each)] as const)
  const platforms = new Map(
    entries.flatMap(([id, entry]) => (entry.kind === 'platform' ? [[id, nameOf(entry, services)]] : [])),
  )
  return new Map(
    entries.map(([id, entry]) => [
      id,
      {
        name: entry.kind === 'account' ? '' : nameOf(entry, services),
        platform: platforms.get(platformIdOf(entry) ?? '') ?? '',
      },
    ]),
  )
}

const platformIdOf = (entry: RegisterEntry): string | null =>
  entry.kind === 'account' || entry.kind === 'credential' ? entry.facts.platformId : null

const counted = (from: PgColumn, to: PgColumn, asOf: Date) =>
  and(lte(from, asOf), or(isNull(to), gt(to, asOf)))
