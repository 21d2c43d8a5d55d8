/** What the made-up organisation rules on: the apps it reviewed, records law, resolvers, and the phones in its list. */
import type { organisationStatements } from '@/db/schema/pieces'
import type { OrganisationRulings } from '@/lib/posture/items/facts'
import { rulingsIn } from '@/lib/posture/items/rulings'
import { diceFrom } from './dice'
import { beginningOf } from './year'

type Row = typeof organisationStatements.$inferInsert
export type Rulings = {
  statements: (Pick<Row, 'id' | 'topic' | 'key' | 'confirmedOn'> & { facts: Record<string, string | null> })[]
  models: { id: string; platform: string; name: string }[]
  of: OrganisationRulings
}

/** Ids of models are the same in every made-up organisation: nothing else hangs on them. */
const dice = diceFrom('models of phones')
const models = [
  ['iphone', 'Phone maker A, this year’s', null, null, 'yes', 'monthly_or_better'],
  ['iphone', 'Phone maker A, of two years ago', -400, 900, 'yes', 'monthly_or_better'],
  ['iphone', 'Phone maker A, of six years ago', -1800, -60, 'yes', 'less_often'],
  ['android', 'Phone maker B, this year’s', null, 2400, 'yes', 'monthly_or_better'],
  ['android', 'Phone maker B, of three years ago', -700, 500, 'yes', 'less_often'],
  ['android', 'Phone maker C, of five years ago', -1500, -200, 'no', 'less_often'],
].map(([platform, name, latest, updates, store, often]) => ({
  id: dice.uuid(),
  platform: String(platform),
  name: String(name),
  latest: latest as number | null,
  updates: updates as number | null,
  store: String(store),
  often: String(often),
}))

/** @param until the last day of the made-up year; everything was looked at half a year before. */
export function demoRulings(until: Date): Rulings {
  const day = (days: number | null) =>
    days === null ? null : new Date(until.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const confirmedOn = day(-170) ?? ''
  const ids = diceFrom('rulings')
  const ruled = (topic: string, key: string, facts: Record<string, string | null>) => ({
    id: ids.uuid(),
    topic,
    key,
    facts,
    confirmedOn,
  })
  const statements = [
    ruled('app_review', 'signal', { outcome: 'approved' }),
    ruled('app_review', 'whatsapp', { outcome: 'approved_with_limits' }),
    ruled('app_review', 'telegram', { outcome: 'not_approved' }),
    ruled('records', 'employer_phones', { ruling: 'allowed_with_archive' }),
    ruled('employer_dns', '', { trust: 'trusted', otherResolvers: 'not_trusted' }),
    ...models.map((model) =>
      ruled('hardware', model.id, {
        platform: model.platform,
        latestUntil: day(model.latest),
        updatesUntil: day(model.updates),
        hardwareKeyStore: model.store,
        updateFrequency: model.often,
      }),
    ),
  ]
  return { statements, models, of: rulingsIn(statements) }
}

/** The same as rows. */
export const rulingRows = (until: Date, by: string): Row[] =>
  demoRulings(until).statements.map((statement) => ({
    ...statement,
    enteredAt: beginningOf(until),
    answeredBy: by,
    validFrom: beginningOf(until),
    validTo: null,
  }))
