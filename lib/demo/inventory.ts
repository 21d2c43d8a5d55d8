/** A made-up person's list as it grows: what is recorded, mended, confirmed and removed each time they sit down to it. */
import type { AccountFacts } from '@/lib/accounts/facts'
import type { LineFacts } from '@/lib/lines/facts'
import { namedFirstAt } from '@/lib/posture/enrolment'
import type { InventoryStatement } from '@/lib/posture/facts'
import { dayOf } from '@/lib/posture/held'
import type { CatalogueService } from '@/lib/services/facts'
import {
  type AskedCategory,
  askedAs,
  askedCategories,
  type Category,
  type NamedFirst,
  type NamedFirstAnswer,
  type NamedFirstAnswers,
} from '@/lib/vocabulary'
import { accountFactsFrom } from './account-answers'
import { type Dice, diceFrom } from './dice'
import { carrierFrom, lineCountFrom, lineFactsFrom } from './line-answers'
import { servicesFor } from './services'
import { type AccountSpecimen, asSpecimen } from './specimens'

export type PlannedAccount = { id: string; service: CatalogueService | null }
export type PlannedLine = { id: string; carrierId: string | null }
export type Plan = {
  accounts: readonly PlannedAccount[]
  lines: readonly PlannedLine[]
  care: number
  doubt: number
  /** Says to have nothing at all. */
  nothing: boolean
  specimen: AccountSpecimen | null
}
export type HeldAccount = PlannedAccount & { facts: AccountFacts }
export type HeldLine = PlannedLine & { facts: LineFacts }
export type Act<Held> = { what: 'recorded' | 'revised' | 'confirmed' | 'removed'; held: Held }
export type Sitting = {
  accounts: readonly Act<HeldAccount>[]
  lines: readonly Act<HeldLine>[]
  inventory: InventoryStatement | null
}

/** What somebody will list in time. */
export function planFrom(dice: Dice, specimen: AccountSpecimen | null = null): Plan {
  const nothing = dice.chance(0.02)
  const lines = Array.from({ length: nothing ? 0 : lineCountFrom(dice) }, () => ({
    id: dice.uuid(),
    carrierId: carrierFrom(dice),
  }))
  const carriers = lines.flatMap(({ carrierId }) => carrierId ?? [])
  const services = nothing ? [] : servicesFor(dice, carriers)
  const accounts = services.map((service) => ({ id: dice.uuid(), service }))
  return {
    accounts,
    lines,
    care: dice.throw(),
    doubt: Number(dice.weighted({ 0: 50, 0.5: 25, 1: 15, 3: 10 })),
    nothing,
    specimen,
  }
}

/** One sitting: `nth` from 0. Takes what is held so far; says what happens to it that day. */
export function sittingFrom(
  dice: Dice,
  {
    plan,
    nth,
    accounts,
    lines,
    at,
    earlier,
  }: {
    plan: Plan
    nth: number
    accounts: readonly HeldAccount[]
    lines: readonly HeldLine[]
    at: Date
    earlier: string
  },
): Sitting {
  const today = dayOf(at)
  const care = Math.min(1, plan.care + 0.12 * nth)
  const held = new Map(accounts.map((account) => [account.id, account]))
  const lineIds = plan.lines.map((line) => line.id)
  const listed = new Set([...held.keys(), ...freshFrom(dice, plan.accounts, nth)])
  const mailboxes = plan.accounts.flatMap(({ id, service }) =>
    listed.has(id) && service?.category === 'email' ? id : [],
  )
  const parents = plan.accounts.flatMap(({ id, service }) =>
    listed.has(id) && service && ['google', 'apple', 'facebook'].includes(service.id) ? id : [],
  )
  const stated = ({ id, service }: PlannedAccount, more = 0): AccountFacts =>
    asSpecimen(
      plan.specimen,
      service,
      accountFactsFrom(dice, {
        id,
        service,
        care: Math.min(1, care + more),
        doubt: plan.doubt,
        mailboxes,
        parents: parents.filter((parent) => parent !== id),
        lines: lineIds,
        today,
      }),
    )
  const accountActs = plan.accounts.flatMap((planned): Act<HeldAccount> | [] => {
    const before = held.get(planned.id)
    if (!before) {
      return listed.has(planned.id) ? { what: 'recorded', held: { ...planned, facts: stated(planned) } } : []
    }
    const thrown = dice.throw()
    if (thrown < 0.015 && nth > 1) return { what: 'removed', held: before }
    if (thrown < 0.22) {
      const { value, valueReasons, lowerReason } = before.facts
      return {
        what: 'revised',
        held: { ...before, facts: { ...stated(planned, 0.3), value, valueReasons, lowerReason } },
      }
    }
    return thrown < 0.88 ? { what: 'confirmed', held: before } : []
  })
  const present = new Map(
    accountActs.flatMap((act) => (act.what === 'removed' ? [] : [[act.held.id, act.held] as const])),
  )
  for (const [id, account] of held) {
    if (!present.has(id) && !accountActs.some((act) => act.held.id === id)) present.set(id, account)
  }
  return {
    accounts: accountActs,
    lines: plan.lines.flatMap((planned) => {
      const carrierAccountId =
        [...present.values()].find(({ service }) => service !== null && service.id === planned.carrierId)
          ?.id ?? null
      const facts = (more: number) =>
        lineFactsFrom(dice, {
          ...planned,
          care: Math.min(1, care + more),
          doubt: plan.doubt,
          carrierAccountId,
          today,
          earlier,
        })
      const before = lines.find((line) => line.id === planned.id)
      if (!before) return { what: 'recorded', held: { ...planned, facts: facts(0) } }
      const thrown = dice.throw()
      if (thrown < 0.25) return { what: 'revised', held: { ...planned, facts: facts(0.3) } }
      return thrown < 0.88 ? { what: 'confirmed', held: before } : []
    }),
    inventory: inventoryFrom(dice, plan, [...present.values()], nth, at),
  }
}

