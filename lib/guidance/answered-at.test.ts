/** Every item has a page: where each of the 49 is answered, by which question, and that this answer alone decides it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AccountFacts } from '@/lib/accounts/facts'
import { readAccountForm } from '@/lib/accounts/form'
import { type ItemId, itemIds } from '@/lib/guidance/codes'
import { items } from '@/lib/guidance/items'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, type Question, settledAnswers } from '@/lib/guidance/questions'
import { type InOrder, inOrder } from '@/lib/guidance/questions-in-order'
import { contactVerdict } from '@/lib/incidents/rules'
import type { LineFacts } from '@/lib/lines/facts'
import { entryFrom } from '@/lib/lines/form'
import { pieceAddress } from '@/lib/pieces/address'
import { questionsOf } from '@/lib/platforms/questions'
import { good, judged as registerJudged } from '@/lib/platforms/register.fixture'
import type { InventoryStatement } from '@/lib/posture/facts'
import type { HardwareFacts } from '@/lib/posture/items/facts'
import { androidVectors } from '@/lib/posture/items/vectors/android.fixture'
import { appVectors } from '@/lib/posture/items/vectors/apps.fixture'
import { iphoneVectors } from '@/lib/posture/items/vectors/iphone.fixture'
import { personVectors } from '@/lib/posture/items/vectors/person.fixture'
import { model, phoneVectors } from '@/lib/posture/items/vectors/phones.fixture'
import { judgedVector, type Vector } from '@/lib/posture/items/vectors/vector.fixture'
import {
  account,
  codeOn,
  everythingOff,
  heldLine,
  judged,
  keyOn,
  line,
  lineId,
  mailboxId,
  methodsOff,
  sam,
  samId,
} from '@/lib/posture/statements.fixture'
import { judgeRulings } from '@/lib/rulings/rules'
import { type Topic, topicShape } from '@/lib/rulings/topics'
import { serviceById } from '@/lib/services/catalogue'
import { askedCategories, type RegisterKind, registerKinds, type Verdict } from '@/lib/vocabulary'

type Place = {
  /** Where somebody goes to answer it. */
  address: string
  /** The question there, by its field's name. */
  field: string
  /** What stands in the page's own files, or what these read, when that field is drawn. */
  draws: string
  /** Whether it is asked at all. */
  asked: boolean
  /** What the item comes to as this one answer changes. */
  verdicts: () => readonly Verdict[]
}
type Answered = ItemId | 'C1' | 'C2' | 'C3' | 'C4'
const today = '2026-11-23'

// ── pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────────
const vectors: readonly Vector[] = [
  ...personVectors,
  ...appVectors,
  ...phoneVectors,
  ...iphoneVectors,
  ...androidVectors,
]
const namesIn = ({ needed, optional }: InOrder): string[] =>
  [...needed, ...optional].flatMap(({ name, follows }) => [name, ...follows.flatMap(namesIn)])
const answersTo = (question: Question): AnyAnswers[string][] =>
  question.kind === 'choice'
    ? ['unanswered', 'not_sure', ...question.values]
    : question.kind === 'many'
      ? [[], ['not_sure'], ...question.values.map((value) => [value])]
      : question.kind === 'version'
        ? [null, '26.1']
        : [null, '2024-01-05', '2026-11-20'].map((day) =>
            question.kind === 'month' ? (day?.slice(0, 7) ?? null) : day,
          )

function inPiece(item: ItemId, piece: PieceId, field: string): Place {
  const { questions, items: ofPiece } = pieceShape(piece)
  const question = questions[field]
  const alone = (vector: Vector): Verdict[] =>
    (question ? answersTo(question) : []).map((answer) => {
      const answers = settledAnswers(questions, { ...vector.answers, [field]: answer } as never)
      return judgedVector({ ...vector, answers } as Vector).verdict
    })
  return {
    address: pieceAddress(piece, ''),
    field,
    draws: '@/lib/guidance/questions-in-order',
    asked: ofPiece.includes(item) && namesIn(inOrder(questions)).includes(field),
    verdicts: () =>
      vectors
        .filter((vector) => vector.item === item && vector.piece === piece && vector.answers)
        .map(alone)
        .reduce((most, some) => (new Set(some).size > new Set(most).size ? some : most), []),
  }
}

