/** What must hold for every person there could be. Each property is told with the people who could break it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountFacts, MethodRow } from '@/lib/accounts/facts'
import type { LineFacts } from '@/lib/lines/facts'
import { levelOfTechnique } from '@/lib/posture/entries'
import type { AccountInQuestion, PersonInQuestion } from '@/lib/posture/facts'
import { people } from '@/lib/posture/people.fixture'
import { readingOf } from '@/lib/posture/reading'
import { carryOut } from '@/lib/posture/remedies'
import { postureOf } from '@/lib/posture/rules'
import type { AccountStanding, Posture } from '@/lib/posture/shapes'

const runs = { numRuns: 300 }
const withAccounts = (
  person: PersonInQuestion,
  change: (account: AccountInQuestion) => AccountInQuestion,
) => ({
  ...person,
  accounts: person.accounts.map(change),
})
const said = (account: AccountInQuestion, facts: Partial<AccountFacts>) => ({
  ...account,
  facts: { ...account.facts, ...facts },
})
function pairs(before: Posture, after: Posture): [AccountStanding, AccountStanding][] {
  return before.accounts.map((standing, at) => {
    const other = after.accounts[at]
    if (!other) throw new Error('an account was lost')
    return [standing, other]
  })
}

/** A level of three is told as soon as it is sure, while an answer is missing that could make it four. */
const most = ({ level, atBest }: AccountStanding, { accounts }: PersonInQuestion) =>
  level === 3 && accounts.some(isOpen) ? 4 : atBest
const isOpen = ({ facts }: AccountInQuestion) =>
  [...accountQuestions.map((question) => facts[question]), ...facts.methods.map(({ state }) => state)].some(
    (answer) => answer === 'unanswered' || answer === 'not_sure',
  )

/** The ways one could add to an account without taking anything stronger away. */
function weakerWays(account: AccountInQuestion): Partial<AccountFacts>[] {
  const { facts } = account
  const reading = readingOf(account)
  const ways: Partial<AccountFacts>[] = [
    { methods: [...facts.methods.filter(({ method }) => method !== 'security_questions'), questions] },
  ]
  if (facts.smsRecovery === 'off')
    ways.push({ smsRecovery: 'on_can_be_removed' }, { smsRecovery: 'on_forced_by_service' })
  if (facts.mailboxRecovery === 'off') ways.push({ mailboxRecovery: 'on' })
  if (facts.passwordStillWorks === 'no') ways.push({ passwordStillWorks: 'yes' })
  if (reading.otherGate !== 'on') return ways
  const texts = reading.account.service?.methods.includes('sms_code') ?? true
  if (texts && facts.smsSecondFactor !== 'on') ways.push({ smsSecondFactor: 'on' })
  return [
    ...ways,
    ...facts.methods.filter(isWeakerAndOff).map((row) => ({ methods: turnedOn(facts.methods, row) })),
  ]
}
const questions: MethodRow = { method: 'security_questions', state: 'on', roles: ['recovery'] }
const isWeakerAndOff = ({ method, state }: MethodRow) =>
  state === 'off' && !['passkey', 'fido_security_key', 'piv_cac', 'app_pin'].includes(method)
const turnedOn = (rows: readonly MethodRow[], row: MethodRow): MethodRow[] =>
  rows.map((each) => (each.method === row.method ? { ...each, state: 'on' } : each))

describe('a weaker way', () => {
  it('never raises a level when it is added, and never lowers one when it is taken away', () => {
    fc.assert(
      fc.property(people('any'), fc.nat(), fc.nat(), (person, which, way) => {
        const chosen = person.accounts[which % Math.max(1, person.accounts.length)]
        if (!chosen || chosen.service?.registeredByPhone) return
        const ways = weakerWays(chosen)
        const added = ways[way % ways.length] ?? {}
        const weaker = withAccounts(person, (each) => (each.id === chosen.id ? said(each, added) : each))
        for (const [without, withIt] of pairs(postureOf(person), postureOf(weaker))) {
          expect(withIt.atBest).toBeLessThanOrEqual(most(without, person))
          if (without.level !== null && withIt.level !== null)
            expect(withIt.level).toBeLessThanOrEqual(without.level)
          expect(withIt.ways.length).toBeGreaterThanOrEqual(without.ways.length)
        }
      }),
      runs,
    )
  })
})

/** Questions whose plain answer may be forgotten, one bit of the mask each. */
const accountQuestions = [
  'passwordStillWorks',
  'smsSecondFactor',
  'smsRecovery',
  'mailboxRecovery',
  'keysOrPasskeys',
  'spareKeptApart',
  'advancedProtection',
] as const
const lineQuestions = [
  'accountPin',
  'pinOwnChoice',
  'portOutLock',
  'simChangeLock',
  'hasOnlineAccount',
  'carrierPasswordChanged',
  'changedWithManager',
] as const
type Forget = 'not_sure' | 'unanswered' | null

function forgotten(person: PersonInQuestion, forget: () => Forget): PersonInQuestion {
  return {
    ...person,
    accounts: person.accounts.map((account) => {
      const facts: AccountFacts = { ...account.facts }
      for (const question of accountQuestions) {
        const blank = forget()
        const settled = facts[question] === 'not_offered' || facts[question] === 'not_applicable'
        if (blank && !settled) facts[question] = blank
      }
      const methods = facts.methods.map((row) => {
        const blank = forget()
        return blank && row.state !== 'not_offered' ? { ...row, state: blank } : row
      })
      return said(account, { ...facts, methods })
    }),
    lines: person.lines.map((line) => {
      const facts: LineFacts = { ...line.facts }
      for (const question of lineQuestions) {
        const blank = forget()
        if (blank) facts[question] = blank
      }
      return { ...line, facts }
    }),
  }
}
const forgetting = fc.array(fc.constantFrom<Forget>(null, null, null, 'not_sure', 'unanswered'), {
  minLength: 40,
  maxLength: 40,
})
const inTurn = (mask: readonly Forget[]) => {
  let at = 0
  return () => mask[at++ % mask.length] ?? null
}

