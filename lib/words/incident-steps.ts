/** What to do first when something is odd, by what it is nearest to. On the page from its start, for it may lose its network. */
import type { IncidentKind } from '@/lib/vocabulary'

export const tellsFirst = {
  title: 'First of all',
  device: 'Use a device you trust, not the one you doubt. If you read this on that one, go to another.',
  team: (who: string | null) =>
    who === null ? 'Tell your security team.' : `Tell your security team: ${who}.`,
  still: 'Nothing on this page is sent anywhere by itself. You hand it to your team, or report it, yourself.',
  noSecrets: 'Nobody who helps you needs a code, a PIN or a password. Whoever asks for one is part of it.',
}

export const stepsTitle = 'What to do first, by what happened'
export const otherSteps = 'If something else happened'

export const firstSteps: Readonly<Record<Exclude<IncidentKind, 'other'>, readonly string[]>> = {
  linked_device: [
    'Note since when it is linked and when it was last active.',
    'Remove it in the app, in the list of linked devices, at once.',
    'Whoever linked it has read along since that day. Tell your security team which talks that concerns.',
    'Set an app PIN or registration lock if the app offers one.',
  ],
  code_not_asked_for: [
    'Do not type it, do not approve it, and do not read it out to anybody who calls.',
    'Somebody may have your password there. From a device you trust, open the service by its own address and change it.',
    'Look at the sign-ins and sessions there, and end those that are not yours.',
  ],
  signal_lost: [
    'From another phone, call your phone company. Ask whether your number or SIM was moved, and have it stopped.',
    'Until it is yours again, codes sent to that number reach somebody else.',
    'From a device you trust, look at the mailbox and the accounts that open with that number first.',
  ],
  phone_lost: [
    'From another device, lock or erase it with the maker’s own service.',
    'Have your phone company block the SIM.',
    'End its sessions in your accounts and its links in messaging apps, and remove its passkey here.',
  ],
  message_or_link: [
    'Do not open it, scan it, join or answer.',
    'Ask the person it seems to come from, by phone or face to face, not in the same app.',
    'Report it with the app’s own button. That does not tell your security team: this sheet does.',
    'If you scanned a code already, look at the linked devices of the app now.',
  ],
  account_changed: [
    'From a device you trust, sign out all other sessions, then change the password.',
    'Take out ways in that are not yours: numbers, addresses, keys, linked devices, forwarding of mail.',
    'If you cannot get in any more, start the service’s own recovery, and say so on the sheet.',
  ],
}

/** What the sheet's type of activity starts with when somebody comes from a place that knows what happened. */
export const activityOf: Readonly<Record<IncidentKind, string>> = {
  linked_device: 'An unknown device was linked to a messaging app',
  code_not_asked_for: 'A code or approval request came unasked',
  signal_lost: 'A phone number stopped working; it may have been moved to somebody else',
  phone_lost: 'A phone was lost or taken',
  message_or_link: 'A message, link, QR code or group invitation that seems to be a trick',
  account_changed: 'An account was changed or entered by somebody else',
  other: '',
}
