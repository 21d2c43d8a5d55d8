/** What a form of the register says when two answers cannot both be true, or when more was typed than is kept. */
export const platformProblems = {
  tail: 'This looks like the beginning or the end of a key. A key is known here by its name alone.',
  answered: 'This was answered already. Open the register and change the answer there.',
  tooMany: (most: number) =>
    `The register holds ${most} of these at most. Remove one that no longer matters.`,
  dayAhead: 'This day lies ahead.',
  dayTooEarly: 'This day is too long ago. Look at the year again.',
  moreThanAll: 'This is more than there are in all.',
  ofHowMany: 'Say of how many, too.',
  noAudit: 'Answer this only where there was an audit.',
  unknownPlatform: 'This platform is not in the list. Choose another, or name it yourself.',
  nameIt: 'Choose the platform from the list, or give it a name here.',
  nameStands: 'This platform has its name from the list. Leave your own name for it empty.',
  platformGone: 'This platform is no longer in the register. Choose again.',
  partyGone: 'This third party is no longer in the register. Choose again.',
  noAgency: 'A third party is named, and no agency uses this sign-in. One of the two needs another look.',
  credentialGone: 'One of these keys is no longer in the register. Choose again.',
  whichMethods: 'Choose at least one, or say that a password is enough.',
  methodsNamed:
    'You named what is shown besides a password. Choose the first answer, or take the marks away.',
  beforeMade: 'This day lies before the one on which the key was made.',
  beforeIt: 'This day lies before the one on which it happened.',
  nothingSeen: 'You said what was done, and that nothing was seen. One of the two needs another look.',
  whatWasDone: 'Say what was done, too.',
  whenWasIt: 'Say on which day that was, too.',
  endsBefore: 'This day lies before the one on which it was signed.',
  notSigned: 'A day is given, and no agreement was signed. One of the two needs another look.',
}
