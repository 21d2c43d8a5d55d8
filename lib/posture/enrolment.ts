/** G2.2: every high-value account that offers FIDO is enrolled, Microsoft, Apple and Google before all others. */
import type { ActionCode } from '@/lib/guidance/codes'
import { fidoTotal } from '@/lib/posture/fido-verdicts'
import { decidingReading, type Inventory } from '@/lib/posture/inventory'
import { heldBack, type Ruling, reasonOf, ruled } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'
import { type NamedFirst, type NamedFirstAnswer, namedFirst } from '@/lib/vocabulary'

/** Work and personal accounts at the same maker are two accounts, and either answers for it. */
const makerOf: Readonly<Record<string, NamedFirst>> = {
  microsoft: 'microsoft',
  'microsoft-365': 'microsoft',
  apple: 'apple',
  google: 'google',
}

/** Which of the three an account at that service is; undefined for all others. */
export const namedFirstAt = (serviceId: string | null | undefined): NamedFirst | undefined =>
  makerOf[serviceId ?? '']

type Unit = Pick<Judgement, 'verdict' | 'unknownKind' | 'nextAction' | 'scopeId'>

/**
 * Met: all are; partly met: the three are, others not; not met: one of the three is without FIDO. Nobody passes who was
 * not asked about each of the three. @param totals G2 of each account.
 */
export function enrolment(inventory: Inventory, totals: readonly Judgement[]): Ruling {
  const { person, readings } = inventory
  const named = totals.flatMap((total) =>
    isNamed(inventory, total) ? [whateverValue(inventory, total)] : [],
  )
  const others = totals.filter((total) => !isNamed(inventory, total) && readings.get(total.scopeId)?.high)
  const inScope = [...named, ...others].filter(({ verdict }) => verdict !== 'not_applicable')
  const lacking = named.find(({ verdict }) => verdict === 'not_met')
  if (lacking) return ruled('not_met', [], lacking.nextAction)

  const said = namedFirst.map((which) => answerOf(inventory, which))
  const nothingAsked = totals.length === 0 && !said.some((answer) => answer === 'have' || answer === 'none')
  if (nothingAsked) return heldBack('never_asked', 'complete_inventory')
  if (said.includes('have')) return heldBack('unanswered', 'add_named_first', ['named_first_not_listed'])
  const namedOpen = named.filter(({ verdict }) => verdict === 'unknown')
  if (said.includes('unanswered')) return heldBack('unanswered', 'complete_inventory')
  if (namedOpen.length > 0) return heldBack(reasonOf(namedOpen), actionOf(namedOpen))
  if (inScope.length === 0) {
    return person.inventory?.statedCompleteOn
      ? ruled('not_applicable')
      : heldBack('unanswered', 'complete_inventory')
  }
  const unfinished = inScope.find(({ verdict }) => verdict === 'not_met' || verdict === 'partly_met')
  if (unfinished) return ruled('partly_met', [], unfinished.nextAction)
  const open = inScope.filter(({ verdict }) => verdict === 'unknown')
  return open.length > 0 ? heldBack(reasonOf(open), actionOf(open)) : ruled('met')
}

/** The statement of the list, where that answers for one of the three. */
export function enrolmentRestsOn(inventory: Inventory): { confirmedOn: string; enteredOn: string }[] {
  const stated = inventory.person.inventory
  const answers = namedFirst.map((which) => answerOf(inventory, which))
  if (!stated || !answers.some((answer) => answer === 'have' || answer === 'none')) return []
  return [{ confirmedOn: stated.confirmedOn, enteredOn: stated.confirmedOn }]
}

/** What was said of one of the three; 'listed' where it is in the list, which answers by itself. */
function answerOf({ person, accounts }: Inventory, which: NamedFirst): NamedFirstAnswer | 'listed' {
  if (accounts.some(({ service }) => namedFirstAt(service?.id) === which)) return 'listed'
  return person.inventory?.namedFirst[which] ?? 'unanswered'
}

const isNamed = ({ readings }: Inventory, { scopeId }: Judgement): boolean =>
  namedFirstAt(readings.get(scopeId)?.account.service?.id) !== undefined

/** One of the three counts whatever its value is set to: a less valuable one is asked for FIDO as well. */
function whateverValue(inventory: Inventory, total: Judgement): Unit {
  const decides = decidingReading(total.scopeId, inventory)
  if (total.verdict !== 'not_applicable' || !decides || decides.high) return total
  const { verdict, unknownKind, nextAction } = fidoTotal({ ...decides, high: true }, 'set_carrier_pin')
  return { scopeId: total.scopeId, verdict, unknownKind, nextAction }
}

function actionOf(units: readonly Unit[]): ActionCode | null {
  return units[0]?.nextAction ?? null
}
