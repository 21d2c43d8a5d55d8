/** Every verdict on one account, whichever way it is signed in to (guidance section 2, rows 1 to 30). */
import type { ItemId, LabelCode } from '@/lib/guidance/codes'
import {
  advancedProtection,
  type ForcedTextAction,
  fidoInUse,
  fidoTotal,
  weakerMethodsOff,
} from '@/lib/posture/fido-verdicts'
import { decidingReading, type Inventory, lineIdOf, numberIsHeld } from '@/lib/posture/inventory'
import type { AccountReading } from '@/lib/posture/reading'
import { heldBack, judgementsOf, type Ruling, type Rulings } from '@/lib/posture/ruling'
import type { Judgement } from '@/lib/posture/shapes'
import {
  codesOnLessValuable,
  type LineState,
  noSmsFactor,
  smsOffOnceEnrolled,
  smsRecovery,
  smsTotal,
} from '@/lib/posture/sms-verdicts'

const itemsOfAnAccount = [
  'G2.0',
  'G2.3',
  'G3.0',
  'G3.1',
  'G3.2',
  'G3.3',
  'G2',
  'G3',
] as const satisfies ItemId[]

/**
 * Judges one account: G2.0, G2.3, G2.4 for Google accounts, G3.0 to G3.3 and the totals G2 and G3.
 * @param reading the account as read. @param inventory the person's inventory it stands in.
 * @returns one judgement for each item; an account entered through another takes that one's verdicts (row 23).
 */
export function judgeAccount(reading: AccountReading, inventory: Inventory): Judgement[] {
  const { account } = reading
  const signIn = inventory.signIns.get(account.id)
  const root = signIn?.kind === 'through' ? inventory.readings.get(signIn.root) : undefined
  const rulings = root
    ? inherited(reading, directRulings(root, inventory))
    : directRulings(reading, inventory)
  const restsOn = root ? [account, root.account] : [account]
  return rulings.flatMap(([item, ruling]) =>
    judgementsOf('account', account.id, [[item, ruling]], [...restsOn, ...basisOf(item, root ?? reading)]),
  )
}

/** "The service insists on it" is as old as the day somebody tried, or the catalogue was read (G3.1, traps). */
function basisOf(
  item: ItemId,
  { account: { facts, service, enteredOn }, smsRecoveryForced }: AccountReading,
): { confirmedOn: string; enteredOn: string }[] {
  if (!smsRecoveryForced || (item !== 'G3.1' && item !== 'G3')) return []
  const on = facts.smsForcedBasis === 'service_facts' ? service?.asOf : facts.smsForcedOn
  return on ? [{ confirmedOn: on, enteredOn }] : []
}

function directRulings(reading: AccountReading, inventory: Inventory): Rulings {
  const kind = inventory.signIns.get(reading.account.id)?.kind
  if (kind === 'employer')
    return sameForAll(reading, heldBack('never_asked', null, ['judged_by_organisation']))
  if (kind === 'parent_missing')
    return sameForAll(reading, heldBack('unanswered', 'add_that_account', ['parent_missing']))
  const own = ownRulings(reading, lineState(reading, inventory))
  if (reading.account.facts.signsInBy === 'not_sure')
    return own.map(([item, ruling]) => [item, doubted(ruling)])
  return withSharedFate(own, reading, inventory)
}

function ownRulings(reading: AccountReading, line: LineState): Rulings {
  return [
    ['G2.0', fidoInUse(reading)],
    ['G2.3', weakerMethodsOff(reading, line.forced)],
    ...(reading.google ? ([['G2.4', advancedProtection(reading)]] as const) : []),
    ['G3.0', noSmsFactor(reading, line)],
    ['G3.1', smsRecovery(reading, line)],
    ['G3.2', codesOnLessValuable(reading, line)],
    ['G3.3', smsOffOnceEnrolled(reading, line)],
    ['G2', fidoTotal(reading, line.forced)],
    ['G3', smsTotal(reading, line)],
  ]
}

function lineState({ account }: AccountReading, inventory: Inventory): LineState {
  const numberHeld = numberIsHeld(inventory.line(lineIdOf(account, inventory)))
  const forced: ForcedTextAction = numberHeld ? 'ask_for_exception' : 'set_carrier_pin'
  return { numberHeld, forced }
}

function inherited(reading: AccountReading, rulings: Rulings): Rulings {
  return rulings
    .filter(([item]) => item !== 'G2.4' || reading.google)
    .map(([item, ruling]) => [
      item,
      { ...ruling, labels: [...ruling.labels, 'inherits'], nextAction: 'open_that_account' },
    ])
}

function sameForAll(reading: AccountReading, ruling: Ruling): Rulings {
  const judged = itemsOfAnAccount.map((item) => [item, ruling] as const)
  return reading.google ? [...judged, ['G2.4', ruling]] : judged
}

/** Nobody knows how this account is signed in to: what is known to be bad stays, nothing passes. */
function doubted(ruling: Ruling): Ruling {
  return ruling.verdict === 'not_met' || ruling.verdict === 'unknown'
    ? ruling
    : heldBack('not_sure', 'look_at_methods', ruling.labels)
}

/** An account that recovers by a mailbox with text codes on carries a label; its verdict stays its own (section 2). */
function withSharedFate(
  rulings: Rulings,
  { account, mailboxReset }: AccountReading,
  inventory: Inventory,
): Rulings {
  const mailboxes = mailboxReset === 'on' ? account.facts.recoveryMailboxes : []
  const falls = mailboxes.some((id) => id !== account.id && opensByText(id, inventory))
  if (!falls) return rulings
  return rulings.map(([item, ruling]) => [item, item === 'G3' ? labelled(ruling, 'falls_with') : ruling])
}

function opensByText(id: string, inventory: Inventory): boolean {
  const decides = decidingReading(id, inventory)
  return decides?.sms === 'on' && !decides.phoneRegistered
}

function labelled(ruling: Ruling, label: LabelCode): Ruling {
  return { ...ruling, labels: [...ruling.labels, label] }
}
