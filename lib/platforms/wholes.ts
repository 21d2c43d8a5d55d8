/** C1 to C4 for the organisation as a whole: what single things come to together, and what is asked of it as one. */
import type { Register } from '@/lib/platforms/facts'
import { monitoringRuling, trainingRuling } from '@/lib/platforms/monitoring'
import { aged, heldBack, openKind, type RegisterRuling, ruled, worstOf } from '@/lib/platforms/rulings'
import { countsUntil } from '@/lib/posture/ageing'

export const registerItems = ['C1', 'C1.cisa', 'C2', 'C2a', 'C2b', 'C2c', 'C3', 'C4'] as const
export type RegisterItem = (typeof registerItems)[number]
/** Days an answer counts, all the organisation's own: that it sends or not, sign-ins, keys, agreements, monitoring, training. */
export type RegisterIntervals = Readonly<
  Record<'sending' | 'signIns' | 'credentials' | 'agreements' | 'monitoring' | 'training', number>
>
export type When = { today: string; intervals: RegisterIntervals }
/** The rulings on single things by item. */
export type ByItem = (item: RegisterItem) => readonly RegisterRuling[]

/** Each item for the organisation. Not a sender: none of them applies. */
export function wholesOf(
  register: Register,
  when: When,
  of: ByItem,
): (readonly [RegisterItem, RegisterRuling])[] {
  const gate = sendingGate(register, when)
  if (gate) return registerItems.map((item) => [item, gate] as const)
  const { today, intervals } = when
  const lists = listsOf(register, when)
  const keys = keysOf(register, when)
  const parts = {
    C2a: worstOf([...of('C2a'), ...keys]),
    C2b: worstOf([...of('C2b'), ...keys]),
    C2c: worstOf([...of('C2c'), ...partiesOf(register, when)]),
  }
  return [
    ['C1', withOthers(worstOf([...of('C1'), ...lists]), register, when)],
    ['C1.cisa', worstOf([...of('C1.cisa'), ...lists])],
    ['C2', worstOf([parts.C2b, parts.C2c, parts.C2a])],
    ['C2a', parts.C2a],
    ['C2b', parts.C2b],
    ['C2c', parts.C2c],
    ['C3', monitoringRuling(register, today, intervals.monitoring)],
    ['C4', trainingRuling(register, today, intervals.training)],
  ]
}

/** Is everybody listed who can sign in? An empty or half list is unknown, never met. */
function listsOf(register: Register, { today, intervals }: When): RegisterRuling[] {
  if (register.platforms.length === 0) return [heldBack('unanswered', { nextAction: 'add_platform' })]
  return register.platforms.map((platform) => {
    const { id: about, facts, confirmedOn } = platform
    const more = { nextAction: 'list_everyone', confirmedOn, about } as const
    const some = register.accounts.some((account) => account.facts.platformId === about)
    const open = openKind(facts.allListed)
    if (open) return heldBack(open, more)
    if (facts.allListed === 'no' || !some)
      return heldBack('unanswered', { ...more, labels: ['list_incomplete'] })
    return aged(ruled('met', { confirmedOn, about }), today, intervals.signIns)
  })
}

/** Met means every user account, all other staff too; these are counted, not listed. */
function withOthers(
  signIns: RegisterRuling,
  { staff }: Register,
  { today, intervals }: When,
): RegisterRuling {
  if (signIns.verdict !== 'met') return signIns
  const more = { nextAction: 'count_other_staff', confirmedOn: staff?.confirmedOn ?? null } as const
  if (!staff || staff.facts.people === null || staff.facts.withMfa === null)
    return worstOf([signIns, heldBack('unanswered', { ...more, labels: ['met_so_far'] })])
  const { people, withMfa } = staff.facts
  const others =
    withMfa >= people
      ? ruled('met', { confirmedOn: staff.confirmedOn })
      : ruled('partly_met', {
          labels: ['others_without_mfa'],
          nextAction: 'turn_on_for_others',
          confirmedOn: staff.confirmedOn,
        })
  const then = aged(others, today, intervals.signIns)
  return worstOf([signIns, then.unknownKind === 'old' ? { ...then, nextAction: 'count_other_staff' } : then])
}

