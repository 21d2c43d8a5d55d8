/** What the Today page shows, and nothing else: read from what is stored, judged nothing anew. */
import type { Tx } from '@/db/client'
import { query } from '@/lib/access/door'
import { kindsOf } from '@/lib/accounts/inventory'
import type { ActionCode } from '@/lib/guidance/codes'
import type { PieceId } from '@/lib/guidance/pieces'
import { type Inventory, inventoryOf, type Listed, type PieceInList, piecesIn } from '@/lib/pieces/reading'
import { overAll } from '@/lib/pieces/rules'
import { vaultAccountId } from '@/lib/pieces/vault'
import { type Intervals, intervalOf } from '@/lib/posture/aged'
import { freshnessOf } from '@/lib/posture/ageing'
import { namedChain, opensWithPassword } from '@/lib/posture/named'
import type { AccountStanding, Change, WayIn } from '@/lib/posture/shapes'
import { notPutOff, type Offer, offersInOrder, type PieceOffer, type ThingOffer } from '@/lib/today/pieces'
import { type Holding, readHoldings } from '@/lib/today/reading'
import { knownAndToAsk, type PartOfDay, partOfDay, type ToAsk, weakestWay } from '@/lib/today/rules'
import {
  askedCategories,
  type Freshness,
  type Level,
  type PutOffReason,
  type Verdict,
} from '@/lib/vocabulary'
import { dayOf, hourOf } from '@/lib/words/dates'
import type { NamedHop } from '@/lib/words/ways-in'

/** What is offered next: a change of an account or line, or something of a piece, a phone or an app. */
export type NextAction =
  | ({ kind: 'change'; piece: '' } & NextChange)
  | (PieceOffer & {
      of: PieceInList['of']
      about: string
      state: PieceInList['state']
      /** Of the phone it is about; null for everything else. */
      platform: string | null
      /** The account it leads to, where it is an account that is to be mended (G4.1). */
      accountId: string | null
    })
  | (ThingOffer & { piece: '' })
export type NextChange = Pick<Change, 'action' | 'scopeKind' | 'scopeId' | 'closes' | 'minutes'> & {
  /** What the person calls the account or line; '' for the person. */
  name: string
  /** The service or carrier, where the steps are done; null when it is not known. */
  service: string | null
  /** Is the account itself among those that lose a way in, and which others do. */
  closesOwn: boolean
  others: string[]
}
export type TodayPage = {
  partOfDay: PartOfDay
  today: string
  accounts: number
  lines: number
  opensByNumber: number
  /** Accounts that a password alone opens. */
  openWithPassword: number
  /** Accounts of which an answer that could lower the level is missing. */
  notKnown: number
  next: NextAction | null
  /** How many more could be done after it. */
  more: number
  putOffs: {
    id: string
    action: ActionCode
    piece: PieceId | ''
    name: string
    reason: PutOffReason | null
    until: string
  }[]
  cannotMend: { action: ActionCode; name: string }[]
  weakest: {
    way: Pick<WayIn, 'startsWith'> & { chain: NamedHop[] }
    numberMoves: boolean
    /** The carrier PIN of the line the chain starts at (G5.0); null when it starts at no line in the list. */
    pin: Verdict | null
  } | null
  marks: (
    | { kind: 'account'; id: string; name: string; level: Level | null; atBest: Level }
    | { kind: 'line'; id: string; name: string; pin: Verdict }
    | { kind: 'phone' | 'app'; id: string; name: string; verdict: Verdict; asked: boolean }
  )[]
  known: number
  toAsk: ToAsk[]
  /** What was confirmed so long ago that it grows or grew old. */
  ageing: (Pick<Holding, 'id' | 'name' | 'confirmedOn' | 'askedAgain'> & {
    /** 'list' is the list of accounts as a whole. */
    kind: Holding['kind'] | 'list'
    freshness: Freshness
  })[]
  /** Pieces that are due or old, and the weekly look at updates once its day has come. */
  again: PieceInList[]
  /** Pieces that were said, or looked at again, today. */
  saidToday: PieceInList[]
  /** Openings of the own record by others in the last 30 days. */
  openings: { count: number; lastOn: string } | null
  passkeys: number
}

