/** A person's phones, messaging apps and pieces with all that was said of them, read in one go inside a transaction. */
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import { messagingApps, phones, saidNone } from '@/db/schema/pieces'
import type { Scene } from '@/lib/access/door'
import { sees } from '@/lib/access/permissions'
import { type Accepted, type AcceptedOf, besideVerdicts, exceptionsSeenBy } from '@/lib/exceptions/store'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { type AnyAnswers, answered, type Questions } from '@/lib/guidance/questions'
import { settingsOf } from '@/lib/organisation/queries'
import type { Given } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import { answersFor, asItAges, isTold, questionsFor } from '@/lib/pieces/discreet'
import {
  besideLook,
  lastSaidOn,
  mayAnswer,
  type PieceState,
  pieceFreshness,
  type StillOpen,
  stateOfPiece,
  stillOpen,
} from '@/lib/pieces/rules'
import { currentPieces, otherAppIn, type PieceStatement } from '@/lib/pieces/store'
import { type JudgedPiece, judgedNow } from '@/lib/posture/store-judged'
import { firstListed } from '@/lib/rulings/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import { serviceById } from '@/lib/services/catalogue'
import type { Freshness } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'
import { phoneName } from '@/lib/words/phones'

export type PieceInList = {
  piece: PieceId
  of: PieceScope
  /** The person's own id where it is about themselves. */
  scopeId: string
  /** The name of the phone or app; '' for one's own pieces. */
  about: string
  /** The statement it was drawn from; null when nothing was said. */
  based: string | null
  /** As they are put to whoever reads: an aide is not asked what is for the holder alone. */
  questions: Questions
  answers: AnyAnswers | null
  state: PieceState
  open: StillOpen
  progress: { asked: number; answered: number }
  /** What the other app that encrypts is called; '' where it was not said, and for every other piece. */
  otherApp: string
  /** The day it was last said; of updates, the day of the last look. */
  confirmedOn: string | null
  /** What a weekly look does not renew, and the day that was said; null for pieces without a weekly look. */
  beside: { confirmedOn: string; freshness: Freshness } | null
  /** Where an aide answered and its holder has not confirmed: who did, for whom, and when. */
  given: Given | null
  /** The version of the guidance it was asked under. */
  under: string | null
  verdicts: (JudgedPiece & Accepted)[]
}
/** A phone or an app, with its pieces. */
export type Listed = { id: string; version: number; name: string; pieces: PieceInList[] }
export type ListedPhone = Listed & {
  label: string
  platform: string
  hardwareId: string | null
  /** Maker and model in its holder's words; '' where it is in the list, or was not said. */
  model: string
  /** Whether the security team has listed a model of this kind since. */
  listedSince: boolean
}
export type ListedApp = Listed & {
  serviceId: string | null
  /** What its name stands under in the security team's list, and the day it was sent; null where it was not. */
  sent: { nameId: string; on: string } | null
}
export type Removed = { id: string; version: number; name: string; removedOn: string }
export type Inventory = {
  today: string
  timeZone: string
  /** Of somebody else an aide sees what was consented to. */
  sees: { things: boolean; own: boolean }
  own: PieceInList[]
  phones: ListedPhone[]
  apps: ListedApp[]
  /** The day on which it was said that there is none. */
  none: { phone: string | null; app: string | null }
  removed: { phones: Removed[]; apps: Removed[] }
}

const removedFor = 30 * 86_400_000

type Reading = Pick<Scene, 'actor' | 'holder' | 'tx' | 'now'>