describe('an unknown', () => {
  it('never raises a level: what is known stays true, and the best is never below the truth', () => {
    fc.assert(
      fc.property(people('known'), forgetting, (person, mask) => {
        const blank = postureOf(forgotten(person, inTurn(mask)))
        for (const [truth, told] of pairs(postureOf(person), blank)) {
          if (told.level === null) expect(told.atBest).toBeGreaterThanOrEqual(truth.level ?? truth.atBest)
          else if (told.level < 3) expect(truth.level).toBe(told.level)
          else expect(truth.level).toBeGreaterThanOrEqual(told.level)
        }
      }),
      { numRuns: runs.numRuns * 4 },
    )
  })

  it('never passes a verdict', () => {
    fc.assert(
      fc.property(people('known'), forgetting, (person, mask) => {
        const truth = new Map(
          postureOf(person).judgements.map((each) => [`${each.item} ${each.scopeId}`, each.verdict]),
        )
        for (const { item, scopeId, verdict, unknownKind } of postureOf(forgotten(person, inTurn(mask)))
          .judgements) {
          expect(unknownKind === null).toBe(verdict !== 'unknown')
          const before = truth.get(`${item} ${scopeId}`)
          if (verdict === 'met') expect(before, item).toBe('met')
          if (verdict === 'not_met') expect(['not_met', 'partly_met'], item).toContain(before)
          if (verdict === 'partly_met') expect(['partly_met', 'met'], item).toContain(before)
        }
      }),
      { numRuns: runs.numRuns * 4 },
    )
  })
})

describe('the order of facts', () => {
  it('never matters', () => {
    fc.assert(
      fc.property(people('any'), fc.infiniteStream(fc.nat()), (person, numbers) => {
        const shuffled = <Thing>(things: readonly Thing[]): Thing[] =>
          things
            .map((thing) => ({ thing, at: numbers.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ thing }) => thing)
        const mixed: PersonInQuestion = {
          ...person,
          lines: shuffled(person.lines),
          accounts: shuffled(person.accounts).map((account) =>
            said(account, {
              methods: shuffled(account.facts.methods).map((row) => ({ ...row, roles: shuffled(row.roles) })),
              recoveryMailboxes: shuffled(account.facts.recoveryMailboxes),
            }),
          ),
        }
        expect(postureOf(mixed)).toEqual(postureOf(person))
      }),
      runs,
    )
  })
})

describe('the changes', () => {
  it('close what they say, close nothing else, and open nothing', () => {
    fc.assert(
      fc.property(people('any'), (person) => {
        const before = postureOf(person)
        for (const change of before.person.changes) {
          const after = postureOf(carryOut(person, change))
          expect(before.person.waysIn - after.person.waysIn, change.action).toBe(change.closes)
          const lost = pairs(before, after).filter(([was, is]) => is.ways.length < was.ways.length)
          expect(lost.map(([was]) => was.accountId)).toEqual(change.accounts)
          for (const [was, is] of pairs(before, after)) {
            expect(is.ways.length, change.action).toBeLessThanOrEqual(was.ways.length)
            expect(most(is, carryOut(person, change)), change.action).toBeGreaterThanOrEqual(was.atBest)
          }
        }
      }),
      runs,
    )
  })

  it('put first the one within reach that closes most, or the spare key that has to be there before it', () => {
    fc.assert(
      fc.property(people('any'), (person) => {
        const { next, changes, cannotMend } = postureOf(person).person
        expect(next).toEqual(changes[0] ?? null)
        const most = changes.find(({ action }) => action !== 'keep_spare_key')
        for (const change of changes) {
          expect(change.inReach).toBe(true)
          if (most) expect(most.closes).toBeGreaterThanOrEqual(change.closes)
        }
        if (next?.action === 'keep_spare_key' && most && most.closes > 0)
          expect(changes[1]?.scopeId).toBe(next.scopeId)
        expect(cannotMend.some(({ inReach }) => inReach)).toBe(false)
        const named = changes.map(({ action, scopeId }) => `${action} ${scopeId}`)
        expect(new Set(named).size).toBe(named.length)
      }),
      runs,
    )
  })
})

describe('every posture', () => {
  it('fits together', () => {
    fc.assert(
      fc.property(people('any', 12), (person) => {
        const posture = postureOf(person)
        const { waysByTechnique, waysIn } = posture.person
        expect(Object.values(waysByTechnique).reduce((sum, each) => sum + each, 0)).toBe(waysIn)
        for (const { accountId, level, atBest, ways, weakest, fallsWith, ring } of posture.accounts) {
          if (level !== null) expect(atBest).toBe(level)
          expect(weakest).toEqual(ways[0] ?? null)
          if (weakest) expect(atBest).toBeLessThanOrEqual(levelOfTechnique[weakest.startsWith])
          expect(fallsWith).toEqual(expect.arrayContaining([...ring]))
          expect(fallsWith).not.toContain(accountId)
          for (const { chain } of ways) {
            expect(chain[chain.length - 1]).toEqual({ kind: 'account', id: accountId, by: null })
            expect(new Set(chain.map(({ id }) => id)).size).toBe(chain.length)
            expect(chain.slice(0, -1).every(({ by, kind }) => by !== null || kind === 'line')).toBe(true)
          }
        }
        expect(postureOf(person)).toEqual(posture)
      }),
      runs,
    )
  })
})