export const readToday = query('today:read:own', async (scene): Promise<TodayPage> => {
  const { actor, tx, now } = scene
  const [held, inventory] = await Promise.all([readHoldings(tx, actor.personId, now), inventoryOf(scene)])
  const pieces = piecesIn(inventory)
  const { settings, holdings, judged } = held
  const today = dayOf(now, settings.timeZone)
  const { person, accounts } = held.standings
  const things = [...inventory.phones, ...inventory.apps]
  const names = new Map([...holdings, ...things].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const pinOf = (id: string): Verdict =>
    judged.find(({ item, scopeId }) => item === 'G5.0' && scopeId === id)?.verdict ?? 'unknown'
  const missing = {
    phone: inventory.phones.length === 0 && inventory.none.phone === null,
    app: inventory.apps.length === 0 && inventory.none.app === null,
  }
  const offers = notPutOff(
    offersInOrder({
      ...{ tier: held.tier, personId: actor.personId, pieces, missing },
      changes: person?.changes ?? [],
    }),
    held.putOffs,
  )
  const answered = kindsOf(held.categories)
  return {
    partOfDay: partOfDay(hourOf(now, settings.timeZone)),
    today,
    accounts: holdings.filter(({ kind }) => kind === 'account').length,
    lines: holdings.filter(({ kind }) => kind === 'line').length,
    opensByNumber: person?.opensByNumber ?? 0,
    openWithPassword: accounts.filter(opensWithPassword).length,
    notKnown: accounts.filter(({ level }) => level === null).length,
    next: offers[0] ? await nextAction(tx, actor.personId, offers[0], holdings, inventory) : null,
    more: Math.max(0, offers.length - 1),
    putOffs: held.putOffs.map((putOff) => ({
      id: putOff.id,
      action: putOff.action,
      piece: putOff.piece,
      name: nameOf(putOff.scopeId),
      reason: putOff.reason,
      until: dayOf(putOff.until, settings.timeZone),
    })),
    cannotMend: (person?.cannotMend ?? []).map(({ action, scopeId }) => ({ action, name: nameOf(scopeId) })),
    weakest: weakestIn(accounts, names, pinOf),
    marks: [
      ...holdings.map(({ kind, id, name }) => {
        if (kind === 'line') return { kind, id, name, pin: pinOf(id) }
        const standing = accounts.find(({ accountId }) => accountId === id)
        return { kind, id, name, level: standing?.level ?? null, atBest: standing?.atBest ?? 4 }
      }),
      ...inventory.phones.map((phone) => markOf('phone', phone)),
      ...inventory.apps.map((app) => markOf('app', app)),
    ],
    ...knownAndToAsk({
      units: holdings,
      categories: askedCategories.filter((category) => !answered.has(category)),
      lineMissing: !held.noLines && holdings.every(({ kind }) => kind !== 'line'),
      phoneMissing: missing.phone,
      appMissing: missing.app,
      pieces: pieces.map(({ piece, of, scopeId, about, open }) => ({
        ...{ piece, about, open },
        of: of === 'person' ? '' : scopeId,
      })),
    }),
    again: pieces.filter(({ state }) => state === 'due' || state === 'old'),
    saidToday: pieces.filter(
      ({ confirmedOn, answers }) => confirmedOn === today || answers?.lastCheckedOn === today,
    ),
    ageing: [
      ...holdings.flatMap(({ kind, id, name, confirmedOn, askedAgain }) => {
        const interval = settings.intervals[kind === 'account' ? 'accounts' : 'lines']
        const freshness = freshnessOf(confirmedOn, today, interval)
        return freshness === 'current' && !askedAgain
          ? []
          : [{ kind, id, name, confirmedOn, freshness, askedAgain }]
      }),
      ...wholeListIn(held.listSaidOn, actor.personId, today, settings.intervals),
    ],
    openings: held.openings.lastAt && {
      count: held.openings.count,
      lastOn: dayOf(held.openings.lastAt, settings.timeZone),
    },
    passkeys: held.passkeys,
  }
})

/** The list as a whole, once what was said of it grows old (G2.1). */
function wholeListIn(
  saidOn: string | null,
  id: string,
  today: string,
  intervals: Intervals,
): TodayPage['ageing'] {
  if (saidOn === null) return []
  const freshness = freshnessOf(saidOn, today, intervalOf('G2.1', intervals))
  if (freshness === 'current') return []
  return [{ kind: 'list', id, name: '', confirmedOn: saidOn, freshness, askedAgain: null }]
}

const markOf = (kind: 'phone' | 'app', { id, name, pieces }: Listed) => ({
  ...{ kind, id, name },
  verdict: overAll(pieces.flatMap(({ verdicts }) => verdicts)),
  asked: pieces.some(({ open }) => open !== 'never_asked'),
})

async function nextAction(
  tx: Tx,
  personId: string,
  offer: Offer,
  holdings: readonly Holding[],
  inventory: Inventory,
): Promise<NextAction | null> {
  if (offer.kind === 'change') return { kind: 'change', piece: '', ...nextChange(offer.change, holdings) }
  if (offer.kind === 'list') return { ...offer, piece: '' }
  const piece = piecesIn(inventory).find((one) => one.piece === offer.piece && one.scopeId === offer.scopeId)
  if (!piece) return null
  const { of, about, state } = piece
  const platform = inventory.phones.find(({ id }) => id === offer.scopeId)?.platform ?? null
  const accountId = offer.action === 'open_vault_account' ? await vaultAccountId(tx, personId, piece) : null
  return { ...offer, of, about, state, platform, accountId }
}

function nextChange(
  { action, scopeKind, scopeId, closes, minutes, accounts }: Change,
  holdings: readonly Holding[],
): NextChange {
  const holding = holdings.find(({ id }) => id === scopeId)
  return {
    action,
    scopeKind,
    scopeId,
    closes,
    minutes,
    name: holding?.name ?? '',
    service: holding?.service ?? null,
    closesOwn: accounts.includes(scopeId),
    others: holdings.filter(({ id }) => id !== scopeId && accounts.includes(id)).map(({ name }) => name),
  }
}

function weakestIn(
  accounts: readonly AccountStanding[],
  names: ReadonlyMap<string, string>,
  pinOf: (id: string) => Verdict,
): TodayPage['weakest'] {
  const found = weakestWay(accounts)
  if (!found) return null
  const { way, numberMoves } = found
  const [start] = way.chain
  return {
    way: { startsWith: way.startsWith, chain: namedChain(way.chain, names) },
    numberMoves,
    pin: start?.kind === 'line' ? pinOf(start.id) : null,
  }
}
