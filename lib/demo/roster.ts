/** Who is in a made-up organisation: the cast first, then people by their number. The same seed, the same people. */
import type { Role, Tier } from '@/lib/vocabulary'
import { type Dice, diceFrom } from './dice'
import { nameFrom, unitNamesFor } from './names'

export type Member = {
  /** From 0, the cast first. */
  number: number
  id: string
  ref: string
  name: string
  email: string
  role: Role
  tier: Tier
  unitId: string
  /** One of the cast, who joins with a real passkey: their link is handed out when all is made. */
  cast: boolean
  left: boolean
}
export type Unit = { id: string; name: string }

const cast: readonly (readonly [name: string, role: Role, tier: Tier])[] = [
  ['Max', 'administrator', 'standard'],
  ['Kim', 'security', 'standard'],
  ['Sam', 'staff', 'standard'],
  ['Rosa', 'staff', 'highly_targeted'],
  ['Theo', 'staff', 'standard'],
  ['Lee', 'leadership', 'standard'],
  ['Ada', 'auditor', 'standard'],
  ['Otto', 'staff', 'standard'],
]

/** 6 units for a small organisation, 200 for 100,000 people. */
export function unitsFor(seed: string, people: number): Unit[] {
  const dice = diceFrom(`${seed} units`)
  const count = Math.max(6, Math.min(200, Math.round(people / 500)))
  return unitNamesFor(count).map((name) => ({ id: dice.uuid(), name }))
}

/** The person of this number, from 0; `dice` go on to throw for everything else about them. */
export function memberFrom(
  seed: string,
  number: number,
  units: readonly Unit[],
): { member: Member; dice: Dice } {
  const dice = diceFrom(`${seed} person ${number}`)
  const [id, ref] = [dice.uuid(), `P-${dice.uuid().replaceAll('-', '').slice(0, 10).toUpperCase()}`]
  const [name, role, tier] = cast[number] ?? [
    nameFrom(dice),
    roleOf(number),
    dice.chance(0.07) ? 'highly_targeted' : 'standard',
  ]
  const unit = units[number < cast.length ? number % 3 : dice.between(0, units.length - 1)]
  if (!unit) throw new Error('an organisation has at least one unit')
  const inCast = number < cast.length
  const left = name === 'Otto' && inCast
  return {
    member: {
      number,
      id,
      ref,
      name,
      email: inCast ? `${name.toLowerCase()}@example.org` : `person.${number}@example.org`,
      role,
      tier,
      unitId: unit.id,
      cast: inCast && !left,
      left: left || (!inCast && role === 'staff' && dice.chance(0.03)),
    },
    dice,
  }
}

/** One more for security beside Kim, so that what takes two people can be done; then one in 200, and so on. */
function roleOf(number: number): Role {
  if (number === cast.length || number % 200 === 20) return 'security'
  if (number % 300 === 30) return 'leadership'
  if (number % 500 === 40) return 'auditor'
  if (number % 1000 === 50) return 'administrator'
  return 'staff'
}
