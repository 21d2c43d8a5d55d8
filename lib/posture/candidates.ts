/** Which changes are worth counting for one account, one line, one person; and those that no person can make. */
import type { ActionCode } from '@/lib/guidance/codes'
import { anyOf, isOpen } from '@/lib/posture/answers'
import type { LineInQuestion } from '@/lib/posture/facts'
import { needsSpare, withoutTextsAction } from '@/lib/posture/fido-verdicts'
import { type Inventory, numberIsHeld, pinOf } from '@/lib/posture/inventory'
import type { AccountReading } from '@/lib/posture/reading'
import { fidoGates } from '@/lib/posture/remedies'

export type Candidate = { action: ActionCode; inReach: boolean }

/** @param resetsOthers other accounts fall with this one, so that FIDO is worth it whatever its own value. */
export function accountCandidates(
  reading: AccountReading,
  inventory: Inventory,
  resetsOthers: boolean,
): Candidate[] {
  const signIn = inventory.signIns.get(reading.account.id)
  if (signIn?.kind === 'parent_missing') return inReach(['add_that_account'])
  if (signIn?.kind !== 'own') return []
  const undecided: ActionCode[] = reading.account.facts.value === 'not_sure' ? ['decide_value'] : []
  if (reading.phoneRegistered) return inReach([...(reading.appPin === 'on' ? [] : pinOfApp), ...undecided])
  return [
    ...inReach([
      ...textActions(reading),
      ...fidoActions(reading, resetsOthers),
      ...codeAppActions(reading),
      ...weakerActions(reading),
      ...looks(reading),
      ...mailboxActions(reading, inventory),
      ...undecided,
    ]),
    ...outOfReach(reading),
  ]
}

export function lineCandidates(line: LineInQuestion): Candidate[] {
  const accountPin = pinOf(line)
  const { accountHolder, kind, portOutLock, simChangeLock, pinOwnChoice, pinIs } = line.facts
  if (numberIsHeld(line)) return []
  const locksOffered = portOutLock !== 'not_offered' && simChangeLock !== 'not_offered'
  if (accountPin === 'carrier_does_not_offer' || kind === 'app_number') {
    return [
      locksOffered
        ? { action: 'turn_on_number_locks', inReach: true }
        : { action: 'set_carrier_pin', inReach: false },
    ]
  }
  if (accountHolder === 'employer' || accountPin === 'set_by_employer') {
    return [{ action: 'set_carrier_pin', inReach: false }]
  }
  const guessable = accountPin === 'set' && pinIs === 'account_pin' && pinOwnChoice === 'default_or_guessable'
  if (guessable) return inReach(['choose_own_pin'])
  const isNot =
    accountPin === 'not_set' || (accountPin === 'set' && pinIs !== null && pinIs !== 'account_pin')
  if (!isNot) return inReach(['look_at_pin'])
  return inReach([accountHolder === 'family_member' ? 'ask_account_holder_for_pin' : 'set_carrier_pin'])
}

const pinOfApp: readonly ActionCode[] = ['turn_on_app_pin']

function textActions(reading: AccountReading): ActionCode[] {
  const texts = anyOf(reading.sms, reading.voice)
  if (texts === 'on' && !reading.smsForced && reading.other === 'on') {
    return [withoutTextsAction(reading, reading.sms === 'on' ? 'turn_off_sms' : 'turn_off_voice')]
  }
  const recovers = reading.smsRecoveryRemovable === 'on' || reading.voiceRecovery === 'on'
  return recovers && texts !== 'on' ? ['remove_number_from_recovery'] : []
}

