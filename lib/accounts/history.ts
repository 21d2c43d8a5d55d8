/** What happened to an account, and what saving it did: from statements and standings as they were stored. Pure. */
import type { AccountStatement } from '@/lib/accounts/store'
import type { AccountStanding, WayIn } from '@/lib/posture/shapes'
import type { Level } from '@/lib/vocabulary'

/** How an account stood at some time: its level, or the most it can be while an answer is missing. */
export type Stood = { level: Level | null; atBest: Level }
export type Happening = {
  at: Date
  what: 'recorded' | 'revised' | 'confirmed' | 'removed' | 'restored' | 'judged_anew'
  /** Entered by the holder; by somebody else for them otherwise. Null for what nobody entered. */
  own: boolean | null
  /** Where it changed how the account stands. */
  stood: { before: Stood | null; after: Stood } | null
}
type Statement = Pick<AccountStatement, 'facts' | 'enteredAt' | 'answeredBy' | 'validFrom' | 'validTo'>
type Standing = { standing: AccountStanding; validFrom: Date; validTo: Date | null }

/**
 * Takes all own statements and all standings of one account, each the latest first; gives what happened, the latest
 * first. A gap between two statements is a removal and its undoing. A standing that changed with no statement of its own
 * was judged anew: an account, line or service it rests on changed.
 */
export function happenings(
  statements: readonly Statement[],
  standings: readonly Standing[],
  personId: string,
): Happening[] {
  const stoodSince = (at: Date) => {
    const after = standings.find(({ validFrom }) => validFrom.getTime() === at.getTime())
    const before = standings.find(({ validTo }) => validTo?.getTime() === at.getTime())
    return after && !same(before?.standing, after.standing)
      ? { before: before ? stood(before.standing) : null, after: stood(after.standing) }
      : null
  }
  const stated = statements.flatMap((statement, place): Happening[] => {
    const before = statements[place + 1]
    const own = statement.answeredBy === personId
    const happening = { at: statement.enteredAt, own, stood: stoodSince(statement.validFrom) }
    if (!before) return [{ ...happening, what: 'recorded' }]
    if (before.validTo && before.validTo < statement.validFrom) {
      return [
        { ...happening, what: 'restored' },
        { at: before.validTo, own, what: 'removed', stood: null },
      ]
    }
    const unchanged = JSON.stringify(before.facts) === JSON.stringify(statement.facts)
    return [{ ...happening, what: unchanged ? 'confirmed' : 'revised' }]
  })
  const entered = new Set(statements.map(({ validFrom }) => validFrom.getTime()))
  const judged = standings
    .filter(({ validFrom }) => !entered.has(validFrom.getTime()))
    .flatMap(({ validFrom }): Happening[] => {
      const change = stoodSince(validFrom)
      return change ? [{ at: validFrom, what: 'judged_anew', own: null, stood: change }] : []
    })
  return [...stated, ...judged].sort((a, b) => b.at.getTime() - a.at.getTime())
}

const stood = ({ level, atBest }: AccountStanding): Stood => ({ level, atBest })
const same = (a: AccountStanding | undefined, b: AccountStanding) =>
  a !== undefined && a.level === b.level && a.atBest === b.atBest

/** What saving did to one account. */
export type Effect = {
  accountId: string
  what: 'closed_to_number' | 'opened_to_number' | 'closed_to_password' | 'opened_to_password'
}

/** Compares how accounts stood before and after one save: the accounts that a number or a password opens, or no longer. */
export function effectsOf(changes: readonly { before: AccountStanding; after: AccountStanding }[]): {
  effects: Effect[]
  waysBefore: number
  waysAfter: number
} {
  const effects = changes.flatMap(({ before, after }): Effect[] => {
    const { accountId } = after
    const number = [before, after].map(({ ways }) => opensByNumber(ways))
    const password = [before, after].map(({ ways }) => ways.some((way) => way.technique === 'password_alone'))
    return [
      ...(number[0] !== number[1]
        ? [{ accountId, what: number[0] ? 'closed_to_number' : 'opened_to_number' } as const]
        : []),
      ...(password[0] !== password[1]
        ? [{ accountId, what: password[0] ? 'closed_to_password' : 'opened_to_password' } as const]
        : []),
    ]
  })
  const count = (of: 'before' | 'after') => changes.reduce((sum, change) => sum + change[of].ways.length, 0)
  return { effects, waysBefore: count('before'), waysAfter: count('after') }
}

/** Whether a text, a call or the number itself is all it takes, directly or along a chain. */
export const opensByNumber = (ways: readonly WayIn[]) =>
  ways.some(({ startsWith }) => startsWith === 'number_moved' || startsWith === 'text_or_call_intercepted')
