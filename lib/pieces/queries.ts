/** One's own pieces, as the pages show them. */
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { sees } from '@/lib/access/permissions'
import { actionMinutes } from '@/lib/guidance/actions'
import { pieceShape } from '@/lib/guidance/pieces'
import { appsThatLink } from '@/lib/guidance/pieces-of-apps'
import { guidanceVersion } from '@/lib/guidance/version'
import { settingsOf } from '@/lib/organisation/queries'
import { type AnsweredFor, answeredFor } from '@/lib/people/names'
import { pieceNamed } from '@/lib/pieces/form'
import { type Inventory, inventoryOf, type PieceInList, piecesIn } from '@/lib/pieces/reading'
import { pieceInterval, type StillOpen } from '@/lib/pieces/rules'
import { vaultAccountId } from '@/lib/pieces/vault'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, freshnessOf } from '@/lib/posture/ageing'
import type { EmployerVpn, RecordsRuling } from '@/lib/posture/items/facts'
import { employerVpnOf, recordsOf } from '@/lib/rulings/store'
import { readHoldings } from '@/lib/today/reading'
import type { Freshness } from '@/lib/vocabulary'

/** An account or a phone line among the pieces: its questions have pages of their own. */
export type HeldPiece = {
  kind: 'account' | 'line'
  id: string
  version: number
  name: string
  mailbox: boolean
  open: StillOpen
  /** To go through its questions. Our own estimate. */
  minutes: number
  confirmedOn: string
  freshness: Freshness
}
export type PiecesPage = Inventory & {
  held: HeldPiece[]
  /** Of everything that is asked: how many wait for nothing more. */
  answered: number
  all: number
}
export type PiecePage = {
  piece: PieceInList
  /** Where an aide answered and its holder has not confirmed: by name. */
  answeredFor: AnsweredFor
  /** Of the phone it is about; null for everything else. */
  platform: string | null
  /** Of all phones listed. */
  platforms: string[]
  /** The version of the guidance it was asked under; null before anything was said. */
  under: string | null
  guidanceVersion: string
  /** The last day on which its answers count; null before anything was said, and where no day ends it. */
  countsUntil: string | null
  /** What the organisation rules on messages on the holder's employer-issued phones (G1.9), where this piece asks for it. */
  records: RecordsRuling | null
  /** How the organisation's own VPN runs, where this piece asks for one; null where nobody ruled. */
  employerVpn: EmployerVpn | null
  /** Whether the security team listed phones since this one, which was not among them, was named (G7.0). */
  modelsListed: boolean
  /** The last day on which the answers count that a weekly look does not renew; null where there are none. */
  besideCountsUntil: string | null
  /** The account a vault without a passphrase of its own hangs on, where that is what to look at; null otherwise. */
  vaultAccountId: string | null
  /** Answers that are not offered: those that cannot be so for this app. */
  leftOut: readonly string[]
  /** The next piece that waits for answers, this one left out. */
  next: PieceInList | null
  today: string
}

const minutesLike = { line: 'add_first_line', account: 'add_that_account' } as const

/** Everything that is asked of oneself, in pieces, with how far each is. */
export const listPieces = query('pieces:read:own', async (scene): Promise<PiecesPage> => {
  const { actor, holder, tx, now } = scene
  const [inventory, { holdings, settings }] = await Promise.all([
    inventoryOf(scene),
    readHoldings(tx, holder, now),
  ])
  const mine = holdings.filter(({ kind }) => sees(actor, kind === 'account' ? 'accounts' : 'lines'))
  const held = mine.map(({ kind, id, version, name, category, open, confirmedOn }) => ({
    ...{ kind, id, version, name, open, confirmedOn },
    minutes: actionMinutes[minutesLike[kind]],
    mailbox: category === 'email',
    freshness: freshnessOf(
      confirmedOn,
      inventory.today,
      settings.intervals[kind === 'account' ? 'accounts' : 'lines'],
    ),
  }))
  const open = [...held, ...piecesIn(inventory)].map((one) => one.open)
  return {
    ...inventory,
    held,
    answered: open.filter((one) => one === null).length,
    all: open.length,
  }
})

/**
 * One piece with what was said. Throws NotThere for what is no piece, for a phone or an app that is not one's own, and
 * for a piece that does not concern that kind of phone.
 */
export const readPiece = query(
  'pieces:read:own',
  async (scene, named: string, scopeId: string | null): Promise<PiecePage> => {
    const { actor, holder, tx } = scene
    const id = pieceNamed(named)
    if (!id) throw new NotThere('piece')
    const [inventory, settings] = await Promise.all([inventoryOf(scene), settingsOf(tx)])
    const all = piecesIn(inventory)
    const of = pieceShape(id).of === 'person' && scopeId === null ? holder : scopeId
    const piece = all.find((one) => one.piece === id && one.scopeId === of)
    if (!piece) throw new NotThere('piece')
    const waiting = all.filter((one) => one !== piece && one.open !== null && one.open !== 'not_sure')
    return {
      piece,
      answeredFor: piece.given && (await answeredFor(tx, piece.given)),
      platform: inventory.phones.find((phone) => phone.id === of)?.platform ?? null,
      platforms: inventory.phones.map((phone) => phone.platform),
      under: piece.under,
      guidanceVersion,
      records: id === 'app_use' ? ((await recordsOf(tx, holder)) ?? 'not_decided') : null,
      modelsListed:
        id === 'this_phone' && inventory.phones.some((phone) => phone.id === of && phone.listedSince),
      employerVpn: id === 'vpn' ? await employerVpnOf(tx) : null,
      countsUntil:
        piece.confirmedOn && pieceShape(id).interval
          ? countsUntil(piece.confirmedOn, pieceInterval(id, settings.intervals))
          : null,
      besideCountsUntil:
        piece.beside && countsUntil(piece.beside.confirmedOn, intervalOf('G6.1', settings.intervals)),
      vaultAccountId: sees(actor, 'accounts') ? await vaultAccountId(tx, holder, piece) : null,
      leftOut: appsThatLink.includes(inventory.apps.find((app) => app.id === of)?.serviceId ?? '')
        ? ['not_offered']
        : [],
      next: waiting.find((one) => one.scopeId === of) ?? waiting[0] ?? null,
      today: inventory.today,
    }
  },
)
