/** What is said about one's own passkeys. */
import { capital, counted } from './numbers'

export const passkeyWords = {
  title: 'Passkeys',
  lead: (count: number) => capital(`${counted(count, 'passkey')} ${count === 1 ? 'signs' : 'sign'} you in.`),
  onlyOne: 'If you lost it, two colleagues would have to let you in again.',
  addSpare: 'Add a spare passkey',
  lastOne: 'This is your only passkey. Add another one first, or you could not sign in any more.',
  noSheet: 'There is more than one administrator, so two people recover a sign-in: there is no sheet.',
  unnamed: (place: number) => `Passkey ${place}`,
  kinds: {
    synced: 'synced between devices',
    may_sync: 'may be synced between devices',
    one_device: 'on one device',
  },
  about: (kind: string, maker: string | null) => `${capital(kind)}${maker ? `; looks like ${maker}` : ''}.`,
  dates: (added: string, used: string | null) =>
    `Added ${added}, ${used ? `last used ${used}` : 'not used yet'}`,
  rename: 'Name',
  renameHint: 'Where it is: “Work phone”, “Key in the drawer”.',
  renameButton: 'Save the name',
  renamed: 'Saved.',
  remove: (name: string) => `Remove ${name}`,
  change: (name: string) => `Change or remove ${name}`,
  standing: (current: { name: string | null; version: number }) => ({
    version: current.version,
    now: [{ label: 'Name', value: current.name ?? 'none' }],
  }),
  removeHint:
    'It stops signing you in at once, and every session it opened ends. Your browser asks for a passkey to confirm.',
  removed: (ended: number) =>
    ended === 0
      ? 'Removed.'
      : `Removed. ${ended === 1 ? 'One session' : counted(ended, 'session')} it had opened ended.`,
  endOthers: 'Look at your sessions and end others',
  sheet: {
    title: 'Recovery sheet',
    lead: 'You are the only administrator. If you lose every passkey, the code on your recovery sheet lets you register a new one.',
    make: 'Make a new sheet',
    made: 'The sheet before this one no longer works.',
  },
  makersNote: 'The maker is what the passkey says of itself. Nothing is decided by it.',
}

/** What happened to one's own way in, said on Today and on the passkeys page. */
export const entryNotices = {
  pendingTitle: 'Somebody asked to replace your passkeys',
  pending: (by: string, when: string) =>
    `${by} asked for it on ${when}, saying that you lost them. If you did not, stop it now and tell your security team.`,
  stop: 'Stop it',
  stopped: 'Stopped. The code and the link no longer work.',
  replacedTitle: 'Your passkeys were replaced',
  replaced: (asked: string, approved: string, when: string) =>
    `On ${when}, asked for by ${asked} and approved by ${approved}. If that was not you, tell your security team at once.`,
  spareTitle: 'You have one passkey',
}
