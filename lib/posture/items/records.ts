/**
 * Whether messages may expire on the phones an employer gave people: one ruling for all of them, and one for each group
 * that has its own (guidance section 4, G1.9, "audience or device group"). Pure.
 */
import type { RecordsRuling } from '@/lib/posture/items/facts'
import type { Tier } from '@/lib/vocabulary'

/** Whose phones a ruling is about, as it is kept: all, those of highly targeted people, or else the id of a unit. */
export const allPhones = ''
export const targetedPhones = 'highly_targeted'
/** In place of a ruling: the group has none of its own any more. */
export const asForAll = 'as_for_all'

/** What of a person decides which ruling is theirs. */
export type Belongs = { tier: Tier; unitId: string | null }
export type GroupRuling = {
  group: string
  ruling: RecordsRuling
  /** The day it was looked at, 2026-11-23. However long ago, it holds until another one does. */
  checkedOn: string
}
type Statement = { topic: string; key: string; facts: object; confirmedOn: string }

/** Where two rulings meet, the first of these holds: what must be kept cannot be had back once it is gone. */
export const strictestFirst = [
  'expiry_forbidden',
  'not_decided',
  'allowed_with_archive',
  'expiry_allowed',
] as const satisfies readonly RecordsRuling[]

/** The rulings that hold now, one for each group that has one. @param statements the current ones, of any topic. */
export function recordsIn(statements: readonly Statement[]): GroupRuling[] {
  return statements.flatMap(({ topic, key, facts, confirmedOn }) => {
    const ruling = strictestFirst.find((word) => 'ruling' in facts && facts.ruling === word)
    return topic === 'records' && ruling ? [{ group: key, ruling, checkedOn: confirmedOn }] : []
  })
}

/**
 * The ruling that holds for one person's employer-issued phones: the strictest of their own groups', else the one for
 * all phones. Null where there is neither.
 */
export function recordsFor({ tier, unitId }: Belongs, rulings: readonly GroupRuling[]): RecordsRuling | null {
  const own = rulings.filter(
    ({ group }) =>
      group !== allPhones && (group === unitId || (tier === 'highly_targeted' && group === targetedPhones)),
  )
  const holding = own.length > 0 ? own : rulings.filter(({ group }) => group === allPhones)
  return strictestFirst.find((word) => holding.some(({ ruling }) => ruling === word)) ?? null
}