/** What there is to say about keys while none is listed; nothing once one is. */
function keysOf({ credentials, interfaces }: Register, { today, intervals }: When): RegisterRuling[] {
  if (credentials.length > 0) return []
  const open = openKind(interfaces?.facts.credentials)
  const confirmedOn = interfaces?.confirmedOn ?? null
  if (open) return [heldBack(open, { nextAction: 'say_whether_keys_exist', confirmedOn })]
  if (interfaces?.facts.credentials === 'yes')
    return [heldBack('unanswered', { nextAction: 'add_credential', confirmedOn })]
  return [aged(ruled('not_applicable', { confirmedOn }), today, intervals.credentials)]
}

/** The same about third parties. An agency that signs in is one, whatever was said, and is to be named among them. */
function partiesOf(register: Register, when: When): RegisterRuling[] {
  const { thirdParties, interfaces } = register
  const confirmedOn = interfaces?.confirmedOn ?? null
  const [unlisted] = agenciesNotListed(register)
  if (unlisted) {
    const labels = ['agency_not_listed'] as const
    const more =
      thirdParties.length === 0
        ? ({ nextAction: 'add_third_party', confirmedOn } as const)
        : ({ nextAction: 'name_the_agency', confirmedOn: unlisted.confirmedOn, about: unlisted.id } as const)
    return [heldBack('unanswered', { labels, ...more })]
  }
  if (thirdParties.length > 0) return []
  const open = openKind(interfaces?.facts.thirdParties)
  if (open) return [heldBack(open, { nextAction: 'say_whether_others_have_access', confirmedOn })]
  if (interfaces?.facts.thirdParties === 'yes')
    return [heldBack('unanswered', { nextAction: 'add_third_party', confirmedOn })]
  return [aged(ruled('not_applicable', { confirmedOn }), when.today, when.intervals.agreements)]
}

/** Sign-ins that an agency uses and that name none of the third parties. */
const agenciesNotListed = ({ accounts, platforms, thirdParties }: Register) =>
  accounts.filter(
    ({ facts }) =>
      facts.heldBy === 'agency' &&
      platforms.some(({ id }) => id === facts.platformId) &&
      !thirdParties.some(({ id }) => id === facts.thirdPartyId),
  )

/** Whoever sends no messages is not concerned; whoever is not sure does not know any of it. Null: they are sent. */
export function sendingGate({ sending }: Register, { today, intervals }: When): RegisterRuling | null {
  const open = openKind(sending?.facts.sends)
  const nextAction = 'say_whether_messages_are_sent'
  if (!sending || open)
    return heldBack(open ?? 'unanswered', { nextAction, confirmedOn: sending?.confirmedOn ?? null })
  if (sending.facts.sends === 'yes') return null
  const none = aged(ruled('not_applicable', { confirmedOn: sending.confirmedOn }), today, intervals.sending)
  return none.unknownKind === 'old' ? { ...none, nextAction } : none
}

/** The days on which one of these rulings may turn by itself, apart from what single things come to. */
export function daysOfWholes(register: Register, intervals: RegisterIntervals): string[] {
  const { sending, staff, interfaces, monitoring, teaching, platforms, trainings } = register
  return [
    ...turnsAfter([sending?.confirmedOn], intervals.sending),
    ...turnsAfter([staff?.confirmedOn, ...platforms.map((each) => each.confirmedOn)], intervals.signIns),
    ...turnsAfter([interfaces?.confirmedOn], intervals.credentials),
    ...turnsAfter([interfaces?.confirmedOn], intervals.agreements),
    ...turnsAfter([monitoring?.confirmedOn, monitoring?.facts.lastAuditOn], intervals.monitoring),
    ...turnsAfter(
      [teaching?.confirmedOn, ...trainings.map((each) => each.facts.givenOn)],
      intervals.training,
    ),
  ]
}

/** The first day on which an answer of each of these days is old. */
export const turnsAfter = (days: readonly (string | null | undefined)[], interval: number): string[] =>
  days.filter((day) => typeof day === 'string').map((day) => countsUntil(day, interval + 1))
