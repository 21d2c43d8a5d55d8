/**
 * C1 to C4 of the summary of CTIA practices, and beside C1 what CISA's General 2 and 3 say of the same sign-ins
 * (guidance section 11). Facts, today and the organisation's intervals in; verdicts out.
 */
import type { Register } from '@/lib/platforms/facts'
import { agreementRuling, compromiseRuling, endsSoonDays, watchedRuling } from '@/lib/platforms/interfaces'
import { aged, type RegisterRuling } from '@/lib/platforms/rulings'
import { cisaRuling, ctiaRuling, type SignIn } from '@/lib/platforms/sign-ins'
import {
  daysOfWholes,
  type RegisterIntervals,
  type RegisterItem,
  sendingGate,
  turnsAfter,
  wholesOf,
} from '@/lib/platforms/wholes'
import { countsUntil } from '@/lib/posture/ageing'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import type { ServiceFacts } from '@/lib/services/facts'
import type { OrganisationScopeKind } from '@/lib/vocabulary'

export type Circumstances = {
  /** A calendar day in the organisation's time zone. */
  today: string
  intervals: RegisterIntervals
  services: ReadonlyMap<string, ServiceFacts>
}
export type RegisterJudgement = Omit<OrganisationJudgement, 'item' | 'labels' | 'nextAction'> & {
  item: RegisterItem
  labels: RegisterRuling['labels']
  nextAction: RegisterRuling['nextAction']
  /** The entry that the next action is about; not stored. */
  about: string | null
}

/**
 * Judges the register: each of the items for the organisation, C1 and C1.cisa for each sign-in, C2a and C2b for each
 * key, C2c for each third party. A verdict that rests on an old answer is unknown, with a label that says what it was.
 * @returns judgements with the first day on which each will differ though nobody says anything
 */
export function judgeRegister(register: Register, circumstances: Circumstances): RegisterJudgement[] {
  const { today } = circumstances
  const units = sendingGate(register, circumstances) ? [] : unitsOf(register, circumstances)
  return [
    ...judgedAsWhole(register, circumstances, units),
    ...units.map((unit) => {
      const ruling = unit.on(today)
      const turnsOn = coming(unit.days, today).find((day) => !same(unit.on(day), ruling)) ?? null
      return { item: unit.item, scopeKind: unit.scopeKind, scopeId: unit.scopeId, ...ruling, turnsOn }
    }),
  ]
}

/** The sign-ins whose platform is in the register, with what is known of its service. */
export function signInsOf(register: Register, services: ReadonlyMap<string, ServiceFacts>): SignIn[] {
  const platforms = new Map(register.platforms.map((platform) => [platform.id, platform]))
  return register.accounts.flatMap((account) => {
    const platform = platforms.get(account.facts.platformId)
    if (!platform) return []
    const { serviceId } = platform.facts
    return [{ account, platform, service: serviceId === null ? null : (services.get(serviceId) ?? null) }]
  })
}

/** One thing in the register under one item: what it is on a day, and the days on which that may turn by itself. */
type Unit = {
  item: RegisterItem
  scopeKind: OrganisationScopeKind
  scopeId: string
  on: (day: string) => RegisterRuling
  days: readonly string[]
}

function unitsOf(register: Register, { intervals, services }: Circumstances): Unit[] {
  const { signIns, credentials, agreements } = intervals
  return [
    ...signInsOf(register, services).flatMap((signIn): Unit[] => {
      const { account, platform } = signIn
      const byCisa = cisaRuling(signIn)
      const days = turnsAfter([account.confirmedOn, platform.confirmedOn], signIns)
      const of = { scopeKind: 'platform_account', scopeId: account.id, days } as const
      return [
        { ...of, item: 'C1', on: (day) => ctiaRuling(signIn, day, signIns) },
        { ...of, item: 'C1.cisa', on: (day) => aged(byCisa, day, signIns) },
      ]
    }),
    ...register.credentials.flatMap((credential): Unit[] => {
      const days = turnsAfter([credential.confirmedOn, credential.facts.lastLookedOn], credentials)
      const of = { scopeKind: 'credential', scopeId: credential.id, days } as const
      return [
        { ...of, item: 'C2a', on: (day) => watchedRuling(credential, day, credentials) },
        { ...of, item: 'C2b', on: (day) => compromiseRuling(credential, day, credentials) },
      ]
    }),
    ...register.thirdParties.map((party): Unit => {
      const { endsOn } = party.facts
      const ends = endsOn === null ? [] : [countsUntil(endsOn, -endsSoonDays), countsUntil(endsOn, 1)]
      return {
        item: 'C2c',
        scopeKind: 'third_party',
        scopeId: party.id,
        on: (day) => agreementRuling(party, day, agreements),
        days: [...turnsAfter([party.confirmedOn], agreements), ...ends],
      }
    }),
  ]
}

/** The organisation's own verdicts, and the day each turns: found by going through the days on which anything does. */
function judgedAsWhole(
  register: Register,
  { today, intervals }: Circumstances,
  units: readonly Unit[],
): RegisterJudgement[] {
  const rulings = units.map(({ on }) => on(today))
  const onDay = (day: string) =>
    wholesOf(register, { today: day, intervals }, (item) =>
      rulings.filter((_, place) => units[place]?.item === item),
    )
  const now = onDay(today)
  const turns = new Map<RegisterItem, string>()
  const places = placesByDay(units)
  for (const day of coming([...places.keys(), ...daysOfWholes(register, intervals)], today)) {
    if (turns.size === now.length) break
    for (const place of places.get(day) ?? []) {
      const then = units[place]?.on(day)
      if (then) rulings[place] = then
    }
    onDay(day).forEach(([item, ruling], place) => {
      const before = now[place]?.[1]
      if (before && !turns.has(item) && !same(ruling, before)) turns.set(item, day)
    })
  }
  return now.map(([item, ruling]) => ({
    item,
    scopeKind: 'organisation',
    scopeId: wholeOrganisation,
    ...ruling,
    turnsOn: turns.get(item) ?? null,
  }))
}

/** Which units may turn on which day. */
function placesByDay(units: readonly Unit[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  units.forEach(({ days }, place) => {
    for (const day of days) {
      const known = places.get(day)
      if (known) known.push(place)
      else places.set(day, [place])
    }
  })
  return places
}

/** The days after today, each once, in order. */
const coming = (days: readonly string[], today: string) =>
  [...new Set(days)].filter((day) => day > today).sort()

/** Alike for whoever reads it: the day it rests on and what it is about may differ. */
const same = (one: RegisterRuling, other: RegisterRuling) =>
  one.verdict === other.verdict &&
  one.unknownKind === other.unknownKind &&
  one.nextAction === other.nextAction &&
  one.labels.join() === other.labels.join()
