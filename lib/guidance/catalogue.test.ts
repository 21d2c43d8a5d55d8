/** A walk through the catalogue: every item has its words, its question, its rule, and a case for each verdict it can give. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionMinutes } from '@/lib/guidance/actions'
import { type ItemId, itemIds, labelCodes } from '@/lib/guidance/codes'
import { askedAt } from '@/lib/guidance/inventory-questions'
import { items } from '@/lib/guidance/items'
import { type PieceId, pieceIds, pieceShape } from '@/lib/guidance/pieces'
import { possible } from '@/lib/guidance/possible.fixture'
import { type AnyAnswers, isAsked, type Question, settledAnswers } from '@/lib/guidance/questions'
import { registerItems } from '@/lib/platforms/wholes'
import { pieceItems } from '@/lib/posture/items/rules'
import { inventoryVectors, verdictIn } from '@/lib/posture/items/vectors/accounts.fixture'
import { androidVectors } from '@/lib/posture/items/vectors/android.fixture'
import { appVectors } from '@/lib/posture/items/vectors/apps.fixture'
import { iphoneVectors } from '@/lib/posture/items/vectors/iphone.fixture'
import { personVectors } from '@/lib/posture/items/vectors/person.fixture'
import { model, phoneVectors } from '@/lib/posture/items/vectors/phones.fixture'
import { judgedVector, type Vector } from '@/lib/posture/items/vectors/vector.fixture'
import { postureOf } from '@/lib/posture/rules'
import { account, line, sam, service } from '@/lib/posture/statements.fixture'
import type { Verdict } from '@/lib/vocabulary'
import { actionWords } from '@/lib/words/actions'
import { itemWords, labelWords } from '@/lib/words/guidance'
import { manyWords } from '@/lib/words/overview'
import { pieceWords } from '@/lib/words/pieces'
import type { QuestionText } from '@/lib/words/question-words'
import { questionsOfApps } from '@/lib/words/questions-of-apps'
import { questionsOfPerson } from '@/lib/words/questions-of-person'
import { questionsOfPhones } from '@/lib/words/questions-of-phones'
import { trapsOf } from '@/lib/words/traps'

const pieceVectors: readonly Vector[] = [
  ...personVectors,
  ...appVectors,
  ...phoneVectors,
  ...iphoneVectors,
  ...androidVectors,
]
const vectors: readonly { item: ItemId; verdict: Verdict; says: string }[] = [
  ...pieceVectors,
  ...inventoryVectors,
]
const piecesWith = (item: ItemId) => pieceIds.filter((piece) => pieceShape(piece).items.includes(item))
const questionWords: Readonly<Record<PieceId, Readonly<Record<string, QuestionText>>>> = {
  ...questionsOfPerson,
  ...questionsOfApps,
  ...questionsOfPhones,
}

/** The forms in which items without a piece are asked about, and every screen as it is written down. */
const places: readonly (readonly [string, readonly ItemId[]])[] = Object.entries(askedAt)
const screens = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(`app/${file}`, 'utf8'))

test.each(places)('what is easily got wrong at "%s" is drawn by one form', (place) => {
  expect(screens.filter((screen) => screen.includes(`<Traps at="${place}" />`))).toHaveLength(1)
})
test('beside every verdict, what is easily got wrong about its item', () => {
  expect(screens.filter((screen) => screen.includes('<TrapsOfItem item={item} />'))).toHaveLength(1)
})
test('every question of a piece is drawn with its hint and its notes', () => {
  const drawn = screens.filter((screen) => screen.includes('questionText(piece, name)'))
  expect(drawn).toHaveLength(1)
  for (const shown of ['label,', 'said={hint', 'text: notes.map']) expect(drawn[0]).toContain(shown)
})

test('there are 49 items: these, and C1 to C4 of the register', () => {
  const judged = itemIds.filter((item) => !items[item].total)
  expect(
    judged.length +
      ['C1', 'C2', 'C3', 'C4'].filter((item) => registerItems.some((one) => one === item)).length,
  ).toBe(49)
})

describe.each(itemIds)('%s', (item) => {
  test('has words, a paragraph and a question', () => {
    const { short, asks, paragraph } = itemWords[item]
    for (const said of [short, asks, paragraph]) expect(said.trim().length).toBeGreaterThan(3)
    const inPieces = piecesWith(item)
    if (items[item].total) return
    if (inPieces.length === 0) {
      expect(trapsOf(item)?.question).toMatch(/[?.]$/)
      expect(trapsOf(item)?.traps.length).toBeGreaterThan(0)
      expect(places.filter(([, asked]) => asked.includes(item))).toHaveLength(1)
      return
    }
    for (const piece of inPieces) {
      expect(pieceWords[piece].title).not.toBe('')
      const asked = Object.keys(pieceShape(piece).questions)
      expect(asked.filter((name) => !questionWords[piece][name]?.label)).toEqual([])
    }
  })
  test('has a rule, in one place alone', () => {
    const withEverything = postureOf(
      sam([account({}, { service: service({ id: 'google', advancedProtection: true }) })], [line()]),
    )
    const byInventory = withEverything.judgements.some((one) => one.item === item)
    expect([byInventory, pieceItems.includes(item)].filter(Boolean)).toHaveLength(1)
  })
  test('has a case for each verdict it can give, and for no other', () => {
    const found = new Set(vectors.filter((vector) => vector.item === item).map(({ verdict }) => verdict))
    expect([...found].sort()).toEqual([...possible[item]].sort())
  })
})

