/** General 2 for one account with a sign-in of its own: G2.0, G2.3, G2.4 and the total (guidance sections 2 and 5). */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import { type Answer, isOpen, reasonAmong } from '@/lib/posture/answers'
import type { AccountReading } from '@/lib/posture/reading'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'

/** What to do about a text that the service will not let go: hold the number first, then ask (row 7). */
export type ForcedTextAction = Extract<ActionCode, 'set_carrier_pin' | 'ask_for_exception'>

/** G2.0: is FIDO, or PIV/CAC, switched on at all. */
export function fidoInUse(reading: AccountReading): Ruling {
  if (reading.fido === 'on') {
    return ruled('met', oneKeyOnly(reading), needsSpare(reading) ? 'keep_spare_key' : null)
  }
  return withoutFido(reading)
}

/** G2.3: once FIDO is on, the weaker methods are off. Code apps may stay on a less valuable account (General 3). */
export function weakerMethodsOff(reading: AccountReading, forced: ForcedTextAction): Ruling {
  if (reading.phoneRegistered) return ruled('not_applicable', ['registered_by_phone'])
  if (isOpen(reading.fido)) return heldBack(reasonAmong(reading.fido), 'look_at_methods')
  if (reading.fido === 'off') return ruled('not_applicable')
  const labels = weakerLabels(reading)
  if (reading.sms === 'on' || reading.voice === 'on') {
    return ruled('not_met', labels, weakerAction(reading, forced))
  }
  const open = openWeaker(reading)
  if (open.length > 0) return heldBack(reasonAmong(...open), lookFirst(reading), labels)
  if (hasWeakerOn(reading)) return ruled('partly_met', labels, weakerAction(reading, forced))
  return ruled('met', labels)
}

/** G2.4: Advanced Protection, for accounts with Gmail. */
export function advancedProtection(reading: AccountReading): Ruling {
  const stated = reading.account.facts.advancedProtection
  switch (stated) {
    case 'on':
      return ruled('met')
    case 'off':
      return ruled('not_met', [], 'turn_on_advanced_protection')
    case 'blocked_by_administrator':
      return ruled('not_met', ['blocked_by_administrator'], 'ask_administrator_for_advanced_protection')
    case 'not_applicable':
      return ruled('not_applicable')
    default:
      return heldBack(stated, 'look_at_methods')
  }
}

/** The account's total under General 2: the G2 column of the truth table. */
export function fidoTotal(reading: AccountReading, forced: ForcedTextAction): Ruling {
  const total = decidedTotal(reading, forced)
  if (reading.account.facts.value !== 'not_sure') return total
  return { ...total, labels: [...total.labels, 'value_not_decided'], nextAction: 'decide_value' }
}

function decidedTotal(reading: AccountReading, forced: ForcedTextAction): Ruling {
  if (reading.fido !== 'on') return withoutFido(reading)
  if (reading.phoneRegistered) return ruled('met', ['registered_by_phone', ...oneKeyOnly(reading)])
  const labels = [...weakerLabels(reading), ...oneKeyOnly(reading)]
  if (hasWeakerOn(reading)) return ruled('partly_met', labels, weakerAction(reading, forced))
  const open = openWeaker(reading)
  if (open.length > 0) return heldBack(reasonAmong(...open), lookFirst(reading), ['met_so_far', ...labels])
  return ruled('met', labels, needsSpare(reading) ? 'keep_spare_key' : null)
}

function withoutFido(reading: AccountReading): Ruling {
  const registered: readonly LabelCode[] = reading.phoneRegistered ? ['registered_by_phone'] : []
  if (reading.fidoOffered !== 'no' && isOpen(reading.fido)) {
    return heldBack(reasonAmong(reading.fido), 'look_at_methods', registered)
  }
  if (!reading.high) return ruled('not_applicable', registered)
  if (reading.fidoOffered === 'no') return fidoNotOffered(reading, registered)
  if (reading.phoneRegistered) return ruled('not_met', registered, 'add_key_or_passkey')
  const bare = reading.passwordAlone === 'on'
  if (reading.fidoOffered === 'not_known' && !bare) return heldBack('unanswered', 'look_at_methods')
  if (bare) return ruled('not_met', ['no_second_factor'], 'turn_on_best_method')
  return ruled(
    'not_met',
    mailLabel(reading),
    textsStay(reading) ? 'add_key_or_passkey' : 'add_key_then_turn_off_sms',
  )
}

