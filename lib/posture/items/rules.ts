/** The one entry to the rules of the pieces: answers, rulings and the day in, judgements out. No clock, no database. */
import type { ItemId } from '@/lib/guidance/codes'
import { itemsNewSince } from '@/lib/guidance/history'
import { items } from '@/lib/guidance/items'
import { type PieceAnswers, type PieceId, pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { guidanceVersion } from '@/lib/guidance/version'
import type { AppInQuestion, Context, PersonInPieces, PhoneInQuestion, Said } from '@/lib/posture/items/facts'
import { judges, unasked } from '@/lib/posture/items/judges'
import { heldBack, judgementsOf, type Ruling, type Rulings, ruled } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'

/** What the rules of one piece are given beside its answers. */
export type About = {
  context: Context
  person: PersonInPieces
  /** The phone or app it is about; null for the person's own pieces. */
  phone: PhoneInQuestion | null
  app: AppInQuestion | null
  /** The day its answers were last said to be true. */
  confirmedOn: string
  /** The same of what only the holder may say; null where that was not said. */
  holderSaidOn: string | null
}
export type Judge<Piece extends PieceId> = (answers: PieceAnswers<Piece>, about: About) => Rulings
/** What is known of a piece's items though its questions were never answered; the rest was never asked. */
export type Unasked = (about: Omit<About, 'confirmedOn' | 'holderSaidOn'>) => Rulings
export type Judges = { readonly [Piece in PieceId]: Judge<Piece> }

/** Items that are judged from pieces, and not from accounts and lines. */
export const pieceItems: readonly ItemId[] = piecesOf('person')
  .concat(piecesOf('app'), piecesOf('phone', 'iphone'), piecesOf('phone', 'android'))
  .flatMap((piece) => pieceShape(piece).items)
  .filter((item, place, all) => all.indexOf(item) === place)

/**
 * Judges what one person said of themselves, their phones and their messaging apps, under CISA-0, General 1, 4, 6, 7
 * and 8, iPhone, Android and the incident paragraph.
 *
 * @returns one judgement for each item and unit that is in scope; "not applicable" for the person where they said that
 * there is no such unit, or where every phone they have is of the other kind. What was never asked is unknown.
 */
export function judgePieces(person: PersonInPieces, context: Context): Judgement[] {
  const own = piecesOf('person').flatMap((piece) =>
    judgePiece(piece, 'person', person.id, person.said, { context, person, phone: null, app: null }),
  )
  const apps = person.apps.flatMap((app) =>
    piecesOf('app').flatMap((piece) =>
      judgePiece(piece, 'app', app.id, app.said, { context, person, phone: null, app }),
    ),
  )
  const phones = person.phones.flatMap((phone) =>
    piecesOf('phone', platformOf(phone)).flatMap((piece) =>
      judgePiece(piece, 'phone', phone.id, phone.said, { context, person, phone, app: null }),
    ),
  )
  const inScope = phones.filter(({ item }) => {
    const { platform } = items[item]
    return platform === undefined || phonesOf(person, platform).length > 0
  })
  const judged = [...own, ...apps, ...inScope.filter((one) => concerns(person, one))]
  return [...judged, ...notConcerned(person, judged)]
}

/** A piece may be asked of every phone and yet hold an item of one kind only (A1 with "this phone"). */
function concerns(person: PersonInPieces, { item, scopeId }: Judgement): boolean {
  const { platform } = items[item]
  const phone = person.phones.find(({ id }) => id === scopeId)
  return platform === undefined || phone === undefined || platformOf(phone) === platform
}

function judgePiece(
  piece: PieceId,
  scopeKind: 'person' | 'phone' | 'app',
  scopeId: string,
  said: Readonly<Partial<Record<PieceId, Said<PieceId>>>>,
  about: Omit<About, 'confirmedOn' | 'holderSaidOn'>,
): Judgement[] {
  const statement = said[piece]
  if (!statement || outOfDate(piece, statement)) {
    const rulings = neverAsked(piece, about).map(turning(about.context.today))
    return judgementsOf(scopeKind, scopeId, rulings, [])
  }
  const judge = judges[piece] as Judge<PieceId>
  const { confirmedOn, holderSaidOn = null } = statement
  const rulings = judge(statement.facts, { ...about, confirmedOn, holderSaidOn })
    .map(turning(about.context.today))
    .map(askedUnder(statement.guidanceVersion))
  return judgementsOf(scopeKind, scopeId, rulings, [statement])
}

function neverAsked(piece: PieceId, about: Omit<About, 'confirmedOn' | 'holderSaidOn'>): Rulings {
  const known = new Map(unasked[piece]?.(about) ?? [])
  return pieceShape(piece).items.map((item) => [
    item,
    known.get(item) ?? heldBack('never_asked', 'answer_piece'),
  ])
}

/** A day that has come turns nothing any more. */
const turning =
  (today: string) =>
  ([item, ruling]: Rulings[number]): Rulings[number] => [
    item,
    ruling.turnsOn && ruling.turnsOn <= today ? { ...ruling, turnsOn: null } : ruling,
  ]

/** Answers under an earlier guidance stand; what came since is to be looked at again. */
function askedUnder(version: string) {
  const since = itemsNewSince(version)
  return ([item, ruling]: Rulings[number]): Rulings[number] => [
    item,
    since.has(item) ? { ...ruling, labels: [...ruling.labels, 'guidance_changed'] } : ruling,
  ]
}

/** Having read an older guidance is not having read this one (CISA-0); other answers stay what they are. */
const outOfDate = (piece: PieceId, said: Said<PieceId>) =>
  piece === 'guidance' && said.guidanceVersion !== guidanceVersion

export const platformOf = (phone: PhoneInQuestion): string | undefined =>
  phone.said.this_phone?.facts.platform
const phonesOf = (person: PersonInPieces, platform: string) =>
  person.phones.filter((phone) => platformOf(phone) === platform)

/** What nobody needs to ask this person: an Android item of somebody with iPhones only, an app of somebody without. */
function notConcerned(person: PersonInPieces, judged: readonly Judgement[]): Judgement[] {
  const found = new Set(judged.map(({ item }) => item))
  const kindsKnown = person.phones.length > 0 && person.phones.every(hasKind)
  return pieceItems.flatMap((item) => {
    if (found.has(item)) return []
    const { unit, platform } = items[item]
    const none = unit === 'app' ? person.saidNone.app : unit === 'phone' ? person.saidNone.phone : null
    const empty = unit === 'app' ? person.apps.length === 0 : person.phones.length === 0
    const elsewhere = unit === 'phone' && platform !== undefined && kindsKnown
    if (elsewhere) return judgementsOf('person', person.id, [[item, nothing]], kindsSaid(person))
    if (!empty || none === null) return []
    return judgementsOf('person', person.id, [[item, nothing]], [{ confirmedOn: none, enteredOn: none }])
  })
}

const nothing: Ruling = ruled('not_applicable')
const hasKind = (phone: PhoneInQuestion) => ['iphone', 'android', 'other'].includes(platformOf(phone) ?? '')
const kindsSaid = (person: PersonInPieces) =>
  person.phones.flatMap(({ said }) => (said.this_phone ? [said.this_phone] : []))
