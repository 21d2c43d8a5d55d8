/** What the verdicts on accounts and lines come to for the person (guidance section 0, "Scope units"; G2.1, G2.2). */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { dayAfter } from '@/lib/posture/ageing'
import { enrolment, enrolmentRestsOn } from '@/lib/posture/enrolment'
import type { InventoryStatement, PersonInQuestion } from '@/lib/posture/facts'
import type { Inventory } from '@/lib/posture/inventory'
import { heldBack, judgementsOf, type Ruling, reasonOf, ruled, until } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'
import { type AskedCategory, askedAs, askedCategories } from '@/lib/vocabulary'

/** @returns G2.1, G2.2 and the person's G2, G3 and G5. @param units every judgement on the accounts and lines. */
export function judgePerson(inventory: Inventory, units: readonly Judgement[]): Judgement[] {
  const { person } = inventory
  const statedComplete = person.inventory?.statedCompleteOn != null
  const noLines = person.inventory?.noLines ?? false
  const [fido, sms, lines] = [ofItem(units, 'G2'), ofItem(units, 'G3'), ofItem(units, 'G5')]
  const own = (item: ItemId, ruling: Ruling, restsOn: readonly Judgement[], more: readonly Dated[] = []) =>
    judgementsOf('person', person.id, [[item, ruling]], [...dated(restsOn), ...more])
  return [
    stocktaking(inventory),
    ...own('G2.2', enrolment(inventory, fido), fido, enrolmentRestsOn(inventory)),
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

type ListDates = Pick<InventoryStatement, 'confirmedOn' | 'statedCompleteOn' | 'leakReviewDoneOn'>

/** The oldest day that what was said of the list rests on; null where nothing was said. */
export function listSaidOn(said: ListDates | null): string | null {
  const dates = said ? [said.confirmedOn, said.statedCompleteOn, said.leakReviewDoneOn] : []
  return dates.filter((date) => date !== null).sort()[0] ?? null
}

/** G2.1. Begun, and nothing said of e-mail and social media yet: unknown until the due date, not met after it. */
function stocktaking({ person, accounts }: Inventory): Judgement {
  const { inventory } = person
  const confirmedOn = listSaidOn(inventory)
  const has = (kind: AskedCategory) =>
    accounts.some(({ facts }) => askedAs[facts.category] === kind) ||
    (inventory?.none.includes(kind) ?? false)
  const base = {
    item: 'G2.1',
    scopeKind: 'person',
    scopeId: person.id,
    confirmedOn,
    enteredOn: null,
  } as const
  return { ...base, ...stocktakingRuling(person, has) }
}

const askedAtOnce: readonly AskedCategory[] = ['email', 'social']

function stocktakingRuling(
  { accounts, inventory, begin }: PersonInQuestion,
  has: (kind: AskedCategory) => boolean,
): Ruling {
  const first: ActionCode = accounts.length === 0 ? 'add_first_account' : 'complete_inventory'
  if (accounts.length === 0 && !inventory) return heldBack('never_asked', first)
  if (!askedAtOnce.every(has)) {
    if (!begin) return heldBack('unanswered', first)
    if (begin.today > begin.dueOn) return ruled('not_met', [], first)
    return until(heldBack('unanswered', first), dayAfter(begin.dueOn, 1))
  }
  const reviewedAt = inventory?.leakReviewDoneAt
  const answered = askedCategories.every(has) && inventory?.statedCompleteOn
  if (!answered || !reviewedAt) return ruled('partly_met', [], 'complete_inventory')
  // The leak question is asked of the list as it stands: an account added after that moment was not in it.
  const newer = accounts.some(({ addedAt }) => addedAt !== undefined && addedAt > reviewedAt)
  return newer ? ruled('partly_met', ['added_since_leak_review'], 'review_leaks_again') : ruled('met')
}

type Dated = { confirmedOn: string; enteredOn: string }

function dated(units: readonly Judgement[]): Dated[] {
  return units.flatMap(({ confirmedOn, enteredOn }) =>
    confirmedOn !== null && enteredOn !== null ? [{ confirmedOn, enteredOn }] : [],
  )
}
