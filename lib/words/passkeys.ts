export const passkeyWords = {
  lastOne: 'This is your only passkey. Add another one first, or you could not sign in any more.',
}
