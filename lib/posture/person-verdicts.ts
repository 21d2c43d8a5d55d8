/** What the verdicts on accounts and lines come to for the person (guidance section 0, "Scope units"; G2.1, G2.2). */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { dayAfter } from '@/lib/posture/ageing'
import type { PersonInQuestion } from '@/lib/posture/facts'
import type { Inventory } from '@/lib/posture/inventory'
import { heldBack, judgementsOf, type Ruling, ruled, type UnknownReason, until } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'
import type { Category } from '@/lib/vocabulary'

/** The accounts the guidance names first for enrolment, by service; work and personal ones are told apart. */
const namedFirst: readonly string[] = ['microsoft', 'microsoft-365', 'apple', 'google']
const askedFirst: readonly Category[] = ['email', 'social']
const askedAfter: readonly Category[] = ['messaging', 'cloud', 'finance', 'carrier', 'password_manager']

/** @returns G2.1, G2.2 and the person's G2, G3 and G5. @param units every judgement on the accounts and lines. */
export function judgePerson(inventory: Inventory, units: readonly Judgement[]): Judgement[] {
  const { person } = inventory
  const statedComplete = person.inventory?.statedCompleteOn != null
  const noLines = person.inventory?.noLines ?? false
  const [fido, sms, lines] = [ofItem(units, 'G2'), ofItem(units, 'G3'), ofItem(units, 'G5')]
  const own = (item: ItemId, ruling: Ruling, restsOn: readonly Judgement[]) =>
    judgementsOf('person', person.id, [[item, ruling]], dated(restsOn))
  return [
    stocktaking(inventory),
    ...own('G2.2', enrolment(inventory, fido, statedComplete), fido),
    ...own('G2', rollUp(fido, statedComplete, 'add_first_account'), fido),
    ...own('G3', rollUp(sms, statedComplete, 'add_first_account'), sms),
    ...own('G5', rollUp(lines, noLines, 'add_first_line'), lines),
  ]
}

function ofItem(units: readonly Judgement[], item: ItemId): Judgement[] {
  return units.filter((unit) => unit.item === item)
}

/**
 * A person's verdict on an item from its units: not met if one is, else unknown if one is, else partly met, else met.
 * Not applicable only where nothing is in scope and the person has said so; an empty inventory is unknown.
 */
export function rollUp(units: readonly Judgement[], saidNone: boolean, first: ActionCode): Ruling {
  const inScope = units.filter((unit) => unit.verdict !== 'not_applicable')
  if (inScope.length === 0) {
    if (saidNone) return ruled('not_applicable')
    return units.length === 0 ? heldBack('never_asked', first) : heldBack('unanswered', 'complete_inventory')
  }
  for (const verdict of ['not_met', 'unknown', 'partly_met'] as const) {
    const found = inScope.filter((unit) => unit.verdict === verdict)
    const nextAction = found.map((unit) => unit.nextAction).find((action) => action !== null) ?? null
    if (found.length > 0) {
      return verdict === 'unknown' ? heldBack(reasonOf(found), nextAction) : ruled(verdict, [], nextAction)
    }
  }
  return ruled('met')
}

/** G2.1. Begun, and nothing said of e-mail and social media yet: unknown until the due date, not met after it. */
function stocktaking({ person, accounts }: Inventory): Judgement {
  const { inventory } = person
  const dates = inventory
    ? [inventory.confirmedOn, inventory.statedCompleteOn, inventory.leakReviewDoneOn]
    : []
  const confirmedOn = dates.filter((date) => date !== null).sort()[0] ?? null
  const has = (category: Category) =>
    accounts.some(({ facts }) => facts.category === category) || (inventory?.none.includes(category) ?? false)
  const base = {
    item: 'G2.1',
    scopeKind: 'person',
    scopeId: person.id,
    confirmedOn,
    enteredOn: null,
  } as const
  return { ...base, ...stocktakingRuling(accounts.length, person, has) }
}

function stocktakingRuling(
  accounts: number,
  { inventory, begin }: PersonInQuestion,
  has: (category: Category) => boolean,
): Ruling {
  const first: ActionCode = accounts === 0 ? 'add_first_account' : 'complete_inventory'
  if (accounts === 0 && !inventory) return heldBack('never_asked', first)
  if (!askedFirst.every(has)) {
    if (!begin) return heldBack('unanswered', first)
    if (begin.today > begin.dueOn) return ruled('not_met', [], first)
    return until(heldBack('unanswered', first), dayAfter(begin.dueOn, 1))
  }
  const complete = askedAfter.every(has) && inventory?.statedCompleteOn && inventory.leakReviewDoneOn
  return complete ? ruled('met') : ruled('partly_met', [], 'complete_inventory')
}

/** G2.2: every high-value account that offers FIDO is enrolled, the three the guidance names before all others. */
function enrolment({ readings }: Inventory, totals: readonly Judgement[], statedComplete: boolean): Ruling {
  const inScope = totals.filter(
    ({ scopeId, verdict }) => readings.get(scopeId)?.high && verdict !== 'not_applicable',
  )
  if (inScope.length === 0) {
    if (statedComplete) return ruled('not_applicable')
    return heldBack(totals.length === 0 ? 'never_asked' : 'unanswered', 'complete_inventory')
  }
  const named = inScope.filter(({ scopeId }) => isNamedFirst(readings.get(scopeId)?.account.service?.id))
  const lacking = named.find(({ verdict }) => verdict === 'not_met')
  if (lacking) return ruled('not_met', [], lacking.nextAction)
  const open = inScope.filter(({ verdict }) => verdict === 'unknown')
  const namedIsOpen = named.some(({ verdict }) => verdict === 'unknown')
  const unfinished = inScope.find(({ verdict }) => verdict === 'not_met' || verdict === 'partly_met')
  if (open.length > 0 && (namedIsOpen || !unfinished)) {
    return heldBack(reasonOf(open), open[0]?.nextAction ?? null)
  }
  return unfinished ? ruled('partly_met', [], unfinished.nextAction) : ruled('met')
}

function isNamedFirst(serviceId: string | undefined): boolean {
  return serviceId !== undefined && namedFirst.includes(serviceId)
}

function reasonOf(units: readonly Judgement[]): UnknownReason {
  const reasons = units.map((unit) => unit.unknownKind)
  if (reasons.includes('unanswered')) return 'unanswered'
  return reasons.includes('not_sure') ? 'not_sure' : 'never_asked'
}

function dated(units: readonly Judgement[]): { confirmedOn: string; enteredOn: string }[] {
  return units.flatMap(({ confirmedOn, enteredOn }) =>
    confirmedOn !== null && enteredOn !== null ? [{ confirmedOn, enteredOn }] : [],
  )
}
