/** What is asked about a phone line, and how the answers are read back (guidance, General 5). */
import type { LineEntry } from '@/lib/lines/entry'
import { writtenDay } from './dates'

export const lineForm = {
  newTitle: 'Add a phone line',
  newLead: 'Two minutes. No number is kept here: a name for it, and its last two digits if you like.',
  edit: 'Change a phone line',
  editTitle: (name: string) => `Change ${name}`,
  save: 'Save this line',
  firstLabel: 'My phone',
  more: 'More about this line: locks, and the account at the phone company',
  optionalNow: 'These can wait. What is not answered stays open, and is asked again on your first page.',
  label: { label: 'What do you call this line?', hint: 'Such as work phone, tablet, old number.' },
  lastDigits: {
    label: 'Its last two digits',
    hint: 'They tell your lines apart. Never more than two.',
  },
  carrierId: {
    label: 'Which phone company is it with?',
    hint: 'A PIN stays with the company it was set at. With another company, it is asked again.',
    choose: 'Choose one',
    other: 'Another one',
  },
  ownCarrier: { label: 'Name of the phone company' },
  kind: {
    label: 'What kind of line is it?',
    choices: {
      physical_sim: 'A SIM card',
      esim: 'An eSIM',
      app_number: 'A number in an app',
      not_sure: 'I’m not sure',
    },
  },
  accountHolder: {
    label: 'In whose name is it?',
    hint: 'Often only that person may set the PIN.',
    choices: {
      me: 'Mine',
      family_member: 'A family member’s',
      employer: 'My employer’s',
      not_sure: 'I’m not sure',
    },
  },
  usedFor: {
    label: 'What is this line used for?',
    hint: 'A work chat or work calls on it are work.',
    choices: { work: 'Work', personal: 'Private things', both: 'Both', not_sure: 'Not sure' },
  },
  accountPin: {
    label:
      'Somebody calls your phone company in your name. Does it want a PIN from them that nobody but you has?',
    hint: 'The SIM card has a PIN too, and the phone a code. Neither is meant here.',
    choices: {
      set: 'Yes, I have set one',
      not_set: 'No, none is set',
      carrier_does_not_offer: 'My phone company offers none',
      set_by_employer: 'My employer takes care of it',
      not_sure: 'I’m not sure',
    },
  },
  pinIs: {
    label: 'What exactly did you set?',
    hint: 'Several things are called PIN, and they are easily mixed up.',
    choices: {
      account_pin: {
        label: 'A PIN or passcode on the account at the phone company',
        hint: 'Customer service asks for it before they change anything.',
      },
      number_transfer_pin: {
        label: 'A number transfer PIN',
        hint: 'Made for one move to another phone company; runs out by itself.',
      },
      sim_card_pin: { label: 'The PIN of the SIM card', hint: 'Asked for when the phone starts.' },
      phone_unlock_code: {
        label: 'The code that unlocks the phone',
        hint: 'Or a face or a finger instead of it.',
      },
      voicemail_pin: { label: 'The PIN of the voicemail', hint: 'Asked for when you listen to messages.' },
      carrier_app_lock: {
        label: 'A lock on the phone company’s app',
        hint: 'A face, a finger or a code before the app opens.',
      },
      number_or_sim_lock: {
        label: 'A number lock or SIM lock',
        hint: 'A switch that keeps the number from being moved while it is on.',
      },
      not_sure: { label: 'I’m not sure', hint: '' },
    },
  },
  pinOwnChoice: {
    label: 'Did you choose it yourself?',
    choices: {
      chosen_by_me: 'Yes, and nobody can guess it',
      default_or_guessable: 'It was given to me, or is a birthday or part of a number others know',
      not_sure: 'I’m not sure',
    },
  },
  pinSetOn: { label: 'When did you set it?', hint: 'Roughly is enough.' },
  receivesCodes: {
    label: 'Do codes for signing in come to this number?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'Not sure' },
  },
  portOutLock: {
    label: 'Is a lock on that keeps the number from being moved to another company?',
    hint: 'Called number lock or port-out protection.',
    choices: { on: 'On', off: 'Off', not_offered: 'Not offered', not_sure: 'Not sure' },
  },
  simChangeLock: {
    label: 'Is a lock on that keeps it from being moved to another SIM card?',
    hint: 'Called SIM lock or SIM protection.',
    choices: { on: 'On', off: 'Off', not_offered: 'Not offered', not_sure: 'Not sure' },
  },
  hasOnlineAccount: {
    label: 'Do you have an account on the phone company’s website or app?',
    hint: 'Where there is none, somebody else could open one in your name.',
    choices: { yes: 'Yes', no: 'No', not_sure: 'Not sure' },
  },
  carrierAccountId: {
    label: 'Which account in your list is it?',
    choose: 'Not in my list yet',
    none: 'It is not in your list yet. Save this line first, then add the account, and choose it here.',
  },
  carrierPasswordChanged: {
    label: 'Was its password changed after the PIN was set?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'Not sure' },
  },
  carrierPasswordChangedOn: { label: 'When was it changed?', hint: 'Roughly is enough.' },
  changedWithManager: {
    label: 'Did a password manager make the new one?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'Not sure' },
  },
  note: { label: 'A note for yourself', hint: 'Never a PIN, a code or a number.' },
}

