/**
 * C1 to C4 of the summary of CTIA practices, and beside C1 what CISA's General 2 and 3 say of the same sign-ins
 * (guidance section 11). Facts, today and the organisation's intervals in; verdicts out.
 */
import type { OrganisationItem } from '@/lib/guidance/codes'
import type { Register, Stated } from '@/lib/platforms/facts'
import { agreementRuling, compromiseRuling, endsSoonDays, watchedRuling } from '@/lib/platforms/interfaces'
import { monitoringRuling, trainingRuling } from '@/lib/platforms/monitoring'
import { aged, heldBack, openKind, type RegisterRuling, ruled, worstOf } from '@/lib/platforms/rulings'
import { cisaRuling, ctiaRuling, type SignIn } from '@/lib/platforms/sign-ins'
import { countsUntil } from '@/lib/posture/ageing'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import type { ServiceFacts } from '@/lib/services/facts'
import type { OrganisationScopeKind } from '@/lib/vocabulary'

export const registerItems = ['C1', 'C1.cisa', 'C2', 'C2a', 'C2b', 'C2c', 'C3', 'C4'] as const
export type RegisterItem = (typeof registerItems)[number]
/** Days an answer counts, all the organisation's own: that it sends or not, sign-ins, keys, agreements, monitoring, training. */
export type RegisterIntervals = Readonly<
  Record<'sending' | 'signIns' | 'credentials' | 'agreements' | 'monitoring' | 'training', number>
>
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
  const known = knownOf(register, circumstances)
  const now = judgedOn(circumstances.today, known)
  const turns = new Map<string, string>()
  for (const day of comingDays(register, circumstances)) {
    if (turns.size === now.length) break
    const then = new Map(judgedOn(day, known).map((judged) => [keyOf(judged), bodyOf(judged)]))
    for (const judged of now) {
      const key = keyOf(judged)
      if (!turns.has(key) && then.get(key) !== bodyOf(judged)) turns.set(key, day)
    }
  }
  return now.map((judged) => ({ ...judged, turnsOn: turns.get(keyOf(judged)) ?? null }))
}

type Known = { register: Register; intervals: RegisterIntervals; signIns: readonly SignIn[]; cisa: Cisa }
type Cisa = ReadonlyMap<string, RegisterRuling>
type Judged = Omit<RegisterJudgement, 'turnsOn'>

function knownOf(register: Register, { intervals, services }: Circumstances): Known {
  const signIns = signInsOf(register, services)
  return {
    register,
    intervals,
    signIns,
    cisa: new Map(signIns.map((signIn) => [signIn.account.id, cisaRuling(signIn)])),
  }
}

/** The sign-ins whose platform is in the register, with what is known of its service. */
export function signInsOf(register: Register, services: ReadonlyMap<string, ServiceFacts>): SignIn[] {
  return register.accounts.flatMap((account) => {
    const platform = register.platforms.find(({ id }) => id === account.facts.platformId)
    if (!platform) return []
    const { serviceId } = platform.facts
    return [{ account, platform, service: serviceId === null ? null : (services.get(serviceId) ?? null) }]
  })
}

function judgedOn(today: string, { register, intervals, signIns, cisa }: Known): Judged[] {
  const gate = sendingGate(register, today, intervals.sending)
  const units: [RegisterItem, OrganisationScopeKind, string, RegisterRuling][] = gate
    ? []
    : [
        ...signIns.flatMap((signIn): [RegisterItem, OrganisationScopeKind, string, RegisterRuling][] => {
          const { id } = signIn.account
          const byCisa = cisa.get(id) ?? cisaRuling(signIn)
          return [
            ['C1', 'platform_account', id, ctiaRuling(signIn, today, intervals.signIns)],
            ['C1.cisa', 'platform_account', id, aged(byCisa, today, intervals.signIns)],
          ]
        }),
        ...register.credentials.flatMap(
          (credential): [RegisterItem, OrganisationScopeKind, string, RegisterRuling][] => [
            ['C2a', 'credential', credential.id, watchedRuling(credential, today, intervals.credentials)],
            ['C2b', 'credential', credential.id, compromiseRuling(credential, today, intervals.credentials)],
          ],
        ),
        ...register.thirdParties.map(
          (party): [RegisterItem, OrganisationScopeKind, string, RegisterRuling] => [
            'C2c',
            'third_party',
            party.id,
            agreementRuling(party, today, intervals.agreements),
          ],
        ),
      ]
  const of = (item: RegisterItem) => units.filter(([each]) => each === item).map(([, , , ruling]) => ruling)
  const wholes = gate
    ? registerItems.map((item) => [item, gate] as const)
    : wholesOf(register, { today, intervals }, of)
  return [
    ...wholes.map(([item, ruling]) => ({ item, ...scope('organisation', wholeOrganisation), ...ruling })),
    ...units.map(([item, kind, id, ruling]) => ({ item, ...scope(kind, id), ...ruling })),
  ]
}

