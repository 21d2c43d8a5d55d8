/**
 * The verdicts on the organisation as they counted at the instant: on its register of messaging platforms (C1 to C4), the
 * messaging apps in use (G1.3), its rulings on records (G1.9), its incident contact (R) and the lines it holds, by
 * carrier (G5.0 to G5.2). Keys and third parties stand
 * in it by name, which is sealed and so opened here; sign-ins without theirs, for it may be a person's.
 */
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import type { Frame, ReadSheet } from '@/lib/exports/sheets/common'
import { type OrganisationItem, organisationItemIds } from '@/lib/guidance/codes'
import { guidanceId } from '@/lib/guidance/version'
import { unitNames } from '@/lib/organisation/queries'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { nameOf } from '@/lib/platforms/reading'
import { entryFrom } from '@/lib/platforms/store'
import { type RegisterItem, registerItems } from '@/lib/platforms/wholes'
import { allPhones } from '@/lib/posture/items/records'
import { textJudgedBy, wholeOrganisation } from '@/lib/posture/organisation'
import { scopeOf } from '@/lib/rulings/rules'
import { itemWords } from '@/lib/words/guidance'
import { citedParagraph, registerItemWords } from '@/lib/words/platforms'
import { deviceGroupName } from '@/lib/words/rulings'

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
    const [verdicts, known, units] = await Promise.all([
      verdictsAt(tx, frame),
      entriesAt(tx, frame),
      unitNames(tx),
    ])
    const unitName = new Map(units.map(({ id, name }) => [id, name]))
    const nameOfScope = ({ item, scopeKind, scopeId }: Row) => {
      if (item === 'G1.3' || scopeKind === 'carrier') return frame.serviceNames[scopeId] ?? ''
      if (scopeKind !== 'device_group') return known.get(scopeId)?.name ?? ''
      return deviceGroupName(
        scopeId === scopeOf(allPhones) ? allPhones : scopeId,
        unitName.get(scopeId) ?? '',
      )
    }
    const at = (item: OrganisationItem) => organisationItemIds.indexOf(item)
    const ordered = [...verdicts, ...neverAsked(verdicts, frame)].sort(
      (one, other) => at(one.item) - at(other.item) || (one.scopeId < other.scopeId ? -1 : 1),
    )
    return ordered.map((row) => [
      frame.asOf.toISOString(),
      frame.exportId,
      textJudgedBy(row.item).id,
      row.guidanceVersion,
      row.item,
      cited(row.item).short,
      cited(row.item).paragraph,
      row.scopeKind,
      row.scopeId,
      nameOfScope(row),
      known.get(row.scopeId)?.platform ?? '',
      row.verdict,
      row.labels.join(' '),
      row.unknownKind ?? '',
      row.confirmedOn ?? '',
      row.validFrom?.toISOString() ?? '',
      row.turnsOn ?? '',
      row.nextAction ?? '',
    ])
  },
}

type Row = Omit<typeof organisationVerdicts.$inferSelect, 'id' | 'validFrom' | 'validTo'> & {
  validFrom: Date | null
}

const verdictsAt = (tx: Tx, { asOf }: Frame) =>
  tx
    .select()
    .from(organisationVerdicts)
    .where(counted(organisationVerdicts.validFrom, organisationVerdicts.validTo, asOf))

/** What nobody has said anything about is not left out. G1.3 alone is about apps in use, and there may be none. */
function neverAsked(judged: readonly Row[], frame: Frame): Row[] {
  const known = new Set(judged.map(({ item }) => item))
  return organisationItemIds
    .filter((item) => item !== 'G1.3' && !known.has(item))
    .map((item) => {
      const text = textJudgedBy(item)
      return {
        item,
        scopeKind: 'organisation',
        scopeId: wholeOrganisation,
        verdict: 'unknown',
        labels: [],
        unknownKind: 'never_asked',
        nextAction: null,
        confirmedOn: null,
        guidanceVersion: text.id === guidanceId ? frame.guidanceVersion : text.version,
        turnsOn: null,
        validFrom: null,
      }
    })
}

function cited(item: OrganisationItem): { short: string; paragraph: string } {
  if (item === 'R.organisation') return itemWords.R
  return isOfRegister(item)
    ? { short: registerItemWords[item].short, paragraph: citedParagraph(item) }
    : itemWords[item]
}

const isOfRegister = (item: OrganisationItem): item is RegisterItem =>
  registerItems.some((one) => one === item)

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