/** The first time most of it; later now and then one more. */
function freshFrom(dice: Dice, accounts: readonly PlannedAccount[], nth: number): string[] {
  return accounts
    .filter((_, at) => (nth === 0 ? at === 0 || dice.chance(0.85) : dice.chance(0.4)))
    .map(({ id }) => id)
}

function inventoryFrom(
  dice: Dice,
  plan: Plan,
  present: readonly HeldAccount[],
  nth: number,
  at: Date,
): InventoryStatement | null {
  const { nothing, lines, specimen } = plan
  const lookedOver = nothing || dice.chance(nth === 0 ? 0.45 : 0.4)
  if (!lookedOver && specimen !== 'all_enrolled') return null
  const apart = diceOfList(plan, 'kinds')
  const has = new Set<Category>(present.map(({ facts }) => askedAs[facts.category]))
  const saidNone = (kind: AskedCategory) =>
    !has.has(kind) && (nothing || (kind === 'business' || kind === 'other' ? apart : dice).chance(0.85))
  const none = askedCategories.filter(saidNone)
  const complete = askedCategories.every((kind) => has.has(kind) || none.includes(kind))
  const noLines = lines.length === 0 && (nothing || dice.chance(0.7))
  const reviewed = dice.chance(0.4)
  const today = dayOf(at)
  return {
    none,
    namedFirst: namedFirstFrom(plan, present),
    noLines,
    leakReviewDoneOn: reviewed ? today : null,
    leakReviewDoneAt: reviewed ? at : null,
    statedCompleteOn: complete && dice.chance(0.75) ? today : null,
    confirmedOn: today,
  }
}

/** Dice of their own for what one list says: the same each time that person sits down to it. */
const diceOfList = ({ accounts, lines }: Plan, what: string) =>
  diceFrom(`${what} ${[...accounts, ...lines].map(({ id }) => id).join()}`)

/** Of Microsoft, Apple and Google what is not listed was said to be none, mostly; whoever takes care answers it. */
function namedFirstFrom(plan: Plan, present: readonly HeldAccount[]): NamedFirstAnswers {
  const dice = diceOfList(plan, 'named first')
  const answersAll = plan.nothing || plan.care >= 0.6 || plan.specimen === 'all_enrolled'
  const answer = (which: NamedFirst): NamedFirstAnswer => {
    const said = dice.weighted<NamedFirstAnswer>({ none: 75, have: 10, unanswered: 15 })
    const listed = present.some(({ service }) => namedFirstAt(service?.id) === which)
    return listed ? 'unanswered' : answersAll ? 'none' : said
  }
  return { microsoft: answer('microsoft'), apple: answer('apple'), google: answer('google') }
}