const notAnswered = 'not answered yet'
const nothing = 'nothing'

/** The answers of one line as they are read back: what was asked, and what was said; an open question says so. */
export function lineAnswers(
  entry: LineEntry,
  names: { carrier: string | null; carrierAccount: string | null },
): { label: string; value: string }[] {
  const { facts } = entry
  const chosen = (choices: Readonly<Record<string, string>>, value: string) => choices[value] ?? notAnswered
  const day = (value: string | null) => (value === null ? notAnswered : writtenDay(value))
  const setIs = facts.pinIs === null ? notAnswered : lineForm.pinIs.choices[facts.pinIs].label
  const { pinOwnChoice, changedWithManager } = lineForm
  const online = facts.hasOnlineAccount === 'yes'
  const changed = facts.carrierPasswordChanged === 'yes'
  return [
    { label: lineForm.label.label, value: entry.label },
    { label: lineForm.lastDigits.label, value: entry.lastDigits || nothing },
    { label: lineForm.carrierId.label, value: names.carrier ?? notAnswered },
    { label: lineForm.kind.label, value: chosen(lineForm.kind.choices, facts.kind) },
    {
      label: lineForm.accountHolder.label,
      value: chosen(lineForm.accountHolder.choices, facts.accountHolder),
    },
    { label: lineForm.usedFor.label, value: chosen(lineForm.usedFor.choices, facts.usedFor) },
    { label: lineForm.accountPin.label, value: chosen(lineForm.accountPin.choices, facts.accountPin) },
    ...(facts.accountPin === 'set' || facts.pinIs !== null
      ? [{ label: lineForm.pinIs.label, value: setIs }]
      : []),
    ...(facts.accountPin === 'set'
      ? [
          { label: pinOwnChoice.label, value: chosen(pinOwnChoice.choices, facts.pinOwnChoice) },
          { label: lineForm.pinSetOn.label, value: day(facts.pinSetOn) },
        ]
      : []),
    {
      label: lineForm.receivesCodes.label,
      value: chosen(lineForm.receivesCodes.choices, facts.receivesCodes),
    },
    { label: lineForm.portOutLock.label, value: chosen(lineForm.portOutLock.choices, facts.portOutLock) },
    {
      label: lineForm.simChangeLock.label,
      value: chosen(lineForm.simChangeLock.choices, facts.simChangeLock),
    },
    {
      label: lineForm.hasOnlineAccount.label,
      value: chosen(lineForm.hasOnlineAccount.choices, facts.hasOnlineAccount),
    },
    ...(online
      ? [
          {
            label: lineForm.carrierAccountId.label,
            value: names.carrierAccount ?? lineForm.carrierAccountId.choose,
          },
          {
            label: lineForm.carrierPasswordChanged.label,
            value: chosen(lineForm.carrierPasswordChanged.choices, facts.carrierPasswordChanged),
          },
        ]
      : []),
    ...(online && changed
      ? [
          { label: lineForm.carrierPasswordChangedOn.label, value: day(facts.carrierPasswordChangedOn) },
          {
            label: lineForm.changedWithManager.label,
            value: chosen(changedWithManager.choices, facts.changedWithManager),
          },
        ]
      : []),
    ...(entry.note === '' ? [] : [{ label: lineForm.note.label, value: entry.note }]),
  ]
}
