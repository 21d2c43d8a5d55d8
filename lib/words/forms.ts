/** What forms say whatever they are about. */
export const formWords = {
  signedOut:
    'You were signed out after a while without activity. What you typed is still here. Sign in with your passkey in another tab, then save again.',
  stale:
    'This was changed somewhere else since you opened it. What stands now is shown beside what you typed.',
  databaseAway:
    'Nothing was saved, because the database does not answer. What you typed is still here. Try again in a moment.',
  tooMany: (seconds: number) =>
    `That was a lot in a short time. Nothing was saved. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
}
