/** The files of public directories that were applied, and what a staged one would change. */
import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { serviceImports } from '@/db/schema/organisation'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { namesOf } from '@/lib/people/names'
import { serviceById } from '@/lib/services/catalogue'
import { changesBetween, type FactChange, inForce } from '@/lib/services/directory/rules'
import { seenOf } from '@/lib/services/directory/seen'
import { saidOfServices, servicesAfter } from '@/lib/services/queries'
import type { DirectorySource } from '@/lib/vocabulary'

const most = 50

export type LoadedFile = {
  id: string
  source: DirectorySource
  readOn: string
  by: string
  appliedAt: Date
  withdrawnAt: Date | null
  /** Of the files of one directory, the one whose facts count. */
  counts: boolean
}
export type LoadedFiles = {
  files: LoadedFile[]
  /** Files whose people are still being judged anew. */
  underWay: number
}

/** The files that were applied, the latest first. */
export const listImports = query('services:import', async ({ tx }): Promise<LoadedFiles> => {
  const rows = await tx
    .select({
      id: serviceImports.id,
      source: serviceImports.source,
      readOn: serviceImports.readOn,
      madeBy: serviceImports.madeBy,
      appliedAt: serviceImports.appliedAt,
      withdrawnAt: serviceImports.withdrawnAt,
    })
    .from(serviceImports)
    .where(isNotNull(serviceImports.appliedAt))
    .orderBy(desc(serviceImports.appliedAt))
    .limit(most)
  const [open] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(serviceImports)
    .where(and(isNotNull(serviceImports.appliedAt), isNull(serviceImports.judgedAt)))
  const names = await namesOf(
    tx,
    rows.map(({ madeBy }) => madeBy),
  )
  const counting = new Set(inForce((await saidOfServices(tx)).files).map(({ id }) => id))
  return {
    files: rows.flatMap(({ madeBy, appliedAt, ...row }) =>
      appliedAt ? [{ ...row, appliedAt, by: names.get(madeBy) ?? '', counts: counting.has(row.id) }] : [],
    ),
    underWay: open?.n ?? 0,
  }
})

/** By directory, the day on which the loaded file was fetched that some service is judged by now. */
export type LoadedSources = Partial<Record<DirectorySource, string>>

/** For everybody: where what counts is newer than what shipped, since when. */
export const loadedSources = query('services:read', async ({ tx }): Promise<LoadedSources> => {
  const { files } = await saidOfServices(tx)
  const counting = inForce(files).filter(({ readOn, services }) =>
    services.some(({ serviceId }) => readOn > (serviceById(serviceId)?.asOf ?? readOn)),
  )
  return Object.fromEntries(counting.map(({ source, readOn }) => [source, readOn]))
})

export type NamedChange = FactChange & { service: string }
export type DirectoryPreview = {
  id: string
  source: DirectorySource
  readOn: string
  endsAt: Date
  /** Services of the list that the file speaks of. */
  services: number
  /** Entries of services that are not in the list. */
  leftOut: number
  /** Names of services whose entry could not be read. */
  unread: string[]
  changes: NamedChange[]
  /** What names these changes: sent with the form, so that exactly they are applied. */
  seen: string
  /** What the file says otherwise than a correction made by hand: the correction stays. */
  kept: NamedChange[]
  /** Services whose shipped facts are newer than the file. */
  older: number
  /** A file of the same directory that was fetched later is applied: this one would not count. */
  overtaken: boolean
}

/** What a staged file would change. Throws NotThere for somebody else's, an applied or an old one. */
export const previewDirectory = query(
  'services:import',
  async ({ actor, tx, now }, id: string): Promise<DirectoryPreview> => {
    const [staged] = await tx
      .select()
      .from(serviceImports)
      .where(
        and(
          eq(serviceImports.id, id),
          eq(serviceImports.madeBy, actor.personId),
          isNull(serviceImports.appliedAt),
          gt(serviceImports.endsAt, now),
        ),
      )
    if (!staged) throw new NotThere('directory')
    const said = await saidOfServices(tx)
    const file = { ...staged.facts, id, readOn: staged.readOn, appliedAt: now }
    const tried = { ...said, files: [...said.files, file] }
    const bare = { corrections: [] }
    const changes = changesBetween(servicesAfter(said).values(), servicesAfter(tried))
    const ofFileAlone = changesBetween(
      servicesAfter({ ...said, ...bare }).values(),
      servicesAfter({ ...tried, ...bare }),
    )
    const taken = new Set(changes.map(nameOf))
    return {
      id,
      source: staged.source,
      readOn: staged.readOn,
      endsAt: staged.endsAt,
      services: staged.facts.services.length,
      leftOut: staged.leftOut,
      unread: staged.unread.map(serviceName),
      changes: changes.map(named),
      seen: seenOf(changes),
      kept: ofFileAlone.filter((change) => !taken.has(nameOf(change))).map(named),
      older: staged.facts.services.filter(
        ({ serviceId }) => staged.readOn <= (serviceById(serviceId)?.asOf ?? ''),
      ).length,
      overtaken: !inForce(tried.files).includes(file),
    }
  },
)

const nameOf = ({ serviceId, field }: FactChange) => `${serviceId} ${field}`
const serviceName = (id: string) => serviceById(id)?.name ?? id
export const named = (change: FactChange): NamedChange => ({
  ...change,
  service: serviceName(change.serviceId),
})
