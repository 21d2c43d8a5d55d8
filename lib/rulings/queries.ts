import type { Tx } from '@/db/client'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { sentNames } from '@/lib/messaging/sent'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { freshnessOf } from '@/lib/posture/ageing'
import { allPhones, recordsIn } from '@/lib/posture/items/records'
import { appReviewsIn } from '@/lib/posture/items/rulings'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import { type DeviceGroup, deviceGroups } from '@/lib/rulings/groups'
import { appsInUse, mayReview } from '@/lib/rulings/judging'
import { judgeRulings, scopeOf } from '@/lib/rulings/rules'
import { isEnd, type RulingRow, rulingHistory, rulingsNow, rulingTexts } from '@/lib/rulings/store'
import { ownApps, type Topic } from '@/lib/rulings/topics'
import { phonesWaiting } from '@/lib/rulings/waiting'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Freshness } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type StatedRuling = {
  key: string
  /** The app, carrier, model or group of phones; '' for what there is one of, and for apps named freely. */
  name: string
  facts: AnyAnswers
  texts: Readonly<Record<string, string>>
  checkedOn: string
  freshness: Freshness
}
export type AppOnPage = {
  key: string
  name: string
  /** Null where they are fewer than the smallest group, and in use; 0 where nobody uses it. Of a name sent in, who sent it. */
  people: number | null
  /** Its users sent its name in; or they named it and did not. Null for one of the catalogue. */
  named: 'sent' | 'not_sent' | null
  review: StatedRuling | null
  /** Judged as of today; null where nobody uses it. */
  judged: OrganisationJudgement | null
}
export type GroupOnPage = DeviceGroup & { stated: StatedRuling; judged: OrganisationJudgement | null }
export type RulingsPage = {
  apps: AppOnPage[]
  records: {
    /** For the whole: decided when it is decided for all phones and for each group that has its own. */
    judged: OrganisationJudgement
    /** Those with a ruling, all phones first. */
    groups: GroupOnPage[]
    /** Whether there is one for all phones. */
    forAll: boolean
    /** Groups that could have one and have none. */
    free: DeviceGroup[]
  }
  resolver: StatedRuling | null
  vpn: StatedRuling | null
  models: StatedRuling[]
  /** Phones whose holders named a model that is not in the list; null where they are fewer people than the smallest group. */
  phonesWaiting: number | null
  lines: StatedRuling[]
  today: string
}

/** All that the organisation rules on, judged from the facts as of today, so that the page never waits for the clock. */
export const readRulings = query('rulings:read', async ({ tx, now }): Promise<RulingsPage> => {
  const [rows, waiting, apps, sent, services, groups, { timeZone, intervals, smallestGroup }] =
    await Promise.all([
      rulingsNow(tx),
      phonesWaiting(tx),
      appsInUse(tx),
      sentNames(tx),
      servicesAsCorrected(tx),
      deviceGroups(tx),
      settingsOf(tx),
    ])
  const today = dayOf(now, timeZone)
  const shown = (row: RulingRow) => statedOf(row, today, intervals.yearly, services.get(row.key)?.name ?? '')
  const of = (topic: Topic) => rows.filter((row) => row.topic === topic).map(shown)
  const reviews = of('app_review').filter(({ key }) => key !== ownApps)
  const judged = judgeRulings(
    [...apps.keys()],
    { appReviews: appReviewsIn(rows), records: recordsIn(rows) },
    today,
    intervals.yearly,
  )
  const keys = [...new Set([...apps.keys(), ...sent.keys(), ...reviews.map(({ key }) => key)])]
  return {
    apps: keys
      .map((key) => ({
        key,
        name:
          services.get(key)?.name ??
          sent.get(key) ??
          reviews.find((review) => review.key === key)?.name ??
          '',
        people: sent.has(key) ? (apps.get(key) ?? 0) : countShown(apps.get(key) ?? 0, smallestGroup),
        named: sent.has(key) ? ('sent' as const) : key === ownApps ? ('not_sent' as const) : null,
        review: reviews.find((review) => review.key === key) ?? null,
        judged: judged.find(({ item, scopeId }) => item === 'G1.3' && scopeId === key) ?? null,
      }))
      .sort((a, b) => (apps.get(b.key) ?? 0) - (apps.get(a.key) ?? 0)),
    records: recordsOnPage(
      groups,
      rows.filter((row) => row.topic === 'records' && !isEnd(row)).map(shown),
      judged,
    ),
    resolver: of('employer_dns')[0] ?? null,
    vpn: of('employer_vpn')[0] ?? null,
    models: of('hardware').sort((a, b) => a.name.localeCompare(b.name, 'en')),
    phonesWaiting: countShown(waiting.people, smallestGroup) === null ? null : waiting.phones,
    lines: of('employer_lines'),
    today,
  }
})