// ── accounts and lines: what the form reads ──────────────────────────────────────────────────────────────────────────
const google = serviceById('google')
function inAccount(
  item: ItemId,
  field: string,
  given: Partial<AccountFacts>,
  more: { scope?: string } = {},
): Place {
  const facts = { ...everythingOff, ...given }
  const form = (answer: string) => {
    const sent = new FormData()
    for (const [name, value] of Object.entries(facts)) if (typeof value === 'string') sent.set(name, value)
    for (const { method, roles, state } of facts.methods) {
      sent.append('asked', method)
      for (const role of roles) sent.append(`roles.${method}`, role)
      sent.set(`method.${method}`, state)
    }
    sent.set(field, answer)
    return readAccountForm(sent, google).facts as AccountFacts
  }
  return {
    address: '/accounts/new',
    field,
    draws: `name=${field.startsWith('method.') ? '{`method.$' : `"${field}"`}`,
    asked: true,
    verdicts: () =>
      ['on', 'off', 'not_sure'].map((answer) => {
        const person = sam([account(form(answer), { service: google })])
        return judged(person, item, more.scope ?? mailboxId).verdict
      }),
  }
}

function inLine(
  item: ItemId,
  field: string,
  answers: readonly string[],
  given: Partial<LineFacts> = {},
): Place {
  const form = (answer: string) => {
    const sent = new FormData()
    for (const [name, value] of Object.entries({ ...heldLine, ...given })) if (value) sent.set(name, value)
    sent.set(field, answer)
    return entryFrom(sent).facts as LineFacts
  }
  return {
    address: '/lines/new',
    field,
    draws: `name="${field}"`,
    asked: true,
    verdicts: () => answers.map((answer) => judged(sam([], [line(form(answer))]), item, lineId).verdict),
  }
}

const listed: InventoryStatement = {
  none: askedCategories.filter((kind) => kind !== 'email'),
  namedFirst: { microsoft: 'none', apple: 'none', google: 'none' },
  noLines: false,
  leakReviewDoneOn: '2026-11-01',
  leakReviewDoneAt: new Date('2026-11-01T10:00:00Z'),
  statedCompleteOn: '2026-11-02',
  confirmedOn: '2026-11-02',
}
const inInventory = (item: ItemId, field: string): Place => ({
  address: '/accounts/complete',
  field,
  draws: `name="${field}"`,
  asked: true,
  verdicts: () =>
    [null, '2026-11-02'].map((statedCompleteOn) => {
      const inventory = { ...listed, statedCompleteOn }
      return judged(sam([account({ methods: methodsOff(keyOn) })], [line()], { inventory }), item, samId)
        .verdict
    }),
})

// ── what the organisation answers ────────────────────────────────────────────────────────────────────────────────────
function inRuling(item: ItemId, topic: Topic, field: string, verdicts: Place['verdicts']): Place {
  const { questions } = topicShape(topic)
  return {
    address: `/rulings/${topic}`,
    field,
    draws: '@/lib/rulings/topics',
    asked: field in questions && items[item].whoActs[0] !== 'person',
    verdicts,
  }
}
const ofRulings = (item: string, rulings: Partial<Parameters<typeof judgeRulings>[1]>) =>
  judgeRulings(['signal'], { appReviews: {}, records: [], ...rulings }, today, 365).find(
    (one) => one.item === item,
  )?.verdict ?? 'unknown'
const reviewed = (outcome: 'approved' | 'not_approved') =>
  ofRulings('G1.3', { appReviews: { signal: { outcome, reviewedOn: '2026-11-02' } } })
const ruledOn = (ruling: 'expiry_allowed' | 'not_decided') =>
  ofRulings('G1.9', { records: [{ group: '', ruling, checkedOn: '2026-11-02' }] })

/** The phone of somebody who chose a model of the security team's list. */
const onModel = (updateFrequency: HardwareFacts['updateFrequency']) =>
  judgedVector({
    item: 'A1',
    piece: 'this_phone',
    says: '',
    answers: { platform: 'android', boughtOn: '2025-10' },
    phone: { hardware: { ...model, platform: 'android', updateFrequency } },
    verdict: 'met',
  }).verdict

