/** What is counted for leadership (guidance section 12, items 1 to 8). Closed lists; sentences are in lib/words. */
import type { ItemId } from '@/lib/guidance/codes'
import type { OneOf, Tier, UnknownKind, Verdict } from '@/lib/vocabulary'

/**
 * Counted in people, for the organisation, each tier and each unit. A measure stands after the one it is a part of.
 * Units and tiers are counted in people only: in a small group one person's eight accounts would stand out.
 */
export const peopleMeasures = [
  'started',
  'level_known',
  'level_3_or_less',
  'level_2_or_less',
  'level_1_or_less',
  'level_0',
  'text_opens',
  'weak_fallback',
  'text_forced',
  'number_opens',
  'exposed_by_number',
  'line_without_pin',
  'high_value_without_fido',
  'cannot_mend',
] as const
export type PeopleMeasure = OneOf<typeof peopleMeasures>
/** The measure that every person counted here is counted in too; null: everybody invited. */
export const partOf: Readonly<Record<PeopleMeasure, PeopleMeasure | null>> = {
  started: null,
  level_known: 'started',
  level_3_or_less: 'level_known',
  level_2_or_less: 'level_3_or_less',
  level_1_or_less: 'level_2_or_less',
  level_0: 'level_1_or_less',
  text_opens: 'started',
  weak_fallback: 'text_opens',
  text_forced: 'text_opens',
  number_opens: 'started',
  exposed_by_number: 'text_opens',
  line_without_pin: 'started',
  high_value_without_fido: 'started',
  cannot_mend: 'started',
}

/** Accounts and lines, counted for the whole organisation only. */
export const thingMeasures = [
  'accounts',
  'text_opens',
  'text_second_factor',
  'weak_fallback',
  'text_forced',
  'opens_by_number',
  'high_value',
  'fido_offered',
  'with_fido',
  'lines',
  'carrier_offers_no_pin',
  'pin_possible',
  'with_pin',
  'without_pin',
] as const
export type ThingMeasure = OneOf<typeof thingMeasures>
/** What each is counted out of; null: everything listed. */
export const outOf: Readonly<Record<ThingMeasure, ThingMeasure | null>> = {
  accounts: null,
  text_opens: 'accounts',
  text_second_factor: 'accounts',
  weak_fallback: 'text_second_factor',
  text_forced: 'text_second_factor',
  opens_by_number: 'accounts',
  high_value: 'accounts',
  fido_offered: 'high_value',
  with_fido: 'fido_offered',
  lines: null,
  carrier_offers_no_pin: 'lines',
  pin_possible: 'lines',
  with_pin: 'pin_possible',
  without_pin: 'lines',
}

/**
 * Exceptions, counted for the whole organisation only (guidance section 12, item 8): accepted now · of these, over within
 * 30 days · over, and nothing is known to have been mended.
 */
export const exceptionMeasures = ['open', 'ending', 'lapsed'] as const
export type ExceptionMeasure = OneOf<typeof exceptionMeasures>
/** What each is counted out of; null: everything there is. */
export const exceptionsOutOf: Readonly<Record<ExceptionMeasure, ExceptionMeasure | null>> = {
  open: null,
  ending: 'open',
  lapsed: null,
}

/** One recommendation splits everybody invited into these; each person stands in exactly one. */
export const itemParts = [
  'not_met',
  'partly_met',
  'met',
  'not_applicable',
  'old',
  'not_sure',
  'unanswered',
  'never_asked',
] as const satisfies readonly (Exclude<Verdict, 'unknown'> | UnknownKind)[]
export type ItemPart = OneOf<typeof itemParts>
export type Parts<Value> = Readonly<Record<ItemPart, Value>>
export type Items<Value> = Readonly<Partial<Record<ItemId, Parts<Value>>>>

/** A group that figures are made for. */
export type GroupKey = 'organisation' | Tier | `unit:${string}`

/** One value for each name of a closed list. */
export const recordOf = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>