function fidoNotOffered(reading: AccountReading, registered: readonly LabelCode[]): Ruling {
  if (registered.length > 0) return ruled('not_applicable', registered)
  const bare = reading.passwordAlone === 'on' && reading.codeAppOffered
  return ruled('not_applicable', ['service_offers_no_fido'], bare ? 'turn_on_best_method' : 'move_elsewhere')
}

function textsStay(reading: AccountReading): boolean {
  return reading.sms !== 'on' || reading.smsForced
}

function mailLabel(reading: AccountReading): LabelCode[] {
  return reading.mailed === 'on' && reading.codes === 'off' ? ['code_goes_to_mailbox'] : []
}

function hasWeakerOn(reading: AccountReading): boolean {
  return reading.sms === 'on' || reading.voice === 'on' || codesLeftOn(reading) || passwordLeftOn(reading)
}

function codesLeftOn(reading: AccountReading): boolean {
  return reading.high && reading.weaker.on > reading.weakerAllowed
}

function passwordLeftOn(reading: AccountReading): boolean {
  return reading.high ? reading.passwordBeside === 'on' : reading.passwordAlone === 'on'
}

/** Open answers that could still turn the verdict: a single fallback that is insisted on may be either. */
function openWeaker(reading: AccountReading): Answer[] {
  const { sms, voice, weaker, weakerAllowed, passwordBeside, passwordAlone } = reading
  if (!reading.high) return [sms, voice, passwordAlone].filter(isOpen)
  const mayBeLeft = weaker.on + weaker.open.length > weakerAllowed
  return [sms, voice, passwordBeside, ...(mayBeLeft ? weaker.open : [])].filter(isOpen)
}

function lookFirst(reading: AccountReading): ActionCode {
  return isOpen(reading.sms) ? 'look_at_sms' : 'look_at_methods'
}

function weakerLabels(reading: AccountReading): LabelCode[] {
  const labels: LabelCode[] = []
  if (reading.sms === 'on') labels.push('weak_fallback')
  if (reading.smsForced) labels.push('forced_by_service')
  if (reading.voice === 'on') labels.push('voice_is_the_same_number')
  if (passwordLeftOn(reading)) labels.push('password_still_open')
  if (codesLeftOn(reading)) labels.push('weaker_method_left_on')
  else if (reading.weakerAllowed > 0 && reading.weaker.on > 0) labels.push('fallback_required')
  return labels
}

function weakerAction(reading: AccountReading, forced: ForcedTextAction): ActionCode {
  if (reading.smsForced) return forced
  if (needsSpare(reading)) return 'keep_spare_key'
  if (reading.sms === 'on') return withoutTextsAction(reading, 'turn_off_sms')
  if (reading.voice === 'on') return withoutTextsAction(reading, 'turn_off_voice')
  if (isOpen(reading.passwordBeside)) return 'look_at_methods'
  return passwordLeftOn(reading) ? 'remove_password_way_in' : 'turn_off_code_app'
}

/** Where only the text stands behind a password that still works, something has to take its place first. */
export function withoutTextsAction(
  reading: AccountReading,
  turnOff: 'turn_off_sms' | 'turn_off_voice',
): ActionCode {
  if (!reading.textsHoldPassword) return turnOff
  if (!reading.codeAppOffered) return 'remove_password_way_in'
  return turnOff === 'turn_off_sms' ? 'set_up_code_app_then_turn_off_sms' : 'set_up_code_app'
}

function oneKeyOnly(reading: AccountReading): LabelCode[] {
  return needsSpare(reading) ? ['one_key_only'] : []
}

/** One key or passkey and no more: nothing is turned off before there is a spare (G2.3, traps). */
export function needsSpare({ fido, account: { facts } }: AccountReading): boolean {
  return fido === 'on' && facts.keysOrPasskeys === '1'
}
