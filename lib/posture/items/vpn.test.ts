import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, isAsked, type Question, settledAnswers } from '@/lib/guidance/questions'
import { noRulings } from '@/lib/posture/items/facts'
import { vpnVectors } from '@/lib/posture/items/vectors/phones.fixture'
import { expectedOf, judgedVector, outcomeOf, type Vector } from '@/lib/posture/items/vectors/vector.fixture'

test.each(vpnVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

test('trap: Private Relay is no VPN, so one with it and no VPN has both', () => {
  const beside = { iphone_settings: { privateRelay: 'on' } } as const
  const vpn = judgedVector({
    item: 'G8.0',
    piece: 'vpn',
    says: '',
    answers: { personalVpn: 'none' },
    beside,
    verdict: 'met',
  })
  expect(vpn.verdict).toBe('met')
})

type Asking = Readonly<Record<string, Question>>
const anyAnswers = (questions: Asking) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(questions).map(([name, question]) => [
          name,
          fc.constantFrom('unanswered', 'not_sure', ...(question.kind === 'choice' ? question.values : [])),
        ]),
      ),
    )
    .map((answers): AnyAnswers => settledAnswers(questions, answers as never))
const vpnQuestions: Asking = pieceShape('vpn').questions
const iphoneQuestions: Asking = pieceShape('iphone_settings').questions
const anyRulings = fc.record({
  employerVpn: fc.constantFrom('always', 'at_times', 'none', null),
  employerDns: fc.constantFrom('trusted', 'not_trusted', null),
})
const verdicts = (vpn: AnyAnswers, iphone: AnyAnswers, rulings: object) =>
  (['G8.0', 'I3', 'I4'] as const).map((item) => {
    const [piece, answers, beside] =
      item === 'G8.0'
        ? (['vpn', vpn, { iphone_settings: iphone }] as const)
        : (['iphone_settings', iphone, { vpn }] as const)
    return judgedVector({
      ...{ item, piece, answers, beside, says: '', verdict: 'met' },
      context: { rulings: { ...noRulings, ...rulings } },
    } as Vector)
  })

test('whatever is ruled, an answer taken back or not sure never makes General 8, iPhone 3 or iPhone 4 pass', () => {
  const questions = [
    ...Object.keys(vpnQuestions).map((name) => ['vpn', name] as const),
    ...Object.keys(iphoneQuestions).map((name) => ['iphone_settings', name] as const),
  ]
  fc.assert(
    fc.property(
      anyAnswers(vpnQuestions),
      anyAnswers(iphoneQuestions),
      anyRulings,
      fc.constantFrom(...questions),
      fc.constantFrom('unanswered', 'not_sure'),
      (vpn, iphone, rulings, [piece, name], open) => {
        const [asking, answers] = piece === 'vpn' ? [vpnQuestions, vpn] : [iphoneQuestions, iphone]
        const question = asking[name]
        fc.pre(question !== undefined && isAsked(question, answers))
        const less = settledAnswers(asking, { ...answers, [name]: open } as never) as AnyAnswers
        const before = verdicts(vpn, iphone, rulings)
        const after = piece === 'vpn' ? verdicts(less, iphone, rulings) : verdicts(vpn, less, rulings)
        after.forEach(({ item, verdict }, at) => {
          const passed = ['met', 'not_applicable'].includes(before[at]?.verdict ?? '')
          expect([item, passed || !['met', 'not_applicable'].includes(verdict)]).toEqual([item, true])
        })
      },
    ),
    { numRuns: 3000 },
  )
})

test('whatever is ruled, nobody is left with an unknown that neither they nor the organisation can close', () => {
  fc.assert(
    fc.property(anyAnswers(vpnQuestions), anyAnswers(iphoneQuestions), anyRulings, (vpn, iphone, rulings) => {
      for (const { item, verdict, nextAction, labels } of verdicts(vpn, iphone, rulings))
        if (verdict === 'unknown')
          expect([item, nextAction !== null || labels.includes('ruling_awaited')]).toEqual([item, true])
    }),
    { numRuns: 2000 },
  )
})

test('whatever is ruled, who is told to remove a VPN under iPhone 4 is told so under General 8', () => {
  fc.assert(
    fc.property(anyAnswers(vpnQuestions), anyAnswers(iphoneQuestions), anyRulings, (vpn, iphone, rulings) => {
      const [general, , relay] = verdicts(vpn, iphone, rulings)
      if (relay?.nextAction === 'remove_personal_vpn') expect(general?.nextAction).toBe('remove_personal_vpn')
    }),
    { numRuns: 2000 },
  )
})
