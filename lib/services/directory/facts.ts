/** What a file of the two public directories says of the services we know: in their closed words, and nothing else. */
import type { DirectorySource, OneOf } from '@/lib/vocabulary'

/** The second factors of the 2FA Directory, version 3 and 4 of its files. */
export const directoryMethods = [
  'sms',
  'call',
  'email',
  'totp',
  'u2f',
  'custom-software',
  'custom-hardware',
] as const
export type DirectoryMethod = OneOf<typeof directoryMethods>

/** One service in the 2FA Directory. It leaves out what signs in without a password. */
export type TwoFactorFact = {
  serviceId: string
  methods: DirectoryMethod[]
  /** The names of its own software speak of approving a request, not of typing a code. */
  approves: boolean
}
/** One service in the Passkeys Directory. */
export type PasskeyFact = { serviceId: string; signsIn: boolean; secondFactor: boolean }

/** The shapes of the files: two versions of the one directory, one of the other. */
const directoryForms = ['2fa_v3', '2fa_v4', 'passkeys_v1'] as const
export type DirectoryForm = OneOf<typeof directoryForms>

export type DirectoryFacts =
  | { source: Extract<DirectorySource, '2fa_directory'>; services: TwoFactorFact[] }
  | { source: Extract<DirectorySource, 'passkeys_directory'>; services: PasskeyFact[] }

/** The facts of one file with the day it was fetched, 2026-11-20. */
export type DatedFacts = DirectoryFacts & { readOn: string }
