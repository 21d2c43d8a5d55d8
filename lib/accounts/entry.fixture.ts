/** Entries of the cast for tests: what a form would have sent. */
import type { AccountEntry } from '@/lib/accounts/entry'
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'

/** A personal mailbox at Google with nothing answered, unless a test says otherwise. */
export const mailbox = (
  facts: Partial<AccountFacts> = {},
  more: Partial<AccountEntry> = {},
): AccountEntry => ({
  serviceId: 'google',
  ownName: '',
  label: 'Mailbox',
  note: '',
  visibility: 'counted_only',
  ...more,
  facts: { ...nothingSaidOfAccount, category: 'email', value: 'high', ...facts },
})

/** A bank that is not in the catalogue. */
export const bank = (facts: Partial<AccountFacts> = {}, more: Partial<AccountEntry> = {}): AccountEntry => ({
  ...mailbox({ category: 'finance', ...facts }),
  serviceId: null,
  ownName: 'Harbour Bank',
  label: '',
  ...more,
})