/** Everything of one person that the actor may see, the oldest phone and app first; taken off the list in the last 30 days apart. */
export async function inventoryOf({ actor, holder: personId, tx, now }: Reading): Promise<Inventory> {
  const may = { things: sees(actor, 'phones_and_apps'), own: sees(actor, 'habits') }
  const key = await readKey(tx, personId)
  const since = new Date(now.getTime() - removedFor)
  const [settings, said, judged, phoneRows, appRows, none, exceptions] = await Promise.all([
    settingsOf(tx),
    currentPieces(tx, personId),
    judgedNow(tx, personId, now),
    tx
      .select()
      .from(phones)
      .where(and(eq(phones.personId, personId), or(isNull(phones.removedAt), gte(phones.removedAt, since))))
      .orderBy(asc(phones.createdAt), asc(phones.id)),
    tx
      .select()
      .from(messagingApps)
      .where(
        and(
          eq(messagingApps.personId, personId),
          or(isNull(messagingApps.removedAt), gte(messagingApps.removedAt, since)),
        ),
      )
      .orderBy(asc(messagingApps.createdAt), asc(messagingApps.id)),
    tx
      .select({ of: saidNone.of, confirmedOn: saidNone.confirmedOn })
      .from(saidNone)
      .where(and(eq(saidNone.personId, personId), isNull(saidNone.validTo))),
    exceptionsSeenBy(actor, tx, personId),
  ])
  const today = dayOf(now, settings.timeZone)
  const beside = besideVerdicts(exceptions, today)
  const listed = (piece: PieceId, scopeId: string, about: string): PieceInList => {
    const statement = said.find((one) => one.scopeId === scopeId && one.piece === piece)
    return inList({
      key,
      actor,
      piece,
      scopeId,
      about,
      statement,
      judged,
      beside,
      today,
      intervals: settings.intervals,
    })
  }
  const kindOf = (id: string) =>
    String(said.find(({ scopeId, piece }) => scopeId === id && piece === 'this_phone')?.facts.platform ?? '')
  const namedPhones = (may.things ? phoneRows : []).map((row) => {
    const label = phoneLabel(key, row)
    return { row, label, platform: kindOf(row.id), name: phoneName(label, kindOf(row.id)) }
  })
  const namedApps = (may.things ? appRows : []).map((row) => ({ row, name: appName(key, row) }))
  const gone = <Row extends { row: { id: string; version: number; removedAt: Date | null }; name: string }>(
    rows: readonly Row[],
  ): Removed[] =>
    rows.flatMap(({ row: { id, version, removedAt }, name }) =>
      removedAt ? [{ id, version, name, removedOn: dayOf(removedAt, settings.timeZone) }] : [],
    )
  const noneOf = (of: 'phone' | 'app') => none.find((one) => one.of === of)?.confirmedOn ?? null
  const listings = phoneRows.some(({ modelSealed }) => modelSealed !== null) ? await firstListed(tx) : []
  return {
    today,
    timeZone: settings.timeZone,
    own: piecesOf('person')
      .filter((piece) => mayAnswer(actor, piece))
      .map((piece) => listed(piece, personId, '')),
    sees: may,
    phones: namedPhones
      .filter(({ row }) => row.removedAt === null)
      .map(({ row, label, platform, name }) => ({
        ...{ id: row.id, version: row.version, hardwareId: row.hardwareId, label, platform, name },
        model: fieldsOf('phones', key).open(row.id, 'model', row.modelSealed) ?? '',
        listedSince: listings.some(
          (one) => row.modelSaidAt !== null && one.platform === platform && one.at > row.modelSaidAt,
        ),
        pieces: piecesOf('phone', platform).map((piece) => listed(piece, row.id, name)),
      })),
    apps: namedApps
      .filter(({ row }) => row.removedAt === null)
      .map(({ row: { id, version, serviceId, sentNameId, sentAt }, name }) => ({
        ...{ id, version, serviceId, name },
        sent: sentNameId && sentAt ? { nameId: sentNameId, on: dayOf(sentAt, settings.timeZone) } : null,
        pieces: piecesOf('app').map((piece) => listed(piece, id, name)),
      })),
    none: may.things ? { phone: noneOf('phone'), app: noneOf('app') } : { phone: null, app: null },
    removed: { phones: gone(namedPhones), apps: gone(namedApps) },
  }
}

/** Every piece of an inventory, in the order in which its pages show them. */
export const piecesIn = ({
  phones,
  apps,
  own,
}: Pick<Inventory, 'phones' | 'apps' | 'own'>): PieceInList[] => [
  ...phones.flatMap(({ pieces }) => pieces),
  ...apps.flatMap(({ pieces }) => pieces),
  ...own,
]

function inList(of: {
  key: PersonKey
  actor: Scene['actor']
  piece: PieceId
  scopeId: string
  about: string
  statement: PieceStatement | undefined
  judged: readonly JudgedPiece[]
  beside: AcceptedOf
  today: string
  intervals: Parameters<typeof pieceFreshness>[3]
}): PieceInList {
  const { actor, piece, scopeId, about, statement } = of
  const shape = pieceShape(piece)
  const questions = questionsFor(actor, piece)
  const answers = statement ? answersFor(actor, piece, statement.facts) : null
  const freshness = statement && pieceFreshness(piece, asItAges(actor, statement), of.today, of.intervals)
  const beside = statement && besideLook(piece, statement, of.today, of.intervals)
  return {
    ...{ piece, scopeId, about, questions, answers },
    of: shape.of,
    based: statement?.id ?? null,
    state: stateOfPiece(questions, answers, freshness ?? null),
    open: stillOpen(questions, answers),
    progress: answered(questions, answers ?? {}),
    otherApp: statement ? otherAppIn(of.key, statement) : '',
    confirmedOn: statement ? lastSaidOn(piece, statement) : null,
    beside: statement && beside ? { confirmedOn: statement.confirmedOn, freshness: beside } : null,
    given: statement?.onBehalfOf ? givenBy(statement) : null,
    under: statement?.guidanceVersion ?? null,
    verdicts: of.judged
      .filter((row) => row.scopeId === scopeId && shape.items.includes(row.item) && isTold(actor, row))
      .map((row) => ({ ...row, ...of.beside(row) })),
  }
}

/** Who gave it, and nothing of what was said. */
const givenBy = ({ answeredBy, onBehalfOf, enteredAt }: PieceStatement): Given => ({
  answeredBy,
  onBehalfOf,
  enteredAt,
})

const phoneLabel = (key: PersonKey, { id, labelSealed }: typeof phones.$inferSelect) =>
  fieldsOf('phones', key).open(id, 'label', labelSealed) ?? ''

/** The name of the service, else the one it was given. */
const appName = (key: PersonKey, row: typeof messagingApps.$inferSelect) =>
  row.serviceId === null
    ? (fieldsOf('messaging_apps', key).open(row.id, 'own_name', row.ownNameSealed) ?? '')
    : (serviceById(row.serviceId)?.name ?? row.serviceId)
