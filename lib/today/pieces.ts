/**
 * What Today offers next, out of everything: first what closes ways in, then what is known not to be met, then what was
 * never asked, then what grows old. Pure.
 */
import { actionMinutes, canWait } from '@/lib/guidance/actions'
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import type { PieceState, StillOpen } from '@/lib/pieces/rules'
import type { Change, Judgement } from '@/lib/posture/shapes'
import type { Tier } from '@/lib/vocabulary'

type Known = {
  piece: PieceId
  of: PieceScope
  scopeId: string
  state: PieceState
  open: StillOpen
  verdicts: readonly Pick<Judgement, 'item' | 'verdict' | 'labels' | 'nextAction'>[]
}
/** Something a piece offers: to mend what is not met, to answer it, or to look it over again. */
export type PieceOffer = {
  kind: 'mend' | 'ask' | 'again'
  action: ActionCode
  piece: PieceId
  scopeId: string
  /** What would be met by it; null for questions. */
  item: ItemId | null
  minutes: number
}
/** A phone or an app that is still to be listed. */
export type ThingOffer = { kind: 'list'; action: 'add_first_phone' | 'add_first_app'; scopeId: string }
export type Offer = { kind: 'change'; change: Change } | PieceOffer | ThingOffer

/** What matters most, by whom an attacker is after. The rest of the pieces come in the order of the guidance. */
const firstAsked: Readonly<Record<Tier, readonly PieceId[]>> = {
  highly_targeted: [
    'private_talk',
    'linked_devices',
    'iphone_settings',
    'updates',
    'odd_messages',
    'app_use',
  ],
  standard: ['updates', 'private_talk', 'odd_messages', 'linked_devices', 'passwords', 'this_phone'],
}

/**
 * Everything that can be offered, the best first.
 * @param changes as the posture ranks them, the one that closes most first.
 * @param missing whether no phone or no messaging app is listed, and not said to be none either.
 */
export function offersInOrder(of: {
  tier: Tier
  personId: string
  changes: readonly Change[]
  pieces: readonly Known[]
  missing: { phone: boolean; app: boolean }
}): Offer[] {
  const { changes, tier, missing, personId } = of
  const pieces = ranked(of.pieces, tier)
  const change = (change: Change): Offer => ({ kind: 'change', change })
  // A spare key comes before what is turned off beside it, and closes nothing itself.
  const closing = changes.findLastIndex(({ closes }) => closes > 0) + 1
  const list = (action: ThingOffer['action']): Offer => ({ kind: 'list', action, scopeId: personId })
  return [
    ...changes.slice(0, closing).map(change),
    ...pieces.flatMap(mends('not_met')),
    ...(missing.phone ? [list('add_first_phone')] : []),
    ...(missing.app ? [list('add_first_app')] : []),
    ...pieces.filter(({ state }) => state === 'not_asked' || state === 'begun').map(asking('ask')),
    ...pieces.flatMap(mends('partly_met')),
    ...changes.slice(closing).map(change),
    ...pieces.filter(({ state }) => state === 'old' || state === 'due').map(asking('again')),
  ]
}

const ranked = (pieces: readonly Known[], tier: Tier): Known[] => {
  const rank = ({ piece }: Known) => {
    const place = firstAsked[tier].indexOf(piece)
    return place < 0 ? firstAsked[tier].length : place
  }
  return [...pieces].sort((one, other) => rank(one) - rank(other))
}

/**
 * Questions that are open come before what their answers will say, so only what names something to do is offered. What
 * can wait until a phone is changed anyway is never urged (decision 6), and who is told that nothing more is asked of them
 * without iCloud+ is not asked for it by the next item (decision 1).
 */
const mends =
  (verdict: 'not_met' | 'partly_met') =>
  ({ piece, scopeId, verdicts }: Known): Offer[] => {
    const complete = verdicts.some(({ labels }) => labels.includes('complete_without_icloud_plus'))
    const urged = (action: ActionCode) =>
      !neverUrged.includes(action) && !(complete && action === 'ask_for_icloud_plus')
    return verdicts.flatMap((judged): Offer[] =>
      judged.verdict === verdict && judged.nextAction && urged(judged.nextAction)
        ? [
            {
              kind: 'mend',
              action: judged.nextAction,
              piece,
              scopeId,
              item: judged.item,
              minutes: actionMinutes[judged.nextAction],
            },
          ]
        : [],
    )
  }

const neverUrged: readonly ActionCode[] = ['answer_piece', ...canWait]

const asking =
  (kind: 'ask' | 'again') =>
  ({ piece, scopeId }: Known): Offer => ({
    kind,
    action: 'answer_piece',
    piece,
    scopeId,
    item: null,
    minutes: pieceShape(piece).minutes,
  })

/** What was put off: an action on one account, line or person, or one of a piece. */
export type PutOffKey = { action: ActionCode; scopeId: string; piece: PieceId | '' }
export const keyOf = (offer: Offer): PutOffKey => {
  if (offer.kind === 'change')
    return { action: offer.change.action, scopeId: offer.change.scopeId, piece: '' }
  return { action: offer.action, scopeId: offer.scopeId, piece: offer.kind === 'list' ? '' : offer.piece }
}

/** What is left of the offers while some are put off. */
export const notPutOff = (offers: readonly Offer[], putOffs: readonly PutOffKey[]): Offer[] =>
  offers.filter((offer) => {
    const key = keyOf(offer)
    return !putOffs.some(
      ({ action, scopeId, piece }) => action === key.action && scopeId === key.scopeId && piece === key.piece,
    )
  })