function fidoActions(reading: AccountReading, resetsOthers: boolean): ActionCode[] {
  const { fido, fidoOffered, high, noSecondFactor, sms, smsForced, account } = reading
  if (fido === 'on') {
    const actions: ActionCode[] = needsSpare(reading) ? ['keep_spare_key'] : []
    if (reading.google && account.facts.advancedProtection === 'off')
      actions.push('turn_on_advanced_protection')
    return actions
  }
  if (fido !== 'off' || fidoOffered !== 'yes' || !(high || resetsOthers)) return []
  if (noSecondFactor === 'on' && fidoGates(reading)) return ['turn_on_best_method']
  return [sms === 'on' && !smsForced ? 'add_key_then_turn_off_sms' : 'add_key_or_passkey']
}

/** A code app is what is left where FIDO is not offered, not asked for, or cannot stand behind the password. */
function codeAppActions(reading: AccountReading): ActionCode[] {
  const { codeAppOffered, fidoOffered, high, noSecondFactor, other, sms, smsForced, voice } = reading
  const keyIsBetter = high && fidoOffered === 'yes' && fidoGates(reading)
  if (!codeAppOffered || keyIsBetter || other !== 'off') return []
  if (sms === 'on') return smsForced ? [] : ['set_up_code_app_then_turn_off_sms']
  if (voice === 'on') return ['set_up_code_app']
  if (noSecondFactor !== 'on') return []
  return [high ? 'turn_on_best_method' : 'set_up_code_app']
}

function weakerActions(reading: AccountReading): ActionCode[] {
  if (reading.fido !== 'on' || isOpen(reading.passwordBeside)) return []
  if (reading.passwordBeside === 'on') return ['remove_password_way_in']
  const left = reading.weaker.on > reading.weakerAllowed
  return left || reading.trickedRecovery === 'on' ? ['turn_off_code_app'] : []
}

function looks(reading: AccountReading): ActionCode[] {
  const { codes, fido, mailed, mailboxReset, noSecondFactor, passwordBeside, sms, voice } = reading
  const actions: ActionCode[] = []
  if (isOpen(sms)) actions.push('look_at_sms')
  if ([fido, codes, mailed, voice, noSecondFactor, passwordBeside].some(isOpen))
    actions.push('look_at_methods')
  const { smsRecovery, smsRecoveryRemovable, voiceRecovery } = reading
  if ([smsRecovery, smsRecoveryRemovable, voiceRecovery, mailboxReset].some(isOpen))
    actions.push('look_at_recovery')
  return actions
}

/** A mailbox that is not in the list may be open to anybody. */
function mailboxActions(
  { account, mailboxReset, mailed }: AccountReading,
  inventory: Inventory,
): ActionCode[] {
  if (anyOf(mailboxReset, mailed) !== 'on') return []
  const named = account.facts.recoveryMailboxes
  if (named.length === 0 || named.includes('not_sure')) return ['look_at_recovery']
  return named.every((id) => inventory.readings.has(id)) ? [] : ['add_recovery_mailbox']
}

function outOfReach(reading: AccountReading): Candidate[] {
  const actions: ActionCode[] = []
  const { sms, voice, fido, fidoOffered, high } = reading
  const stuck = sms === 'on' && (reading.smsForced || (fidoOffered === 'no' && !reading.codeAppOffered))
  if (stuck) actions.push(reading.textsHoldPassword ? 'add_key_then_turn_off_sms' : 'turn_off_sms')
  if (reading.smsRecoveryForced && sms !== 'on' && voice !== 'on') actions.push('remove_number_from_recovery')
  if (high && fido === 'off' && fidoOffered === 'no' && !stuck) actions.push('add_key_or_passkey')
  if (fido === 'on' && reading.weakerAllowed === 1 && reading.weaker.on === 1)
    actions.push('turn_off_code_app')
  if (reading.google && reading.account.facts.advancedProtection === 'blocked_by_administrator') {
    actions.push('ask_administrator_for_advanced_protection')
  }
  return actions.map((action) => ({ action, inReach: false }))
}

function inReach(actions: readonly ActionCode[]): Candidate[] {
  return [...new Set(actions)].map((action) => ({ action, inReach: true }))
}