const scope = (scopeKind: OrganisationScopeKind, scopeId: string) => ({ scopeKind, scopeId })

/** Whoever sends no messages is not concerned; whoever is not sure does not know any of it. Null: they are sent. */
function sendingGate({ sending }: Register, today: string, interval: number): RegisterRuling | null {
  const open = openKind(sending?.facts.sends)
  const nextAction = 'say_whether_messages_are_sent'
  if (!sending || open)
    return heldBack(open ?? 'unanswered', { nextAction, confirmedOn: sending?.confirmedOn ?? null })
  if (sending.facts.sends === 'yes') return null
  const none = aged(ruled('not_applicable', { confirmedOn: sending.confirmedOn }), today, interval)
  return none.unknownKind === 'old' ? { ...none, nextAction } : none
}

type When = { today: string; intervals: RegisterIntervals }
type ByItem = (item: RegisterItem) => RegisterRuling[]

function wholesOf(register: Register, when: When, of: ByItem): (readonly [RegisterItem, RegisterRuling])[] {
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

/** The same about third parties. An agency that signs in is one, whatever was said. */
function partiesOf(
  { accounts, platforms, thirdParties, interfaces }: Register,
  when: When,
): RegisterRuling[] {
  if (thirdParties.length > 0) return []
  const agency = accounts.find(
    ({ facts }) => facts.heldBy === 'agency' && platforms.some(({ id }) => id === facts.platformId),
  )
  const confirmedOn = interfaces?.confirmedOn ?? null
  if (agency)
    return [
      heldBack('unanswered', { labels: ['agency_not_listed'], nextAction: 'add_third_party', confirmedOn }),
    ]
  const open = openKind(interfaces?.facts.thirdParties)
  if (open) return [heldBack(open, { nextAction: 'say_whether_others_have_access', confirmedOn })]
  if (interfaces?.facts.thirdParties === 'yes')
    return [heldBack('unanswered', { nextAction: 'add_third_party', confirmedOn })]
  return [aged(ruled('not_applicable', { confirmedOn }), when.today, when.intervals.agreements)]
}

/** The days after today on which something may turn by itself: an interval or an agreement ends. In order, each once. */
function comingDays(register: Register, { today, intervals }: Circumstances): string[] {
  const { sending, staff, interfaces, monitoring, teaching } = register
  const stated: (Stated<'sending' | 'staff' | 'interfaces' | 'monitoring' | 'teaching'> | null)[] = [
    sending,
    staff,
    interfaces,
    monitoring,
    teaching,
  ]
  const said = [
    ...stated.map((each) => each?.confirmedOn),
    ...[...register.platforms, ...register.accounts, ...register.thirdParties].map(
      (each) => each.confirmedOn,
    ),
    ...register.credentials.flatMap((each) => [each.confirmedOn, each.facts.lastLookedOn]),
    ...register.trainings.map((each) => each.facts.givenOn),
    monitoring?.facts.lastAuditOn,
  ].filter((day) => typeof day === 'string')
  const lengths = [...new Set(Object.values(intervals))]
  const ends = register.thirdParties.flatMap(({ facts }) => (facts.endsOn === null ? [] : [facts.endsOn]))
  const days = [
    ...said.flatMap((day) => lengths.map((length) => countsUntil(day, length + 1))),
    ...ends.flatMap((day) => [countsUntil(day, 1), countsUntil(day, -endsSoonDays)]),
  ]
  return [...new Set(days)].filter((day) => day > today).sort()
}

const keyOf = (of: Pick<Judged, 'item' | 'scopeId'>) => `${of.item} ${of.scopeId}`
const bodyOf = (of: Judged) => [of.verdict, of.unknownKind, of.nextAction, ...of.labels].join()

/** Every item of the register is one of the organisation's. */
registerItems satisfies readonly OrganisationItem[]
