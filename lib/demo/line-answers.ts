/** What a made-up person says of one phone line: valid together, the look-alikes of a carrier PIN among them. */
import { type LineFacts, nothingSaidOfLine } from '@/lib/lines/facts'
import { settled } from '@/lib/lines/rules'
import { type Dice, diceFrom } from './dice'

export type AroundLine = {
  id: string
  carrierId: string | null
  care: number
  doubt: number
  /** The carrier's own account in the same list. */
  carrierAccountId: string | null
  today: string
  /** A day some weeks before today. */
  earlier: string
}

const carriers = {
  verizon: 24,
  att: 22,
  't-mobile': 20,
  'google-fi': 5,
  'consumer-cellular': 6,
  ee: 6,
  'vodafone-uk': 5,
  'telekom-de': 4,
  freely: 8,
} as const
const unsureBy = (doubt: number) => ({ not_sure: 6 * doubt, unanswered: 4 * doubt })

/** How many lines somebody has: 1.3 on average. */
export const lineCountFrom = (dice: Dice) => Number(dice.weighted({ 0: 5, 1: 64, 2: 27, 3: 4 }))

/** A carrier of the catalogue; null for one that is named freely. */
export function carrierFrom(dice: Dice): string | null {
  const id = dice.weighted(carriers)
  return id === 'freely' ? null : id
}

/** The facts of one line, settled. Never contradict themselves (see lib/lines/rules.ts). */
export function lineFactsFrom(dice: Dice, around: AroundLine): LineFacts {
  const kind = dice.weighted({ physical_sim: 44, esim: 44, app_number: 4, ...unsureBy(around.doubt) })
  const said: LineFacts = {
    ...nothingSaidOfLine,
    carrierId: around.carrierId,
    kind,
    accountHolder: dice.weighted({ me: 70, family_member: 14, employer: 10, ...unsureBy(around.doubt) }),
    receivesCodes: dice.weighted({ yes: 80, no: 12, ...unsureBy(around.doubt) }),
    portOutLock: dice.weighted({
      on: 8 + 40 * around.care,
      off: 55,
      not_offered: 8,
      ...unsureBy(around.doubt),
    }),
    simChangeLock: dice.weighted({
      on: 8 + 36 * around.care,
      off: 55,
      not_offered: 8,
      ...unsureBy(around.doubt),
    }),
  }
  const used = { ...said, usedFor: usedForFrom(around.id, said) }
  if (kind === 'app_number') return used
  return settled({ ...used, ...pinFrom(dice, said, around), ...onlineFrom(dice, around) })
}

/** Dice of its own: it makes nobody answer another question otherwise. */
function usedForFrom(id: string, { accountHolder }: LineFacts): LineFacts['usedFor'] {
  const dice = diceFrom(`${id} used for`)
  if (accountHolder === 'employer') return dice.weighted({ work: 60, both: 30, unanswered: 10 })
  return dice.weighted({ personal: 40, both: 35, work: 5, not_sure: 3, unanswered: 17 })
}

function pinFrom(
  dice: Dice,
  { accountHolder }: LineFacts,
  { care, doubt, today, earlier }: AroundLine,
): Partial<LineFacts> {
  const accountPin = dice.weighted({
    set: 18 + 50 * care,
    not_set: 44 - 30 * care,
    carrier_does_not_offer: 6,
    ...(accountHolder === 'employer' ? { set_by_employer: 30 } : {}),
    ...unsureBy(doubt),
  })
  if (accountPin !== 'set') return { accountPin }
  const pinIs = dice.weighted({
    account_pin: 76,
    sim_card_pin: 10,
    number_transfer_pin: 5,
    phone_unlock_code: 4,
    voicemail_pin: 3,
  })
  return {
    accountPin,
    pinIs,
    pinOwnChoice: dice.weighted({ chosen_by_me: 76, default_or_guessable: 14, ...unsureBy(doubt) }),
    pinSetOn: dice.chance(0.2) ? null : dice.chance(0.4) ? today : earlier,
  }
}

function onlineFrom(
  dice: Dice,
  { care, doubt, carrierAccountId, today, earlier }: AroundLine,
): Partial<LineFacts> {
  const hasOnlineAccount = carrierAccountId ? 'yes' : dice.weighted({ yes: 40, no: 40, ...unsureBy(doubt) })
  if (hasOnlineAccount !== 'yes') return { hasOnlineAccount }
  const changed = dice.weighted({ yes: 25 + 60 * care, no: 50 - 40 * care, ...unsureBy(doubt) })
  if (changed !== 'yes') return { hasOnlineAccount, carrierAccountId, carrierPasswordChanged: changed }
  return {
    hasOnlineAccount,
    carrierAccountId,
    carrierPasswordChanged: changed,
    carrierPasswordChangedOn: dice.chance(0.15) ? null : dice.chance(0.7) ? today : earlier,
    changedWithManager: dice.weighted({ yes: 80, no: 12, ...unsureBy(doubt) }),
  }
}
