/** The phones and messaging apps that a made-up person has, and the pieces that ask about them. */
import { type PieceId, piecesOf } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { guidanceVersion } from '@/lib/guidance/version'
import { dayOf } from '@/lib/posture/held'
import { fieldsOf } from '@/lib/sealing/own'
import type { Answerer } from './aide'
import { type Dice, diceFrom } from './dice'
import { freelyNamedApps, phoneLabels } from './names'
import type { Around, PieceRows } from './pieces'
import type { Member } from './roster'
import { type Rulings, sentNameIds } from './rulings'

/** `model`: as its holder says, where the list does not have it; '' else. */
type Phone = { id: string; platform: string; hardwareId: string | null; model: string }
type App = { id: string; serviceId: string | null }
export type Things = { phones: Phone[]; apps: App[]; none: boolean }

/** The phones and apps somebody has: 1.4 and 2 on average. */
export function thingsFrom(dice: Dice, rulings: Rulings): Things {
  const none = dice.chance(0.02)
  const first = dice.weighted({ iphone: 55, android: 42, other: 3 })
  const platforms = none
    ? []
    : [first, ...(dice.chance(0.4) ? [dice.weighted({ iphone: 5, android: 5 })] : [])]
  const phonesHeld = platforms.map((platform) => {
    const models = rulings.models.filter((model) => model.platform === platform)
    const [model] = models
    const id = dice.uuid()
    const hardwareId = model && dice.chance(0.6) ? dice.pick([model, ...models.slice(1)]).id : null
    const named = hardwareId === null && diceFrom(`${id} model`).chance(0.3)
    return { id, platform, hardwareId, model: named ? 'Maker D, last year' : '' }
  })
  const apps = none
    ? []
    : (['signal', 'whatsapp', 'telegram', 'own'] as const).filter((_, place) =>
        dice.chance([0.55, 0.8, 0.3, 0.15][place] ?? 0),
      )
  return {
    phones: phonesHeld,
    apps: apps.map((app) => ({ id: dice.uuid(), serviceId: app === 'own' ? null : app })),
    none,
  }
}

/** Writes them down as their holder does when they first sit down to it. */
export function recordThings(
  dice: Dice,
  rows: PieceRows,
  { member, key, note }: Pick<Around, 'member' | 'key' | 'note'>,
  things: Things,
  at: Date,
): void {
  const shared = { personId: member.id, createdAt: at, removedAt: null, version: 1 }
  for (const { id, hardwareId, model } of things.phones) {
    const label = dice.chance(0.7) ? dice.pick(phoneLabels) : ''
    rows.phones.push({
      ...shared,
      id,
      hardwareId,
      modelSealed: model === '' ? null : fieldsOf('phones', key).seal(id, 'model', model),
      modelSaidAt: model === '' ? null : at,
      labelSealed: fieldsOf('phones', key).seal(id, 'label', label),
    })
    note(at, 'phone.added', 'phone', id, themselves(member))
  }
  for (const { id, serviceId } of things.apps) {
    const name = dice.pick(freelyNamedApps)
    const ownNameSealed = serviceId ? null : fieldsOf('messaging_apps', key).seal(id, 'own_name', name)
    const sentNameId = serviceId || !diceFrom(`${id} sent`).chance(0.6) ? null : sentNameIds[name]
    const sent = sentNameId ? { sentNameId, sentAt: at } : {}
    rows.messagingApps.push({ ...shared, id, serviceId, ownNameSealed, ...sent })
    note(at, 'messaging_app.added', 'messaging_app', id, themselves(member))
  }
  if (!things.none) return
  for (const of of ['phone', 'app'] as const) {
    const said = { personId: member.id, id: dice.uuid(), of, confirmedOn: dayOf(at), answeredBy: member.id }
    rows.saidNone.push({ ...said, guidanceVersion, onBehalfOf: null, validFrom: at, validTo: null })
    note(at, 'pieces.none_stated', 'pieces', member.id, themselves(member))
  }
}

/** Whoever answers for nobody else. */
export const themselves = ({ id, role }: Member): Answerer => ({ answeredBy: id, onBehalfOf: null, role })

/** Every piece that concerns somebody, and what it is about. */
type Place = { piece: PieceId; scopeId: string; known?: AnyAnswers }
export const placesOf = (things: Things, personId: string): Place[] => [
  ...piecesOf('person').map((piece) => ({ piece, scopeId: personId })),
  ...things.apps.flatMap(({ id }) => piecesOf('app').map((piece) => ({ piece, scopeId: id }))),
  ...things.phones.flatMap(({ id, platform }) =>
    piecesOf('phone', platform).map((piece) => ({
      piece,
      scopeId: id,
      ...(piece === 'this_phone' ? { known: { platform } } : {}),
    })),
  ),
]
