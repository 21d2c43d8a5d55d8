/**
 * General 5 for the lines that the organisation holds, as a verdict on the organisation itself: by what its telecom record
 * says of each carrier (guidance section 7, G5.0 to G5.2, "employer-held: organisation"). About nobody's line: which
 * carriers people have lines of the organisation at is theirs to say, so a carrier without a record is not judged.
 */
import type { LabelCode, RulingAction } from '@/lib/guidance/codes'
import { isOpenAnswer, type NoAnswer } from '@/lib/guidance/questions'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import { rulingsOnRecord } from '@/lib/posture/employer-lines'
import type { EmployerLine } from '@/lib/posture/facts'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import type { Ruling } from '@/lib/posture/ruling'
import type { UnknownKind, Verdict } from '@/lib/vocabulary'

export const ownLineItems = ['G5.0', 'G5.1', 'G5.2'] as const
type OwnLineItem = (typeof ownLineItems)[number]

/**
 * @param records the telecom record by carrier
 * @param today a calendar day in the organisation's time zone
 * @param days the interval of lines: what is older is unknown, of the kind "old", and a label says what it was
 * @returns each item once for each carrier on record, and once for the whole
 */
export function judgeOwnLines(
  records: ReadonlyMap<string, EmployerLine>,
  today: string,
  days: number,
): OrganisationJudgement[] {
  return ownLineItems.flatMap((item) => {
    const each = [...records].map(([carrier, record]) => judged(item, carrier, record, { today, days }))
    return [...each, wholeOf(item, each)]
  })
}

type When = { today: string; days: number }

function judged(item: OwnLineItem, carrier: string, record: EmployerLine, when: When): OrganisationJudgement {
  const last = countsUntil(record.checkedOn, when.days)
  const of = { item, scopeKind: 'carrier', scopeId: carrier, confirmedOn: record.checkedOn } as const
  const ruling = rulingOn(item, record)
  if (!ruling)
    return {
      ...of,
      ...{ verdict: 'unknown', labels: [], unknownKind: openIn(item, record), turnsOn: null },
      nextAction: 'say_of_own_lines' satisfies RulingAction,
    }
  const { verdict } = ruling
  const labels = ruling.labels.filter((label) => label !== ofAll)
  if (when.today > last)
    return {
      ...of,
      ...{ verdict: 'unknown', labels: [...labels, `was_${verdict}`], unknownKind: 'old', turnsOn: null },
      nextAction: 'look_at_own_lines_again' satisfies RulingAction,
    }
  const nextAction = actionOn(item, ruling)
  return { ...of, verdict, labels, unknownKind: null, nextAction, turnsOn: dayAfter(last, 1) }
}

/** It is said of all of them, so it tells none apart. */
const ofAll: LabelCode = 'held_by_employer'

function rulingOn(item: OwnLineItem, record: EmployerLine): Ruling | null {
  const { pin, mfa, password } = rulingsOnRecord(record)
  return { 'G5.0': pin, 'G5.1': mfa, 'G5.2': password }[item]
}

/** What was said where nothing was: not sure, or no answer. */
function openIn(item: OwnLineItem, { pin, secondStep, passwordAfterPin }: EmployerLine): NoAnswer {
  const said = { 'G5.0': pin, 'G5.1': secondStep, 'G5.2': passwordAfterPin }[item]
  return isOpenAnswer(said) ? said : 'unanswered'
}

function actionOn(item: OwnLineItem, { verdict, labels }: Ruling): RulingAction | null {
  if (verdict === 'met' || verdict === 'not_applicable') return null
  if (item === 'G5.0') return 'set_pin_on_own_lines'
  if (item === 'G5.2') return 'change_password_for_own_lines'
  return labels.includes('no_online_account')
    ? 'open_online_account_for_own_lines'
    : 'turn_on_second_step_for_own_lines'
}

/** Known bad before unknown, and met only where every carrier is (section 0, scope units). */
const worstFirst: readonly Verdict[] = ['not_met', 'unknown', 'partly_met', 'met', 'not_applicable']
const openFirst: readonly (UnknownKind | null)[] = ['unanswered', 'not_sure', 'old']
const rank = ({ verdict, unknownKind, confirmedOn }: OrganisationJudgement) =>
  `${worstFirst.indexOf(verdict)} ${openFirst.indexOf(unknownKind)} ${confirmedOn}`
const decides = (one: OrganisationJudgement, other: OrganisationJudgement) =>
  rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0

/**
 * The verdict of the carrier that decides, as old as the oldest of them. It may turn when one grows old: to nothing but
 * unknown, and not while another is known to be bad. Without any record nobody was asked.
 */
function wholeOf(item: OwnLineItem, each: readonly OrganisationJudgement[]): OrganisationJudgement {
  const whole = { item, scopeKind: 'organisation', scopeId: wholeOrganisation } as const
  const [deciding] = each.toSorted(decides)
  if (!deciding)
    return {
      ...whole,
      ...{ verdict: 'unknown', labels: [], unknownKind: 'never_asked', confirmedOn: null, turnsOn: null },
      nextAction: 'say_of_own_lines' satisfies RulingAction,
    }
  const isBad = deciding.verdict === 'not_met'
  const turning = each
    .filter(({ verdict }) => verdict === 'not_met' || !isBad)
    .flatMap(({ turnsOn }) => turnsOn ?? [])
    .sort()
  return {
    ...deciding,
    ...whole,
    confirmedOn: each.flatMap(({ confirmedOn }) => confirmedOn ?? []).sort()[0] ?? null,
    turnsOn: (deciding.unknownKind ? null : isBad ? turning.at(-1) : turning[0]) ?? null,
  }
}
