/** Loading a file of a public directory: what an administrator reads before and after. */
import type { DirectoryProblem } from '@/lib/services/directory/formats'
import type { DirectorySource } from '@/lib/vocabulary'
import { capital, counted, listed } from './numbers'

export const directoryNames: Readonly<Record<DirectorySource, string>> = {
  '2fa_directory': '2FA Directory',
  passkeys_directory: 'Passkeys Directory',
}

const problems: Readonly<Record<DirectoryProblem | 'future', string>> = {
  too_large:
    'This file is larger than 2 MB. The whole directory is smaller: choose all.json as it is published.',
  empty: 'Choose the file. The one that came was empty.',
  not_utf8: 'This is no text in UTF-8. Choose the file as it is published, not unpacked or opened and saved.',
  not_json: 'This file cannot be read as JSON. It may have been cut off: fetch it again.',
  too_deep: 'This file is nested more deeply than any file of the two directories.',
  repeated_key:
    'One name stands twice in the same place of this file, so it could be read in two ways. Fetch it again.',
  not_a_directory:
    'This is no file of the 2FA Directory (version 3 or 4) or of the Passkeys Directory (version 1). Choose one of those.',
  nothing_known:
    'None of the services in this file is in the list here, so there is nothing to take from it.',
  future: 'This day is still to come. Say the day the file was fetched.',
}

export const directoryWords = {
  title: 'Load a directory file',
  lead: (shipped: string) =>
    `Facts about services ship with the product, read on ${shipped}. A newer file of the same directories can be loaded here.`,
  link: 'Load a newer file of the public directories',
  note: 'You see every change before anything changes. What you have corrected by hand stays as it is.',
  get: 'Where the files are',
  getHint:
    'This product fetches nothing by itself. Fetch one of these with a browser, look at it, and choose it here.',
  addresses: [
    { what: '2FA Directory, version 3', address: 'https://api.2fa.directory/v3/all.json' },
    { what: '2FA Directory, version 4', address: 'https://api.2fa.directory/v4/all.json' },
    { what: 'Passkeys Directory, version 1', address: 'https://passkeys-api.2fa.directory/v1/all.json' },
  ],
  file: 'File',
  fileHint: 'JSON, at most 2 MB.',
  readOn: 'Fetched on',
  readOnHint: 'The file bears no date of its own.',
  look: 'Look at it first',
  problems,
  previewTitle: (source: DirectorySource) => `What this file of the ${directoryNames[source]} would change`,
  previewLead: (changes: number, services: number) =>
    changes === 0
      ? `Nothing would change. The file speaks of ${counted(services, 'service')} of the list.`
      : `${capital(counted(changes, 'fact'))} would change. The file speaks of ${counted(services, 'service')} of the list.`,
  dated: (source: DirectorySource, day: string) => `${directoryNames[source]}, fetched on ${day}`,
  leftOut: (count: number) =>
    count === 0
      ? 'Every service in the file is in the list.'
      : `${capital(counted(count, 'entry speaks', 'entries speak'))} of services that are not in the list. They are left out: nobody’s account is judged by them.`,
  unread: (names: readonly string[]) =>
    `${listed(names)} ${names.length === 1 ? 'stays' : 'stay'} as ${names.length === 1 ? 'it is' : 'they are'}: the file says something there that this product does not understand.`,
  older: (count: number) =>
    `The file is not newer than what is known of ${counted(count, 'service')}. There, what shipped stays.`,
  overtaken:
    'A file of the same directory that was fetched later counts already. This one would change nothing.',
  keptUntil: (moment: string) => `Nothing has changed yet. This preview is kept until ${moment}.`,
  changes: 'What would change',
  changeOf: (service: string, fact: string) => `${service}: ${fact}`,
  changed: (from: string, to: string) => `${from} → ${to}`,
  kept: 'What stays as you corrected it',
  keptNote: 'The file says otherwise. Take a correction back to let the file count.',
  columns: { service: 'Service', fact: 'Fact', from: 'Now', to: 'From the file', source: 'Source' },
  keptColumns: { service: 'Service', fact: 'Fact', to: 'The file says' },
  apply: (changes: number) =>
    changes === 0 ? 'Keep this file all the same' : `Change ${counted(changes, 'fact')}`,
  applied: 'Applied. People with an account there are judged anew.',
  other: 'Choose another file',
  gone: 'This preview was used already, or is older than an hour. Choose the file again.',
  loaded: 'Files loaded so far',
  none: 'No file has been loaded. The facts are those that shipped.',
  loadedColumns: { file: 'File', fetched: 'Fetched on', by: 'Applied by', state: 'State' },
  by: (name: string, moment: string) => `${name}, ${moment}`,
  counts: 'counts',
  replaced: 'replaced by a later file',
  takenBack: (moment: string) => `taken back on ${moment}`,
  withdraw: 'Take it back',
  withdrawn: 'Taken back. People with an account there are judged anew.',
  underWay: 'People with an account there are being judged anew. This page tells when it is done.',
  stands: (source: DirectorySource, day: string) => `${directoryNames[source]}, ${day}`,
}
