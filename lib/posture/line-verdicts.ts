/** General 5 for one phone line: G5.0 to G5.2 and the line's total (guidance section 7). */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import { anyOf, isOpen, reasonAmong } from '@/lib/posture/answers'
import { judgeByRecord } from '@/lib/posture/employer-lines'
import type { LineInQuestion } from '@/lib/posture/facts'
import { decidingReading, type Inventory, isEmployers, pinOf } from '@/lib/posture/inventory'
import type { AccountReading } from '@/lib/posture/reading'
import { heldBack, judgementsOf, type Ruling, ruled } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'

/**
 * Judges one line: G5.0 carrier PIN, G5.1 a second factor on the carrier account, G5.2 its password changed after,
 * and the total G5. @returns one judgement for each.
 */
export function judgeLine(line: LineInQuestion, inventory: Inventory): Judgement[] {
  const carrier = carrierAccount(line, inventory)
  const record = judgeByRecord(line)
  const pin = record?.pin ?? carrierPin(line)
  const mfa = record?.mfa ?? carrierMfa(line, carrier, inventory)
  const password = record?.password ?? carrierPassword(line)
  const withCarrier = carrier ? [line, carrier.account] : [line]
  return [
    ...judgementsOf('line', line.id, [['G5.0', pin]], [line]),
    ...judgementsOf('line', line.id, [['G5.1', mfa]], withCarrier),
    ...judgementsOf('line', line.id, [['G5.2', password]], [line]),
    ...judgementsOf('line', line.id, [['G5', lineTotal(pin, mfa, password)]], withCarrier),
  ]
}

/** G5.0. Six things are taken for the carrier's account PIN and are not it; an app number has no carrier. */
export function carrierPin(line: LineInQuestion): Ruling {
  const { facts } = line
  const pin = pinOf(line)
  if (facts.kind === 'app_number') return ruled('not_applicable', ['number_has_no_carrier'])
  if (pin === 'not_set') return ruled('not_met', notSetLabels(facts), whoSets(facts))
  if (isEmployers(facts)) return heldBack('never_asked', null, ['held_by_employer', 'judged_by_organisation'])
  if (pin === 'carrier_does_not_offer') return noPinOffered(facts)
  if (pin !== 'set') return heldBack(pin === 'not_sure' ? 'not_sure' : 'unanswered', 'look_at_pin')
  if (facts.pinIs === null) return heldBack('unanswered', 'look_at_pin')
  if (facts.pinIs !== 'account_pin') return ruled('not_met', ['look_alike'], whoSets(facts))
  if (facts.pinOwnChoice === 'chosen_by_me') return ruled('met')
  if (facts.pinOwnChoice === 'default_or_guessable')
    return ruled('partly_met', ['default_pin'], 'choose_own_pin')
  return heldBack(facts.pinOwnChoice, 'look_at_pin')
}

function carrierMfa(
  { facts }: LineInQuestion,
  account: AccountReading | undefined,
  inventory: Inventory,
): Ruling {
  if (facts.kind === 'app_number') return ruled('not_applicable', ['number_has_no_carrier'])
  if (isEmployers(facts)) return heldBack('never_asked', null, ['held_by_employer', 'judged_by_organisation'])
  if (facts.hasOnlineAccount === 'no')
    return ruled('partly_met', ['no_online_account'], 'open_carrier_account')
  if (isOpen(facts.hasOnlineAccount)) return heldBack(facts.hasOnlineAccount, 'look_at_methods')
  if (!account) return heldBack('unanswered', 'add_that_account')
  const decides = decidingReading(account.account.id, inventory)
  return decides ? factorOnCarrier(decides) : heldBack('unanswered', 'look_at_methods')
}

/** Any method other than a text or call is met; those go to the very line that is to be protected. */
function factorOnCarrier(reading: AccountReading): Ruling {
  const texts = anyOf(reading.sms, reading.voice)
  const bare = reading.noSecondFactor === 'on'
  if (!bare) {
    if (reading.other === 'on' && reading.noSecondFactor === 'off') return ruled('met')
    const open = [
      reading.other,
      ...([reading.other, texts].includes('on') ? [reading.noSecondFactor] : []),
    ].filter(isOpen)
    if (open.length > 0) return heldBack(reasonAmong(...open), 'look_at_methods')
    if (isOpen(texts)) return heldBack(reasonAmong(texts), 'look_at_sms')
  }
  const byText = texts === 'on' && !bare
  const bestIsOn = byText ? reading.textsAreAll : reading.nothingOffered
  const labels: LabelCode[] = byText ? [] : ['no_second_factor']
  if (bestIsOn) labels.push('carrier_offers_nothing_else')
  else if (byText && reading.betterOffered) labels.push('better_is_offered')
  return ruled(byText ? 'partly_met' : 'not_met', labels, bestIsOn ? null : 'turn_on_carrier_mfa')
}

