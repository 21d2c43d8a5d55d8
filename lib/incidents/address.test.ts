import { expect, test } from 'vitest'
import { inboxAddress, inboxShows, readInboxAddress } from '@/lib/incidents/address'

const [at, ref] = ['2026-11-01T09:00:00.123Z', 'I-0A1B2C3D']

test('what stands in an address is read back from it', () => {
  for (const show of inboxShows)
    for (const cursor of [null, { way: 'after' as const, at, ref }, { way: 'before' as const, at, ref }]) {
      const asked = Object.fromEntries(new URL(inboxAddress(show, cursor), 'http://x').searchParams)
      expect(readInboxAddress(asked)).toEqual({ show, cursor })
    }
})

test.each([
  [{ show: 'all' }],
  [{ show: ['closed', 'closed'] }],
  [{ after: `2026-11-01~${ref}` }],
  [{ after: `2026-13-41T09:00:00.123Z~${ref}` }],
  [{ after: `${at}~I-0` }],
  [{ before: '~' }],
])('what makes no sense is passed over: %j', (asked) => {
  expect(readInboxAddress(asked)).toEqual({ show: 'open', cursor: null })
})
