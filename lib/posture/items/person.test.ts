import { describe, expect, test } from 'vitest'
import type { PersonInPieces, Said } from '@/lib/posture/items/facts'
import { noRulings } from '@/lib/posture/items/facts'
import { judgePieces } from '@/lib/posture/items/rules'
import { personVectors } from '@/lib/posture/items/vectors/person.fixture'
import { expectedOf, outcomeOf, today } from '@/lib/posture/items/vectors/vector.fixture'

describe('what is said of a person’s own habits', () => {
  test.each(personVectors.map((vector) => [vector.item, vector.says, vector] as const))(
    '%s: %s',
    (_, __, vector) => {
      expect(outcomeOf(vector)).toEqual(expectedOf(vector))
    },
  )
})

const rosa = (said: PersonInPieces['said']): PersonInPieces => ({
  id: 'rosa',
  tier: 'standard',
  askedOn: '2026-11-02',
  said,
  phones: [],
  apps: [],
  saidNone: { phone: null, app: null },
  vaultAccounts: { apple: null, google: null },
})
const judged = (said: PersonInPieces['said']) =>
  judgePieces(rosa(said), { today, daysToBegin: { standard: 30, highly_targeted: 14 }, rulings: noRulings })
const underFirst = <Facts>(facts: Facts) =>
  ({ facts, confirmedOn: '2026-11-10', enteredOn: '2026-11-10', guidanceVersion: '1.0' }) as Said<never> & {
    facts: Facts
  }

test('who read version 1.0 reads 2.0 anew; what 1.0 asked already is not asked again', () => {
  const verdicts = judged({
    guidance: underFirst({ read: 'yes' }),
    odd_event: underFirst({ knowsWhomToTell: 'yes' }),
  })
  const of = (item: string) => verdicts.find((one) => one.item === item)
  expect(of('CISA-0')).toMatchObject({
    verdict: 'unknown',
    unknownKind: 'never_asked',
    labels: ['guidance_changed'],
  })
  expect(of('R')).toMatchObject({ verdict: 'met', labels: [] })
})

test('an answer to what came with 2.0, given under 1.0, stands and says that the guidance changed', () => {
  const verdicts = judged({
    odd_messages: underFirst({
      unknownLinks: 'never',
      groupInvites: 'always',
      alertAsksForCode: 'not_sure',
      knowsReport: 'yes',
      lastPracticeOn: null,
      reportedEvents: 'unanswered',
    }),
  })
  expect(verdicts.find(({ item }) => item === 'G1.4')).toMatchObject({
    verdict: 'met',
    labels: ['guidance_changed'],
  })
})
