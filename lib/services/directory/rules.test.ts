import { describe, expect, test } from 'vitest'
import { catalogue } from '@/lib/services/catalogue'
import type { DatedFacts, DirectoryMethod } from '@/lib/services/directory/facts'
import { asShipped, bytesOf, passkeysAsShipped } from '@/lib/services/directory/files.fixture'
import { readDirectory } from '@/lib/services/directory/formats'
import { changesBetween, inForce, withDirectories } from '@/lib/services/directory/rules'

const newer = '2026-11-20'
const factors = (serviceId: string, methods: DirectoryMethod[], approves = false): DatedFacts => ({
  source: '2fa_directory',
  readOn: newer,
  services: [{ serviceId, methods, approves }],
})
const passkeys = (serviceId: string, signsIn: boolean, secondFactor: boolean): DatedFacts => ({
  source: 'passkeys_directory',
  readOn: newer,
  services: [{ serviceId, signsIn, secondFactor }],
})
const laid = (...files: DatedFacts[]) => new Map(withDirectories(catalogue, files).map((it) => [it.id, it]))
const changes = (...files: DatedFacts[]) =>
  changesBetween(catalogue, laid(...files)).map(({ field, from, to }) => [field, from, to])

test.each([
  ['2FA Directory', asShipped],
  ['Passkeys Directory', passkeysAsShipped],
])('a file of the %s that says what shipped changes nothing', (_, file) => {
  const read = readDirectory(bytesOf(file()))
  if (!read.ok) throw new Error(read.problem)
  expect(changes({ ...read.facts, readOn: newer })).toEqual([])
})

describe('the 2FA Directory', () => {
  test('adds and takes away methods, and leaves passkeys to the other directory', () => {
    expect(changes(factors('proton', ['totp']))).toEqual([
      ['methods', 'fido_security_key passkey authenticator_code', 'passkey authenticator_code'],
    ])
    expect(changes(factors('reddit', ['totp', 'u2f']))).toEqual([
      ['methods', 'authenticator_code', 'fido_security_key authenticator_code'],
      ['fidoOffered', 'no', 'yes'],
    ])
  })

  test('keeps what is known of a service’s own app or token, and takes an unknown one by its name', () => {
    expect(
      changes(factors('lastpass', ['u2f', 'totp', 'sms', 'custom-software', 'custom-hardware'])),
    ).toEqual([])
    expect(changes(factors('docker', ['totp', 'custom-software'], true))[0]?.[2]).toBe(
      'authenticator_code app_approval',
    )
    expect(changes(factors('docker', ['totp', 'custom-software']))[0]?.[2]).toBe(
      'authenticator_code vendor_code_app',
    )
    expect(changes(factors('docker', ['totp', 'custom-hardware']))[0]?.[2]).toBe(
      'authenticator_code hardware_code_token',
    )
  })

  test.each([
    ['reddit', ['totp', 'sms'], 'none_known'],
    ['digitalocean', ['totp'], 'not_offered'],
    ['att', ['sms', 'totp'], 'none_known'],
    ['box', ['sms'], 'only_second_factor'],
  ] as const)('of %s offering %j takes what the list says of letting texts go', (id, offers, expected) => {
    expect(laid(factors(id, [...offers])).get(id)?.smsConstraint).toBe(expected)
  })

  test.each([
    ['dropbox', ['u2f', 'totp', 'sms'], 'fallback_needed_not_necessarily_sms'],
    ['paypal', ['u2f', 'totp'], 'fallback_needed_not_necessarily_sms'],
    ['signal', ['custom-software'], 'registration_by_phone'],
  ] as const)('knows nothing against what is known of %s letting texts go', (id, offers, expected) => {
    expect(laid(factors(id, [...offers])).get(id)?.smsConstraint).toBe(expected)
  })
})

describe('the Passkeys Directory', () => {
  test('adds a passkey, says what it does, and takes it away', () => {
    expect(changes(passkeys('zoom', true, false))).toEqual([
      ['methods', 'authenticator_code sms_code', 'passkey authenticator_code sms_code'],
      ['fidoOffered', 'no', 'yes'],
      ['passkeyUse', '', 'sign_in'],
    ])
    expect(changes(passkeys('amazon', false, false))).toEqual([
      ['methods', expect.stringMatching(/^passkey /), expect.not.stringContaining('passkey')],
      ['fidoOffered', 'yes', 'no'],
      ['passkeyUse', 'sign_in', ''],
    ])
  })

  test('takes `mfa` at a service with a security key alone for that key', () => {
    expect(changes(passkeys('bank-of-america', false, true))).toEqual([])
    expect(changes(passkeys('bank-of-america', true, true))).not.toEqual([])
  })
})

test('the two directories together come to the same in either order', () => {
  const [one, other] = [factors('zoom', ['u2f']), passkeys('zoom', false, true)]
  expect(laid(one, other).get('zoom')).toEqual(laid(other, one).get('zoom'))
  expect(laid(one, other).get('zoom')?.readOn).toEqual({ '2fa_directory': newer, passkeys_directory: newer })
})

test('a file fetched on or before the day the shipped facts were read changes nothing', () => {
  const shipped = catalogue.find(({ id }) => id === 'reddit')?.asOf ?? ''
  expect(changes({ ...factors('reddit', ['sms']), readOn: shipped })).toEqual([])
})

test('of one directory the latest fetched counts, then the latest applied, in whatever order they come', () => {
  const file = (readOn: string, appliedAt: string) => ({
    ...factors('reddit', ['sms']),
    readOn,
    appliedAt: new Date(appliedAt),
  })
  const files = [
    file('2026-11-10', '2026-11-12T10:00:00Z'),
    file('2026-11-11', '2026-11-11T10:00:00Z'),
    file('2026-11-11', '2026-11-11T09:00:00Z'),
  ]
  for (const order of [files, [...files].reverse()]) expect(inForce(order)).toEqual([files[1]])
})
