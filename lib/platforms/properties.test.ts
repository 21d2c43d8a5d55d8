/** What must hold for every register there could be. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Register } from '@/lib/platforms/facts'
import { circumstances, good, register, today } from '@/lib/platforms/register.fixture'
import { judgeRegister, type RegisterJudgement } from '@/lib/platforms/rules'
import {
  agreementStates,
  compromises,
  platformHolders,
  shownBesides,
  watchStates,
  yesNo,
} from '@/lib/vocabulary'

const runs = { numRuns: 150 }
const before = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
const dayUntilNow = fc.integer({ min: 0, max: 420 }).map(before)
const dayAround = fc.integer({ min: -120, max: 60 }).map(before)
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  fc.constantFrom<Words[number]>(...words)
const numbered = <Each>(each: fc.Arbitrary<Each>, letter: string) =>
  fc.array(each, { maxLength: 4 }).map((list) => list.map((one, n) => ({ ...one, id: `${letter}${n}` })))

const anyRegister: fc.Arbitrary<Register> = fc
  .record({
    sends: oneOf(['yes', 'yes', 'yes', 'no', 'not_sure']),
    sentOn: dayUntilNow,
    listed: oneOf(yesNo),
    listedOn: dayUntilNow,
    accounts: numbered(
      fc
        .tuple(oneOf(shownBesides), oneOf(platformHolders), dayUntilNow)
        .map(([shows, heldBy, confirmedOn]) =>
          good.account({ shows, heldBy, methods: shows === 'methods' ? ['sms_code'] : [] }, { confirmedOn }),
        ),
      'a',
    ),
    credentials: numbered(
      fc
        .tuple(oneOf(yesNo), oneOf(compromises), fc.option(dayUntilNow), fc.option(dayUntilNow), dayUntilNow)
        .map(([watched, compromise, lastLookedOn, actionOn, confirmedOn]) =>
          good.credential({ watched, compromise, lastLookedOn, actionOn }, { confirmedOn }),
        ),
      'c',
    ),
    thirdParties: numbered(
      fc
        .tuple(oneOf(agreementStates), oneOf(yesNo), fc.option(dayAround), dayUntilNow)
        .map(([agreement, coversUse, endsOn, confirmedOn]) =>
          good.third_party({ agreement, coversUse, endsOn }, { confirmedOn }),
        ),
      't',
    ),
    watched: oneOf(watchStates),
    watchedOn: dayUntilNow,
    audit: fc.option(dayUntilNow),
    trainings: numbered(
      fc
        .tuple(fc.integer({ min: 0, max: 12 }), dayUntilNow)
        .map(([people, givenOn]) => good.training({ people, givenOn })),
      'e',
    ),
  })
  .map((of) =>
    register({
      sending: good.sending({ sends: of.sends }, { confirmedOn: of.sentOn }),
      platforms: [good.platform({ allListed: of.listed }, { confirmedOn: of.listedOn })],
      accounts: of.accounts,
      credentials: of.credentials,
      thirdParties: of.thirdParties,
      monitoring: good.monitoring(
        { activityWatched: of.watched, lastAuditOn: of.audit },
        { confirmedOn: of.watchedOn },
      ),
      trainings: of.trainings,
    }),
  )

const on = (of: Register, day: string) => judgeRegister(of, circumstances({ today: day }))
const key = ({ item, scopeId }: RegisterJudgement) => `${item} ${scopeId}`
const body = ({ verdict, unknownKind, labels, nextAction }: RegisterJudgement) =>
  JSON.stringify([verdict, unknownKind, labels, nextAction])
const byKey = (judged: RegisterJudgement[]) => new Map(judged.map((each) => [key(each), body(each)]))
const order = ['not_met', 'unknown', 'partly_met', 'met', 'not_applicable']

describe('for every register', () => {
  it('each verdict stays as it is until the day it is said to turn, and is another on that day', () => {
    fc.assert(
      fc.property(anyRegister, fc.integer({ min: 1, max: 500 }), (of, days) => {
        const later = before(-days)
        const then = byKey(on(of, later))
        for (const judged of on(of, today)) {
          if (judged.turnsOn === null || later < judged.turnsOn)
            expect(then.get(key(judged)), `${key(judged)} on ${later}`).toBe(body(judged))
          if (judged.turnsOn !== null)
            expect(byKey(on(of, judged.turnsOn)).get(key(judged))).not.toBe(body(judged))
        }
      }),
      runs,
    )
  })

  it('the verdict on the whole is no better than that on any one thing', () => {
    fc.assert(
      fc.property(anyRegister, (of) => {
        const judged = on(of, today)
        for (const one of judged.filter(({ scopeKind }) => scopeKind !== 'organisation')) {
          const whole = judged.find(
            ({ item, scopeKind }) => item === one.item && scopeKind === 'organisation',
          )
          expect(order.indexOf(whole?.verdict ?? '')).toBeLessThanOrEqual(order.indexOf(one.verdict))
        }
      }),
      runs,
    )
  })

  it('the kind of unknown is there if, and only if, the verdict is unknown; met leaves nothing overdue', () => {
    fc.assert(
      fc.property(anyRegister, (of) => {
        for (const { verdict, unknownKind, turnsOn } of on(of, today)) {
          expect(unknownKind !== null).toBe(verdict === 'unknown')
          if (turnsOn !== null) expect(turnsOn > today).toBe(true)
        }
      }),
      runs,
    )
  })

  it('a suspicion without an action is never met, however the rest stands', () => {
    fc.assert(
      fc.property(anyRegister, (of) => {
        const suspected = { ...good.credential({ compromise: 'suspected', actionOn: null }), id: 'suspected' }
        const judged = on({ ...of, credentials: [...of.credentials, suspected] }, today)
        const sends = of.sending?.facts.sends === 'yes'
        if (sends) expect(judged.find(({ item }) => item === 'C2')?.verdict).toBe('not_met')
      }),
      runs,
    )
  })
})
