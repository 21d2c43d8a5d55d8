/** G1.3 for each messaging app in use, and G1.9 for the phones of the employer, as they enter totals. Pure. */
import type { RulingAction, RulingLabel } from '@/lib/guidance/codes'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { AppReview, OrganisationRulings } from '@/lib/posture/items/facts'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import type { Verdict } from '@/lib/vocabulary'

type Stated = { on: string; interval: number; today: string }
type Known = { verdict: Verdict; labels?: readonly RulingLabel[]; nextAction: RulingAction | null }

/**
 * @param appsInUse service ids, and `own` for apps named freely; an app nobody uses is not judged.
 * @param days the organisation's yearly interval, in days.
 * @returns one judgement of G1.3 for each app in use, and one of G1.9.
 */
export function judgeRulings(
  appsInUse: readonly string[],
  rulings: OrganisationRulings & { recordsOn: string | null },
  today: string,
  days: number,
): OrganisationJudgement[] {
  const records = rulings.recordsOn
  return [
    ...appsInUse.map((app) => reviewOf(app, rulings.appReviews[app], { today, interval: days })),
    records === null
      ? unknown('G1.9', 'organisation', wholeOrganisation, 'never_asked', 'decide_on_records')
      : rulings.records === 'not_decided' || rulings.records === null
        ? {
            ...unknown('G1.9', 'organisation', wholeOrganisation, 'unanswered', 'decide_on_records'),
            confirmedOn: records,
          }
        : known(
            { item: 'G1.9', scopeKind: 'organisation', scopeId: wholeOrganisation },
            { verdict: 'met', nextAction: null },
            { on: records, interval: days, today },
            'look_at_records_again',
          ),
  ]
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