function carrierPassword(line: LineInQuestion): Ruling {
  const { facts } = line
  if (facts.kind === 'app_number') return ruled('not_applicable', ['number_has_no_carrier'])
  if (facts.hasOnlineAccount === 'no') return ruled('not_applicable', ['no_online_account'])
  if (isEmployers(facts)) return heldBack('never_asked', null, ['held_by_employer', 'judged_by_organisation'])
  if (isOpen(facts.hasOnlineAccount)) return heldBack(facts.hasOnlineAccount, 'look_at_methods')
  if (facts.carrierPasswordChanged === 'no') return ruled('not_met', [], 'change_carrier_password')
  if (isOpen(facts.carrierPasswordChanged))
    return heldBack(facts.carrierPasswordChanged, 'change_carrier_password')
  if (facts.changedWithManager === 'no' || changedTooEarly(line)) {
    return ruled('partly_met', [], 'change_carrier_password')
  }
  if (isOpen(facts.changedWithManager)) return heldBack(facts.changedWithManager, 'change_carrier_password')
  if (orderUnknown(line)) return heldBack('unanswered', 'change_carrier_password')
  return ruled('met')
}

/** Not met without the PIN, unknown when the PIN is, met only if all three are met or not applicable. */
function lineTotal(pin: Ruling, mfa: Ruling, password: Ruling): Ruling {
  const parts = [pin, mfa, password]
  const nextAction = parts.map((part) => part.nextAction).find((action) => action !== null) ?? null
  const labels = [...new Set(parts.flatMap((part) => part.labels))]
  if (pin.verdict === 'unknown') return { ...pin, labels, nextAction }
  if (pin.verdict === 'not_met') return ruled('not_met', labels, nextAction)
  if (parts.every((part) => part.verdict === 'not_applicable'))
    return ruled('not_applicable', labels, nextAction)
  const done = parts.every((part) => part.verdict === 'met' || part.verdict === 'not_applicable')
  return ruled(done ? 'met' : 'partly_met', labels, nextAction)
}

type LineAnswers = LineInQuestion['facts']

function whoSets(facts: LineAnswers): ActionCode {
  const others = facts.accountHolder === 'family_member' || facts.accountHolder === 'employer'
  return others ? 'ask_account_holder_for_pin' : 'set_carrier_pin'
}

function notSetLabels(facts: LineAnswers): LabelCode[] {
  const lookAlike = facts.pinIs !== null && facts.pinIs !== 'account_pin'
  return [
    ...(isEmployers(facts) ? ['held_by_employer' as const] : []),
    ...(lookAlike ? ['look_alike' as const] : []),
  ]
}

function noPinOffered(facts: LineAnswers): Ruling {
  const locked = facts.portOutLock === 'on' && facts.simChangeLock === 'on'
  const noLocks = facts.portOutLock === 'not_offered' || facts.simChangeLock === 'not_offered'
  return ruled('not_applicable', ['carrier_offers_no_pin'], locked || noLocks ? null : 'turn_on_number_locks')
}

/** The text asks for the PIN first and the password after it, so a change before the PIN is half of it. */
function changedTooEarly(line: LineInQuestion): boolean {
  const { carrierPasswordChangedOn: changed, pinSetOn } = line.facts
  if (pinOf(line) === 'not_set') return true
  return changed !== null && pinSetOn !== null && changed < pinSetOn
}

function orderUnknown(line: LineInQuestion): boolean {
  const { carrierPasswordChangedOn: changed, pinSetOn } = line.facts
  const pin = pinOf(line)
  if (pin === 'carrier_does_not_offer') return false
  return pin !== 'set' || changed === null || pinSetOn === null
}

function carrierAccount({ facts }: LineInQuestion, inventory: Inventory): AccountReading | undefined {
  return facts.carrierAccountId === null ? undefined : inventory.readings.get(facts.carrierAccountId)
}