function recordsOnPage(
  groups: readonly DeviceGroup[],
  stated: readonly StatedRuling[],
  judged: readonly OrganisationJudgement[],
): RulingsPage['records'] {
  const ofG19 = (kind: OrganisationJudgement['scopeKind'], id: string) =>
    judged.find(({ item, scopeKind, scopeId }) => item === 'G1.9' && scopeKind === kind && scopeId === id)
  const whole = ofG19('organisation', wholeOrganisation)
  if (!whole) throw new Error('G1.9 was not judged')
  const rulingOf = ({ key }: DeviceGroup) => stated.find((one) => one.key === key)
  return {
    judged: whole,
    groups: groups.flatMap((group) => {
      const ruling = rulingOf(group)
      return ruling
        ? [{ ...group, stated: ruling, judged: ofG19('device_group', scopeOf(group.key)) ?? null }]
        : []
    }),
    forAll: stated.some(({ key }) => key === allPhones),
    free: groups.filter((group) => group.key !== allPhones && !group.retired && !rulingOf(group)),
  }
}

export type RulingPage = {
  topic: Topic
  key: string
  name: string
  version: number
  /** It is about the phones of a unit that nobody is put into any more. */
  retired: boolean
  /** Null where nothing was stated, or where a group has no ruling of its own any more. */
  now: StatedRuling | null
  /** What was stated before, the latest first, with who said it. */
  history: (StatedRuling & { id: string; by: string; enteredAt: Date })[]
  today: string
}

/** One ruling with its history, or the empty form of one. Throws NotThere for an app, carrier, model or group there is not. */
export const readRuling = query(
  'rulings:read',
  async ({ tx, now }, topic: Topic, key: string): Promise<RulingPage> => {
    const [rows, sent, services, groups, { timeZone, intervals }] = await Promise.all([
      rulingHistory(tx, topic, key),
      topic === 'app_review' ? sentNames(tx) : new Map<string, string>(),
      servicesAsCorrected(tx),
      topic === 'records' ? deviceGroups(tx) : [],
      settingsOf(tx),
    ])
    const today = dayOf(now, timeZone)
    const group = groups.find((one) => one.key === key)
    const begun = rows[0] !== undefined && !isEnd(rows[0])
    if (
      topic === 'records' ? !group || (group.retired && !begun) : !begun && !(await mayBegin(tx, topic, key))
    )
      throw new NotThere('ruling')
    const named = key === allPhones ? '' : (group?.name ?? services.get(key)?.name ?? sent.get(key) ?? '')
    const names = await namesOf(tx, [...new Set(rows.map(({ answeredBy }) => answeredBy))])
    const history = rows.map((row) => ({
      ...statedOf(row, today, intervals.yearly, named),
      id: row.id,
      by: names.get(row.answeredBy) ?? '',
      enteredAt: row.enteredAt,
    }))
    return {
      topic,
      key,
      name: history[0]?.name ?? named,
      retired: group?.retired ?? false,
      version: rows.length,
      now: begun ? (history[0] ?? null) : null,
      history,
      today,
    }
  },
)

/** The carriers a statement on employer's lines can be made of, by name. */
export const carrierChoices = query('rulings:read', async ({ tx }) =>
  [...(await servicesAsCorrected(tx)).values()]
    .filter(({ category }) => category === 'carrier')
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en')),
)

export type ModelChoice = { id: string; name: string; platform: string }
/**
 * The models a person may choose among, by name; those taken off the list are left out.
 * @param phone the phone it is for: then only its kind, and the model it has already wherever that stands.
 */
export const hardwareChoices = query(
  'pieces:read:own',
  async ({ tx }, phone?: { platform: string; hardwareId: string | null }): Promise<ModelChoice[]> =>
    (await rulingsNow(tx))
      .filter(({ topic }) => topic === 'hardware')
      .filter(({ key, facts }) =>
        phone
          ? key === phone.hardwareId || (facts.listed === 'yes' && facts.platform === phone.platform)
          : facts.listed === 'yes',
      )
      .map((row) => ({
        id: row.key,
        name: rulingTexts(row).name ?? '',
        platform: String(row.facts.platform),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
)

async function mayBegin(tx: Tx, topic: Topic, key: string): Promise<boolean> {
  if (topic !== 'app_review' && topic !== 'employer_lines') return key === ''
  const category = (await servicesAsCorrected(tx)).get(key)?.category
  if (topic === 'employer_lines') return category === 'carrier'
  return mayReview(tx, key, category)
}

function statedOf(row: RulingRow, today: string, interval: number, named: string): StatedRuling {
  const texts = rulingTexts(row)
  return {
    key: row.key,
    name: texts.name ?? named,
    facts: row.facts,
    texts,
    checkedOn: row.confirmedOn,
    freshness: freshnessOf(row.confirmedOn, today, interval),
  }
}

const countShown = (people: number, smallest: number) => (people === 0 || people >= smallest ? people : null)
