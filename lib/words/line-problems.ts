/** What a line form says when two answers cannot both be true, or when more of a number was typed than is kept. */
export const lineProblems = {
  twoDigits: 'At most the last two digits are kept here. Type two digits, or leave this empty.',
  numberInLabel: 'A label holds no number, not even a part of one. “Work phone” is enough.',
  unknownCarrier: 'This phone company is not in the list. Choose another, or name it yourself.',
  carrierStands: 'This phone company has its name from the list. Leave your own name for it empty.',
  appNumber: 'A number that lives in an app has no PIN at a phone company. Choose another answer.',
  notEmployers: 'You said that your employer does not hold this line. Choose another answer here, or there.',
  pinIsSet: 'You said that no PIN is set. Say that one is set, or choose what else it was.',
  noPin: 'Answer this only where a PIN is set.',
  noOnlineAccount: 'Answer this only where there is an online account.',
  accountMissing: 'That account is no longer in your list. Choose again.',
  notCarriers: 'That account is not one at a phone company. Choose the one you manage this line with.',
  notChanged: 'Answer this only where the password was changed.',
  dayAhead: 'This day lies ahead.',
  dayTooEarly: 'This day is too long ago. Look at the year again.',
  tooMany: (most: number) => `The list holds ${most} lines at most. Remove one that no longer matters.`,
}
