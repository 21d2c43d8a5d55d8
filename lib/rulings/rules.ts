/** G1.3 for each messaging app in use, and G1.9 for the phones of the employer, as they enter totals. Pure. */
import type { RulingAction, RulingLabel } from '@/lib/guidance/codes'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { AppReview, OrganisationRulings } from '@/lib/posture/items/facts'
import { allPhones, type GroupRuling } from '@/lib/posture/items/records'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import { ownApps } from '@/lib/rulings/topics'
import type { Verdict } from '@/lib/vocabulary'

type Stated = { on: string; interval: number; today: string }
type Known = { verdict: Verdict; labels?: readonly RulingLabel[]; nextAction: RulingAction | null }

/**
 * @param appsInUse service ids, ids of names that were sent in, and `own` for those that were not; an app nobody uses is
 * not judged.
 * @param days the organisation's yearly interval, in days.
 * @returns one judgement of G1.3 for each app in use; of G1.9 one for each group of phones with a ruling of its own, and
 * one for the whole.
 */
export function judgeRulings(
  appsInUse: readonly string[],
  rulings: Pick<OrganisationRulings, 'appReviews'> & { records: readonly GroupRuling[] },
  today: string,
  days: number,
): OrganisationJudgement[] {
  const when = { today, interval: days }
  const groups = rulings.records.map((ruling) => ruledFor(ruling, when))
  return [
    ...appsInUse.map((app) =>
      app === ownApps ? namesNotSent : reviewOf(app, rulings.appReviews[app], when),
    ),
    ...groups,
    wholeOf(
      rulings.records.some(({ group }) => group === allPhones)
        ? groups
        : [
            ...groups,
            unknown('G1.9', 'device_group', scopeOf(allPhones), 'never_asked', 'decide_on_records'),
          ],
    ),
  ]
}

/** What the verdict on a group of phones is kept by: the group's key, and a word for all of them. */
export const scopeOf = (group: string) => (group === allPhones ? 'all_phones' : group)

function ruledFor({ group, ruling, checkedOn }: GroupRuling, when: Omit<Stated, 'on'>) {
  if (ruling === 'not_decided')
    return {
      ...unknown('G1.9', 'device_group', scopeOf(group), 'unanswered', 'decide_on_records'),
      confirmedOn: checkedOn,
    }
  return known(
    { item: 'G1.9', scopeKind: 'device_group', scopeId: scopeOf(group) },
    { verdict: 'met', nextAction: null },
    { ...when, on: checkedOn },
    'look_at_records_again',
  )
}

const worstFirst = ['never_asked', 'unanswered', 'old'] as const

/** Decided when it is decided for every group; else what is worst among them. */
function wholeOf(groups: readonly OrganisationJudgement[]): OrganisationJudgement {
  const worst = worstFirst.find((kind) => groups.some(({ unknownKind }) => unknownKind === kind))
  const deciding = groups.find(({ unknownKind }) => unknownKind === (worst ?? null))
  if (!deciding) throw new Error('no group of phones was judged')
  const oldest = groups.flatMap(({ confirmedOn }) => confirmedOn ?? []).sort()[0]
  const first = groups.flatMap(({ turnsOn }) => turnsOn ?? []).sort()[0]
  return {
    ...deciding,
    scopeKind: 'organisation',
    scopeId: wholeOrganisation,
    confirmedOn: worst === 'never_asked' ? null : (oldest ?? null),
    turnsOn: worst ? null : (first ?? null),
  }
}

const outcomes: Readonly<Record<AppReview['outcome'], Known>> = {
  approved: { verdict: 'met', nextAction: null },
  approved_with_limits: { verdict: 'partly_met', labels: ['approved_with_limits'], nextAction: null },
  not_approved: {
    verdict: 'not_met',
    labels: ['in_use_and_not_approved'],
    nextAction: 'offer_an_approved_app',
  },
}

/** Apps whose names only their holders know: whether to send them in is theirs to say. */
const namesNotSent: OrganisationJudgement = {
  ...unknown('G1.3', 'app', ownApps, 'never_asked', 'review_app'),
  labels: ['names_not_sent'],
  nextAction: null,
}

function reviewOf(app: string, review: AppReview | undefined, when: Omit<Stated, 'on'>) {
  if (!review) return unknown('G1.3', 'app', app, 'never_asked', 'review_app')
  return known(
    { item: 'G1.3', scopeKind: 'app', scopeId: app },
    outcomes[review.outcome],
    { ...when, on: review.reviewedOn },
    'look_at_app_again',
  )
}

type Of = Pick<OrganisationJudgement, 'item' | 'scopeKind' | 'scopeId'>

/** What grew old is unknown, and known bad is told however old it is. */
function known(of: Of, { verdict, labels = [], nextAction }: Known, when: Stated, again: RulingAction) {
  const last = countsUntil(when.on, when.interval)
  if (when.today > last && verdict !== 'not_met')
    return {
      ...unknown(of.item, of.scopeKind, of.scopeId, 'old', again),
      labels,
      confirmedOn: when.on,
    } satisfies OrganisationJudgement
  return {
    ...of,
    verdict,
    labels,
    unknownKind: null,
    nextAction,
    confirmedOn: when.on,
    turnsOn: verdict === 'not_met' ? null : dayAfter(last, 1),
  } satisfies OrganisationJudgement
}

function unknown(
  item: Of['item'],
  scopeKind: Of['scopeKind'],
  scopeId: string,
  unknownKind: OrganisationJudgement['unknownKind'],
  nextAction: RulingAction,
): OrganisationJudgement {
  return {
    item,
    scopeKind,
    scopeId,
    verdict: 'unknown',
    labels: [],
    unknownKind,
    nextAction,
    confirmedOn: null,
    turnsOn: null,
  }
}
