/** Answers to whole pieces, as forms send them. */

/** Looked for updates on that day; nothing is waiting, and both kinds come by themselves. */
export const lookedOn = (lastCheckedOn: string) => ({
  looked: 'yes',
  lastCheckedOn,
  pending: 'none',
  autoSystem: 'on',
  autoApps: 'on',
})
export const saysPasswords = {
  usesManager: 'for_all',
  manager: 'bitwarden',
  vaultPassphrase: 'long_unique_random',
  reviewed: 'never',
}
export const carefulWithMessages = {
  unknownLinks: 'never',
  groupInvites: 'always',
  alertAsksForCode: 'would_ignore_and_report',
  knowsReport: 'yes',
}