test.each(inventoryVectors.map((vector) => [vector.item, vector.says, vector] as const))(
  '%s: %s',
  (_, __, vector) => {
    expect(verdictIn(vector)).toBe(vector.verdict)
  },
)

test('no case is told twice', () => {
  const told = vectors.map(({ item, says }) => `${item}: ${says}`)
  expect(told.filter((one, at) => told.indexOf(one) !== at)).toEqual([])
})

describe('every label and every next action', () => {
  test('has words of its own', () => {
    for (const code of labelCodes) expect([code, labelWords[code].says.length > 10]).toEqual([code, true])
    const about = { name: 'Mailbox', service: 'Mailbox' }
    for (const [code, minutes] of Object.entries(actionMinutes)) {
      const words = actionWords[code as keyof typeof actionWords]
      const whole = [
        code,
        minutes > 0,
        words.title('Mailbox') !== '',
        words.title('') !== '',
        words.steps(about).length > 0,
      ]
      expect(whole).toEqual([code, true, true, true, true])
      expect(manyWords[code as keyof typeof manyWords]).not.toBe('')
    }
  })
})

// ── any answers there could be ───────────────────────────────────────────────────────────────────────────────────────
const days = ['2024-02-29', '2026-01-05', '2026-10-24', '2026-11-15', '2026-11-20', '2026-11-23']
function answerTo(question: Question): fc.Arbitrary<AnyAnswers[string]> {
  if (question.kind === 'choice') return fc.constantFrom('unanswered', 'not_sure', ...question.values)
  if (question.kind === 'many') return fc.oneof(fc.constant(['not_sure']), fc.subarray([...question.values]))
  if (question.kind === 'version') return fc.constantFrom(null, '26.1')
  return fc.constantFrom(null, ...days.map((day) => (question.kind === 'month' ? day.slice(0, 7) : day)))
}
const answersTo = (piece: PieceId) => {
  const { questions } = pieceShape(piece)
  return fc
    .record(
      Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, answerTo(question)])),
    )
    .map((answers): AnyAnswers => settledAnswers(questions, answers as never))
}
const asVector = (piece: PieceId, item: ItemId, answers: AnyAnswers) => {
  const hardware = { ...model, platform: 'android' as const }
  const kind = piece === 'this_phone' ? { platform: 'android' } : {}
  return {
    item,
    piece,
    says: 'any answers',
    answers: { ...answers, ...kind },
    phone: { hardware },
    verdict: 'met',
  } as unknown as Vector
}
const judged = (piece: PieceId, answers: AnyAnswers) =>
  pieceShape(piece).items.map((item) => judgedVector(asVector(piece, item, answers)))

describe.each(pieceIds)('whatever is answered in the piece "%s"', (piece) => {
  const { questions } = pieceShape(piece)
  test('each of its items is judged once, and as it can be', () => {
    fc.assert(
      fc.property(answersTo(piece), (answers) => {
        for (const { item, verdict, unknownKind } of judged(piece, answers)) {
          expect([item, possible[item]]).toEqual([item, expect.arrayContaining([verdict])])
          expect([item, unknownKind !== null]).toEqual([item, verdict === 'unknown'])
        }
      }),
      { numRuns: 200 },
    )
  })
  test.each(['unanswered', 'not_sure'])('nothing but "%s" passes nothing', (open) => {
    const all = Object.entries(questions).map(([name, { kind }]) => [
      name,
      kind === 'choice'
        ? open
        : kind === 'many' && open === 'not_sure'
          ? ['not_sure']
          : kind === 'many'
            ? []
            : null,
    ])
    const settled = settledAnswers(questions, Object.fromEntries(all)) as AnyAnswers
    const passed = judged(piece, settled).filter(({ verdict }) => verdict === 'met')
    expect(passed.map(({ item }) => item)).toEqual([])
  })
  test('an answer taken back, or not sure, never makes an item pass', () => {
    fc.assert(
      fc.property(answersTo(piece), fc.constantFrom(...Object.keys(questions)), (answers, name) => {
        const question = questions[name]
        if (!question || !isAsked(question, answers)) return
        const open = question.kind === 'choice' ? 'not_sure' : question.kind === 'many' ? ['not_sure'] : null
        const less = settledAnswers(questions, { ...answers, [name]: open } as never) as AnyAnswers
        const before = judged(piece, answers)
        judged(piece, less).forEach(({ item, verdict }, at) => {
          const passed = before[at]?.verdict === 'met' || before[at]?.verdict === 'not_applicable'
          expect([item, name, passed || verdict !== 'met']).toEqual([item, name, true])
        })
      }),
      { numRuns: 300 },
    )
  })
})

/** Labels that say who can mend it instead of the person. */
const othersMend = [
  'approved_with_limits',
  'not_available_here',
  'no_google_services',
  'ruled_by_organisation',
  'asked_of_organisation',
  'complete_without_icloud_plus',
]
test('nothing is found wanting without the one next thing, unless it is for others to mend', () => {
  const silent = pieceVectors.filter(
    ({ verdict, nextAction, labels = [] }) =>
      (verdict === 'not_met' || verdict === 'partly_met') &&
      !nextAction &&
      !labels.some((one) => othersMend.includes(one)),
  )
  expect(silent.map(({ item, says }) => `${item}: ${says}`)).toEqual([])
})
