import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { OrganisationItem } from '@/lib/guidance/codes'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import {
  itemsThatTurned,
  organisationVerdictsNow,
  refreshOrganisation,
} from '@/lib/posture/organisation-store'

beforeAll(freshDatabase)
afterAll(dropDatabases)

const judged = (more: Partial<OrganisationJudgement> = {}): OrganisationJudgement => ({
  item: 'C3',
  scopeKind: 'organisation',
  scopeId: wholeOrganisation,
  verdict: 'met',
  labels: [],
  unknownKind: null,
  nextAction: null,
  confirmedOn: '2026-11-02',
  turnsOn: '2027-02-01',
  ...more,
})
const refresh = async (items: OrganisationItem[], judgements: OrganisationJudgement[], at: string) =>
  (await database()).transaction((tx) => refreshOrganisation(tx, items, judgements, new Date(at)))
const all = async () =>
  (await database())
    .select()
    .from(organisationVerdicts)
    .orderBy(asc(organisationVerdicts.validFrom), asc(organisationVerdicts.item))

test('a verdict on the organisation is kept with the time it counted, and written anew only when it differs', async () => {
  await refresh(['C3', 'C4'], [judged(), judged({ item: 'C4' })], '2026-11-02T10:00:00Z')
  await refresh(['C3', 'C4'], [judged(), judged({ item: 'C4' })], '2026-11-03T10:00:00Z')
  expect(await all()).toHaveLength(2)

  await refresh(['C3'], [judged({ verdict: 'not_met', nextAction: 'act' })], '2026-11-04T10:00:00Z')
  const rows = await all()
  expect(rows.map(({ item, verdict, validTo }) => [item, verdict, validTo?.toISOString() ?? null])).toEqual([
    ['C3', 'met', '2026-11-04T10:00:00.000Z'],
    ['C4', 'met', null],
    ['C3', 'not_met', null],
  ])
  expect(rows[0]?.guidanceVersion).not.toBe('2.0')
})

test('what is no longer judged is closed; items of others are left alone', async () => {
  const app = judged({ item: 'G1.3', scopeKind: 'app', scopeId: 'signal' })
  await refresh(['G1.3'], [app], '2026-11-05T10:00:00Z')
  await refresh(['C3', 'C4'], [], '2026-11-06T10:00:00Z')
  const db = await database()
  const now = await db.transaction((tx) => organisationVerdictsNow(tx, ['C3', 'C4', 'G1.3']))
  expect(now).toMatchObject([{ item: 'G1.3', scopeId: 'signal', guidanceVersion: '2.0' }])
})

test('on the day a verdict turns, its item is named', async () => {
  await refresh(['C3'], [judged()], '2026-11-07T10:00:00Z')
  const turned = async (day: string) =>
    (await database()).transaction((tx) => itemsThatTurned(tx, ['C3', 'C4'], day))
  expect(await turned('2027-01-31')).toEqual([])
  expect(await turned('2027-02-01')).toEqual(['C3'])
})
