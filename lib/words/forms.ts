/** What forms say whatever they are about. */
export const formWords = {
  signedOut:
    'You were signed out after a while without activity. What you typed is still here. Sign in with your passkey in another tab, then save again.',
  signInBeside: 'Sign in, in another tab',
  stale:
    'This was changed somewhere else since you opened it. What stands now is shown beside what you typed.',
  standsNow: 'What stands now',
  saveOver: 'To put what you typed in its place, save again.',
  sentAlready: 'This form was already saved, with other answers. Open what it saved and change it there.',
  drawnForAnother:
    'You have begun or stopped answering for somebody since this page was opened. What you typed is still here; open the page again to go on.',
  /** Before what came of it: not all that a form does is saved. */
  done: 'Done',
  nothingSaved: 'Nothing was saved.',
  databaseAway:
    'Nothing was saved, because the database does not answer. What you typed is still here. Try again in a moment.',
  unreachable:
    'The server could not be reached. What you typed is still here: save again when there is a network. Nothing is saved twice.',
  tooMany: (seconds: number) =>
    `That was a lot in a short time. Nothing was saved. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  confirmFirst:
    'This needs your passkey once more. If nothing asks for it, JavaScript may be switched off: the passkey needs it.',
  confirming: {
    asking: 'Waiting for your passkey.',
    cancelled: 'Your passkey was not used, so nothing was changed. Try again when you are ready.',
    refused: 'Your passkey was not accepted, or you were signed out. Nothing was changed. Try again.',
    impossible: 'This browser cannot use passkeys, so nothing was changed. Use another browser.',
  },
}
