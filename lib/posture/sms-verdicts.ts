/** General 3 for one account with a sign-in of its own: G3.0 to G3.3 and the total (guidance sections 2 and 6). */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import { type Answer, isOpen, reasonAmong } from '@/lib/posture/answers'
import { type ForcedTextAction, needsSpare, withoutTextsAction } from '@/lib/posture/fido-verdicts'
import type { AccountReading } from '@/lib/posture/reading'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'

/** What the rulings need to know of the line: can its number still be moved. */
export type LineState = { numberHeld: boolean; forced: ForcedTextAction }

/** G3.0: no text as second factor. A call is judged as partly met: the same number, and this product's reading. */
export function noSmsFactor(reading: AccountReading, line: LineState): Ruling {
  if (reading.phoneRegistered) return registered()
  if (reading.sms === 'on') return ruled('not_met', smsLabels(reading), smsAction(reading, line))
  if (isOpen(reading.sms)) return heldBack(reasonAmong(reading.sms), 'look_at_sms')
  if (reading.noSecondFactor === 'on') return withoutFactor(reading)
  if (reading.voice === 'on') {
    return isOpen(reading.noSecondFactor)
      ? heldBack(reasonAmong(reading.noSecondFactor), 'look_at_methods')
      : ruled('partly_met', ourReading, voiceAction(reading, line))
  }
  if (isOpen(reading.voice)) return heldBack(reasonAmong(reading.voice), 'look_at_methods')
  if (reading.other === 'off') return withoutFactor(reading)
  const open = [reading.other, reading.noSecondFactor].filter(isOpen)
  return open.length > 0
    ? heldBack(reasonAmong(...open), 'look_at_methods')
    : ruled('met', mailLabel(reading))
}

/** "SMS is off" never reads as met where nothing at all stands behind the password (row 14). */
function withoutFactor(reading: AccountReading): Ruling {
  return ruled('not_met', ['no_second_factor'], firstFactorAction(reading))
}

/** G3.1: recovery by text. Forced by the service is met with a note; never not met on this ground alone. */
export function smsRecovery(reading: AccountReading, line: LineState): Ruling {
  if (reading.phoneRegistered) return registered()
  if (reading.smsRecoveryRemovable === 'on') {
    return ruled('partly_met', ['recovery_by_sms'], 'remove_number_from_recovery')
  }
  if (reading.voiceRecovery === 'on') {
    return ruled('partly_met', ['recovery_by_sms', ...ourReading], 'remove_number_from_recovery')
  }
  const open = [reading.smsRecovery, reading.voiceRecovery].filter(isOpen)
  if (open.length > 0) return heldBack(reasonAmong(...open), 'look_at_recovery')
  if (isOpen(reading.smsRecoveryRemovable))
    return heldBack(reading.smsRecoveryRemovable, 'look_at_recovery', ['recovery_by_sms'])
  if (reading.smsRecovery === 'off') return ruled('met')
  return ruled('met', ['forced_by_service'], line.numberHeld ? null : 'set_carrier_pin')
}

/** G3.2: less valuable accounts use codes, or better, and no text. */
export function codesOnLessValuable(reading: AccountReading, line: LineState): Ruling {
  if (reading.phoneRegistered) return registered()
  return reading.high ? ruled('not_applicable') : noSmsFactor(reading, line)
}

/** G3.3: with another method on, the text is off. It does not happen by itself. */
export function smsOffOnceEnrolled(reading: AccountReading, line: LineState): Ruling {
  if (reading.phoneRegistered) return registered()
  if (reading.other === 'off') return ruled('not_applicable')
  const open = [reading.other, reading.sms].filter(isOpen)
  if (open.length > 0) return heldBack(reasonAmong(...open), lookFor(reading.sms))
  if (reading.sms === 'on') return ruled('not_met', smsLabels(reading), smsAction(reading, line))
  return noSmsFactor(reading, line)
}

/** The account's total under General 3: the G3 column of the truth table. */
export function smsTotal(reading: AccountReading, line: LineState): Ruling {
  const total = worstOf(noSmsFactor(reading, line), smsRecovery(reading, line))
  if (reading.account.facts.value !== 'not_sure') return total
  return { ...total, labels: [...total.labels, 'value_not_decided'] }
}

const ourReading: readonly LabelCode[] = ['voice_is_the_same_number', 'our_reading']
const severity = ['not_met', 'unknown', 'partly_met', 'met', 'not_applicable'] as const

function worstOf(factor: Ruling, recovery: Ruling): Ruling {
  if (factor.verdict === 'not_applicable') return factor
  const [first, second] =
    severity.indexOf(recovery.verdict) < severity.indexOf(factor.verdict)
      ? [recovery, factor]
      : [factor, recovery]
  const labels = [...new Set([...first.labels, ...second.labels])]
  return { ...first, labels, nextAction: first.nextAction ?? second.nextAction }
}

function registered(): Ruling {
  return ruled('not_applicable', ['registered_by_phone'])
}

function smsLabels(reading: AccountReading): LabelCode[] {
  if (reading.other === 'off' && reading.textsAreAll) return ['sms_is_all_it_offers']
  const labels: LabelCode[] = []
  if (reading.other === 'on') labels.push('weak_fallback')
  if (reading.other === 'off') labels.push('sms_only')
  if (reading.smsForced) labels.push('forced_by_service')
  return labels
}

function smsAction(reading: AccountReading, line: LineState): ActionCode {
  if (reading.smsForced || (reading.other === 'off' && reading.textsAreAll)) return line.forced
  if (needsSpare(reading)) return 'keep_spare_key'
  if (reading.high && reading.fido === 'off' && reading.fidoOffered === 'yes')
    return 'add_key_then_turn_off_sms'
  if (reading.other === 'on') return withoutTextsAction(reading, 'turn_off_sms')
  if (isOpen(reading.other)) return 'look_at_methods'
  return reading.codeAppOffered ? 'set_up_code_app_then_turn_off_sms' : line.forced
}

function voiceAction(reading: AccountReading, line: LineState): ActionCode {
  const keyFirst = reading.high && reading.fido === 'off' && reading.fidoOffered === 'yes'
  if (keyFirst) return 'add_key_or_passkey'
  if (needsSpare(reading)) return 'keep_spare_key'
  if (reading.other === 'on') return withoutTextsAction(reading, 'turn_off_voice')
  return reading.codeAppOffered ? 'set_up_code_app' : line.forced
}

function firstFactorAction(reading: AccountReading): ActionCode {
  if (reading.fido === 'on') return 'remove_password_way_in'
  if (reading.fidoOffered === 'no' && !reading.codeAppOffered) return 'move_elsewhere'
  return reading.high ? 'turn_on_best_method' : 'set_up_code_app'
}

function mailLabel(reading: AccountReading): LabelCode[] {
  const mailOnly = reading.mailed === 'on' && reading.codes === 'off' && reading.fido === 'off'
  return mailOnly ? ['code_goes_to_mailbox'] : []
}

function lookFor(sms: Answer): ActionCode {
  return isOpen(sms) ? 'look_at_sms' : 'look_at_methods'
}