function inRegister(kind: RegisterKind, field: string, verdicts: Place['verdicts']): Place {
  return {
    address: `/platforms/new?kind=${kind}`,
    field,
    draws: '@/lib/platforms/questions',
    asked: registerKinds.includes(kind) && questionsOf[kind].some(({ name }) => name === field),
    verdicts,
  }
}
const register = (item: 'C1' | 'C2' | 'C3' | 'C4', of: Parameters<typeof registerJudged>[0]) =>
  registerJudged(of, item).verdict

// ── the 49 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
const pieces: readonly (readonly [ItemId, PieceId, string])[] = [
  ['CISA-0', 'guidance', 'read'],
  ['G1.1', 'private_talk', 'channels'],
  ['G1.2', 'private_talk', 'worksAcross'],
  ['G1.4', 'odd_messages', 'unknownLinks'],
  ['G1.5', 'odd_messages', 'groupInvites'],
  ['G1.6', 'odd_messages', 'alertAsksForCode'],
  ['G1.7', 'odd_messages', 'knowsReport'],
  ['G1.8', 'app_use', 'expiry'],
  ['G1.9', 'app_use', 'expiry'],
  ['G1.10', 'linked_devices', 'checked'],
  ['G1.11', 'linked_devices', 'needed'],
  ['G1.12', 'linked_devices', 'unknownFound'],
  ['G4.0', 'passwords', 'usesManager'],
  ['G4.1', 'passwords', 'vaultPassphrase'],
  ['G4.2', 'passwords', 'reviewed'],
  ['G6.0', 'updates', 'lastCheckedOn'],
  ['G6.1', 'updates', 'autoSystem'],
  ['G7.0', 'this_phone', 'generation'],
  ['G8.0', 'vpn', 'personalVpn'],
  ['I1', 'iphone_settings', 'lockdown'],
  ['I2', 'iphone_settings', 'sendAsText'],
  ['I3', 'iphone_settings', 'encryptedDns'],
  ['I4', 'iphone_settings', 'privateRelay'],
  ['I5', 'iphone_permissions', 'reviewed'],
  ['A1', 'this_phone', 'boughtOn'],
  ['A2', 'android_messages', 'rcs'],
  ['A3', 'android_messages', 'privateDns'],
  ['A4', 'android_chrome', 'httpsFirst'],
  ['A5', 'android_chrome', 'safeBrowsing'],
  ['A6', 'android_apps', 'playProtect'],
  ['A7', 'android_apps', 'reviewed'],
  ['R', 'odd_event', 'knowsWhomToTell'],
]
const key = { methods: methodsOff(keyOn) }
const code = { methods: methodsOff(codeOn) }
const places: readonly (readonly [Answered, Place])[] = [
  ...pieces.map(([item, piece, field]) => [item, inPiece(item, piece, field)] as const),
  ['G1.3', inRuling('G1.3', 'app_review', 'outcome', () => [reviewed('approved'), reviewed('not_approved')])],
  ['G1.9', inRuling('G1.9', 'records', 'ruling', () => [ruledOn('expiry_allowed'), ruledOn('not_decided')])],
  [
    'A1',
    inRuling('A1', 'hardware', 'updateFrequency', () => [
      onModel('monthly_or_better'),
      onModel('less_often'),
    ]),
  ],
  ['G2.0', inAccount('G2.0', 'method.passkey', {})],
  ['G2.1', inInventory('G2.1', 'complete')],
  ['G2.2', inAccount('G2.2', 'method.passkey', {}, { scope: samId })],
  ['G2.3', inAccount('G2.3', 'smsSecondFactor', key)],
  ['G2.4', inAccount('G2.4', 'advancedProtection', key)],
  ['G3.0', inAccount('G3.0', 'smsSecondFactor', code)],
  ['G3.1', inAccount('G3.1', 'smsRecovery', code)],
  ['G3.2', inAccount('G3.2', 'smsSecondFactor', { ...code, value: 'less_valuable' })],
  ['G3.3', inAccount('G3.3', 'smsSecondFactor', code)],
  ['G5.0', inLine('G5.0', 'accountPin', ['set', 'not_set'])],
  ['G5.1', inLine('G5.1', 'hasOnlineAccount', ['yes', 'no'])],
  ['G5.2', inLine('G5.2', 'carrierPasswordChanged', ['yes', 'no'], { hasOnlineAccount: 'yes' })],
  [
    'R',
    {
      address: '/incidents/inbox',
      field: 'value',
      draws: 'name="value"',
      asked: true,
      verdicts: () =>
        (['yes', 'no'] as const).map(
          (value) => contactVerdict({ value, confirmedOn: today }, today, 365).verdict,
        ),
    },
  ],
  [
    'C1',
    inRegister('account', 'methods', () =>
      [['authenticator_code'], []].map((methods) =>
        register('C1', { accounts: [good.account({ methods: methods as 'authenticator_code'[] })] }),
      ),
    ),
  ],
  [
    'C2',
    inRegister('credential', 'watched', () =>
      (['yes', 'no'] as const).map((watched) =>
        register('C2', { credentials: [good.credential({ watched })] }),
      ),
    ),
  ],
  [
    'C3',
    inRegister('monitoring', 'activityWatched', () =>
      (['yes', 'no'] as const).map((activityWatched) =>
        register('C3', { monitoring: good.monitoring({ activityWatched }) }),
      ),
    ),
  ],
  [
    'C4',
    inRegister('training', 'people', () =>
      [12, 3].map((people) => register('C4', { trainings: [good.training({ people })] })),
    ),
  ],
]

