/** What a rule says of one item before it is tied to a scope and to dates. */
import type { ActionCode, ItemId, LabelCode } from '@/lib/guidance/codes'
import type { Judgement } from '@/lib/posture/shapes'
import type { Verdict } from '@/lib/vocabulary'

export type Ruling = Pick<Judgement, 'verdict' | 'labels' | 'nextAction' | 'unknownKind' | 'turnsOn'> & {
  /** The day the organisation decided it, 2026-11-23, where it rests on that and on no answer of the person. */
  decidedOn?: string
  /** What it rests on beside the statement it was made from: it is as old as the oldest of them. */
  alsoRestsOn?: Statement
  /** The day this one thing was last looked at, where that is later than the statement as a whole was confirmed. */
  lookedOn?: string
}
export type UnknownReason = NonNullable<Judgement['unknownKind']>
/** Rulings by item, in the order in which they are told. */
export type Rulings = readonly (readonly [ItemId, Ruling])[]
const none: readonly LabelCode[] = []
export type Statement = { confirmedOn: string; enteredOn: string }

/** A known verdict, with its labels and what to do next. */
export function ruled(
  verdict: Exclude<Verdict, 'unknown'>,
  labels: readonly LabelCode[] = none,
  nextAction: ActionCode | null = null,
): Ruling {
  return { verdict, labels, nextAction, unknownKind: null }
}

/** A verdict held back because an answer is missing. */
export function heldBack(
  unknownKind: UnknownReason,
  nextAction: ActionCode | null,
  labels: readonly LabelCode[] = none,
): Ruling {
  return { verdict: 'unknown', labels, nextAction, unknownKind }
}

/** The kind of unknown that several units leave: a question nobody answered comes before "not sure". */
export function reasonOf(units: readonly Pick<Judgement, 'unknownKind'>[]): UnknownReason {
  const reasons = units.map((unit) => unit.unknownKind)
  if (reasons.includes('unanswered')) return 'unanswered'
  return reasons.includes('not_sure') ? 'not_sure' : 'never_asked'
}

/** The same ruling, which will be judged otherwise from that day on though nobody says anything (2026-11-30). */
export const until = (ruling: Ruling, turnsOn: string): Ruling => ({ ...ruling, turnsOn })

/** Ties rulings to one scope and to the oldest of the statements they rest on. */
export function judgementsOf(
  scopeKind: Judgement['scopeKind'],
  scopeId: string,
  rulings: Rulings,
  restsOn: readonly Statement[],
): Judgement[] {
  return rulings.map(([item, ruling]) => {
    const { verdict, labels, nextAction, unknownKind, turnsOn } = ruling
    return {
      ...{ item, scopeKind, scopeId, verdict, labels, nextAction, unknownKind },
      ...datesOf(ruling, restsOn),
      ...(turnsOn ? { turnsOn } : {}),
    }
  })
}

function datesOf({ decidedOn, alsoRestsOn, lookedOn }: Ruling, restsOn: readonly Statement[]) {
  const all = alsoRestsOn ? [...restsOn, alsoRestsOn] : restsOn
  const confirmedOn = oldest(all, 'confirmedOn')
  const later = lookedOn && confirmedOn && lookedOn > confirmedOn ? lookedOn : confirmedOn
  return { confirmedOn: decidedOn ?? later, enteredOn: decidedOn ?? oldest(all, 'enteredOn') }
}

function oldest(statements: readonly Statement[], date: keyof Statement): string | null {
  let found: string | null = null
  for (const statement of statements) {
    if (found === null || statement[date] < found) found = statement[date]
  }
  return found
}
