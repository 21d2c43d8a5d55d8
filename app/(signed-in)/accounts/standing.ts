/** What stands now, in words, beside an edit that was based on something older. */
import type { Conflict } from '@/app/ui/form-state'
import type { CurrentAccount } from '@/lib/accounts/commands/revise'
import type { CurrentInventory } from '@/lib/accounts/inventory'
import { askedAs, namedFirst } from '@/lib/vocabulary'
import {
  kindWords,
  methodWords,
  namedFirstWords,
  smsRecoveryWords,
  stateWords,
  valueWords,
} from '@/lib/words/account-answers'
import { accountPage, inventoryWords } from '@/lib/words/accounts'
import { listed } from '@/lib/words/numbers'

export function standingOfAccount(current: unknown): Conflict {
  const { version, entry } = current as CurrentAccount
  const { facts, label, note } = entry
  const words = accountPage.stale
  const on = facts.methods.filter((row) => row.state === 'on').map((row) => methodWords[row.method].name)
  return {
    version,
    now: [
      { label: words.on, value: listed(on) || words.nothing },
      { label: words.text, value: stateWords[facts.smsSecondFactor] },
      { label: words.recovery, value: smsRecoveryWords[facts.smsRecovery] },
      { label: words.mail, value: stateWords[facts.mailboxRecovery] },
      { label: words.value, value: valueWords[facts.value] },
      { label: words.label, value: label || words.nothing },
      { label: words.note, value: note || words.nothing },
    ],
  }
}

export function standingOfInventory(current: unknown): Conflict {
  const { statementId, none, namedFirst: three } = current as CurrentInventory
  const kinds = none.map((category) => kindWords[askedAs[category]])
  const { have, none: no } = inventoryWords.three
  return {
    version: statementId,
    now: [
      { label: inventoryWords.standsNow, value: listed(kinds) || accountPage.stale.nothing },
      ...namedFirst
        .filter((which) => three[which] !== 'unanswered')
        .map((which) => ({ label: namedFirstWords[which], value: three[which] === 'have' ? have : no })),
    ],
  }
}