// ── the pages there are ──────────────────────────────────────────────────────────────────────────────────────────────
const root = process.cwd()
const signedIn = path.join(root, 'app/(signed-in)')

/** The page's file: each part of an address is a folder of that name, or one in brackets. */
function pageAt(address: string): string | null {
  let folder = signedIn
  for (const part of address.replace(/\?.*/, '').split('/').filter(Boolean)) {
    const inBrackets = readdirSync(folder).find((name) => /^\[\w+\]$/.test(name))
    const next = [part, inBrackets].find((name) => name && existsSync(path.join(folder, name)))
    if (!next || !statSync(path.join(folder, next)).isDirectory()) return null
    folder = path.join(folder, next)
  }
  const page = path.join(folder, 'page.tsx')
  return existsSync(page) ? page : null
}

/** The text of a page and of every file of `app` that it draws with. */
function sourcesOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(/from '((?:\.|@\/app\/)[^']*)'/g)].flatMap(([, from]) => from ?? [])
  const files = named.flatMap((from) => {
    const target = from.startsWith('.')
      ? path.resolve(path.dirname(file), from)
      : path.join(root, from.slice(2))
    return existsSync(`${target}.tsx`) ? [`${target}.tsx`] : []
  })
  return [text, ...files.map((each) => sourcesOf(each, seen))].join('\n')
}

test('there is a place for each of the 49', () => {
  const judgedItems = itemIds.filter((item) => !items[item].total)
  const wanted = [...judgedItems, 'C1', 'C2', 'C3', 'C4']
  expect(wanted).toHaveLength(49)
  expect(wanted.filter((item) => !places.some(([placed]) => placed === item))).toEqual([])
})

test('an address that leads nowhere is found out', () => {
  expect(pageAt('/pieces/passwords')).toMatch(/pieces\/\[piece\]\/page\.tsx$/)
  expect([pageAt('/nowhere'), pageAt('/accounts/complete/more'), pageAt('/today/that')]).toEqual([
    null,
    null,
    null,
  ])
})

describe.each(places.map(([item, place]) => [item, place.address, place.field, place] as const))(
  '%s at %s, by "%s"',
  (_, address, __, place) => {
    test('is a page that draws the question', () => {
      expect(place.asked).toBe(true)
      const page = pageAt(address)
      expect(page).not.toBeNull()
      expect(sourcesOf(page ?? '').includes(place.draws)).toBe(true)
    })
    test('is decided there: this answer alone changes the verdict', () => {
      expect(new Set(place.verdicts()).size).toBeGreaterThan(1)
    })
  },
)
