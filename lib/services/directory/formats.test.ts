import { describe, expect, test } from 'vitest'
import { asShipped, bytesOf, passkeysAsShipped, site } from '@/lib/services/directory/files.fixture'
import { directoryLimits, readDirectory } from '@/lib/services/directory/formats'

/** What a file comes to, or the problem it has. */
const read = (value: unknown) => {
  const found = readDirectory(bytesOf(value))
  if (!found.ok) throw new Error(found.problem)
  return found
}
const problem = (bytes: Uint8Array) => {
  const found = readDirectory(bytes)
  return found.ok ? 'none' : found.problem
}
const text = (written: string) => new TextEncoder().encode(written)

describe('the 2FA Directory, version 3 (a list of names with entries)', () => {
  test('says by `tfa` what is offered; without `tfa` and with `contact`, that nothing is', () => {
    const { form, facts, leftOut, unread } = read([
      site('GitHub', 'github.com', ['sms', 'totp', 'u2f', 'custom-software'], {
        'custom-software': ['GitHub Mobile push'],
        notes: 'One of the methods has to be a code app or a text message.',
        regions: ['-de'],
        img: 'github.com.png',
      }),
      site('Consumer Cellular', 'consumercellular.com'),
      site('Somewhere else', 'example.com', ['totp']),
    ])
    expect({ form, leftOut, unread }).toEqual({ form: '2fa_v3', leftOut: 1, unread: [] })
    expect(facts).toEqual({
      source: '2fa_directory',
      services: [
        { serviceId: 'github', methods: ['sms', 'totp', 'u2f', 'custom-software'], approves: true },
        { serviceId: 'consumer-cellular', methods: [], approves: false },
      ],
    })
  })

  test('finds a service by its further domains, its own domain first', () => {
    const { facts, leftOut } = read([
      site('Gmail', 'gmail.com', ['sms']),
      site('Google', 'mail.google.com', ['totp']),
      site('Elsewhere', 'elsewhere.example', ['email'], { 'additional-domains': ['WWW.Comcast.com.'] }),
    ])
    expect(facts.services).toMatchObject([
      { serviceId: 'google', methods: ['totp'] },
      { serviceId: 'xfinity', methods: ['email'] },
    ])
    expect(leftOut).toBe(0)
  })
})

describe('the 2FA Directory, version 4 (entries by domain)', () => {
  test('says the same by `methods`, and repeats an entry under each further domain', () => {
    const entry = { methods: ['sms', 'totp'], documentation: 'https://yahoo.com/help' }
    const { form, facts } = read({
      'yahoo.com': entry,
      'consumercellular.com': { contact: { twitter: 'somebody' } },
    })
    expect(form).toBe('2fa_v4')
    expect(facts.services).toEqual([
      { serviceId: 'yahoo', methods: ['sms', 'totp'], approves: false },
      { serviceId: 'consumer-cellular', methods: [], approves: false },
    ])
  })
})

describe('the Passkeys Directory, version 1 (entries by domain)', () => {
  test('says by `passwordless` and `mfa` what a passkey does; `contact` says that it does nothing', () => {
    const { form, facts } = read({
      'discord.com': { passwordless: 'allowed', documentation: 'https://support.discord.com/x' },
      'appleid.apple.com': { passwordless: 'required', mfa: 'allowed' },
      'zoom.us': { contact: { email: 'help@zoom.us' }, categories: 'communication' },
    })
    expect(form).toBe('passkeys_v1')
    expect(facts).toEqual({
      source: 'passkeys_directory',
      services: [
        { serviceId: 'discord', signsIn: true, secondFactor: false },
        { serviceId: 'apple', signsIn: true, secondFactor: true },
        { serviceId: 'zoom', signsIn: false, secondFactor: false },
      ],
    })
  })
})

test('every service of the list is found in files that name them all', () => {
  expect(read(asShipped()).facts.services).toHaveLength(asShipped().length)
  expect(read(passkeysAsShipped()).facts.services).toHaveLength(asShipped().length)
})

describe('what is not understood', () => {
  test('of one service leaves that service alone and is told', () => {
    const { facts, unread } = read([
      site('GitHub', 'github.com', ['totp', 'telepathy']),
      site('GitLab', 'gitlab.com', ['totp'], { 'custom-software': 'GitLab' }),
      site('Box', 'box.com', ['totp']),
    ])
    expect(unread).toEqual(['github', 'gitlab'])
    expect(facts.services).toMatchObject([{ serviceId: 'box' }])
    expect(read({ 'box.com': { mfa: 'maybe' }, 'zoom.us': { mfa: 'allowed' } }).unread).toEqual(['box'])
  })

  test.each([
    ['not_a_directory', { Email: { Gmail: { url: 'https://mail.google.com', tfa: ['sms'] } } }],
    ['not_a_directory', { 'github.com': { methods: ['sms'] }, 'x.com': { mfa: 'allowed' } }],
    ['not_a_directory', { 'github.com': { documentation: 'https://github.com' } }],
    ['not_a_directory', [['GitHub', { tfa: ['sms'] }]]],
    ['not_a_directory', [['GitHub']]],
    ['not_a_directory', { 'github.com': ['sms'] }],
    ['not_a_directory', 'github.com'],
    ['not_a_directory', null],
    ['nothing_known', []],
    ['nothing_known', { 'example.com': { methods: ['sms'] } }],
  ])('as a whole is %s: %j', (expected, value) => {
    expect(problem(bytesOf(value))).toBe(expected)
  })

  test.each([
    ['empty', ''],
    ['not_json', 'name,email'],
    ['not_json', '{"github.com": {"methods": ["sms"'],
    ['not_json', '"github'],
    ['not_json', '{"\\ud800\\u00": 1}'],
    ['too_deep', `${'['.repeat(9)}${']'.repeat(9)}`],
    ['too_deep', '['.repeat(900_000)],
    ['repeated_key', '{"github.com": {"methods": ["sms"]}, "github.com": {"methods": ["u2f"]}}'],
    ['repeated_key', '{"github.com": {"methods": ["sms"], "\\u006dethods" : ["u2f"]}}'],
  ])('is %s before anything is made of it: %.60s', (expected, written) => {
    expect(problem(text(written))).toBe(expected)
  })

  test('is refused as no text, or as too large, however large', () => {
    expect(problem(new Uint8Array([0xff, 0xfe, 0x5b, 0x00]))).toBe('not_utf8')
    const large = bytesOf([site('GitHub', 'github.com', ['totp'], { notes: 'n'.repeat(5_000_000) })])
    expect(problem(large)).toBe('too_large')
    const most = bytesOf([site('GitHub', 'github.com', ['totp'], { notes: '' })]).length
    const fits = (over: number) => 'n'.repeat(directoryLimits.maxBytes - most + over)
    const full = (over: number) => bytesOf([site('GitHub', 'github.com', ['totp'], { notes: fits(over) })])
    expect([problem(full(0)), problem(full(1))]).toEqual(['none', 'too_large'])
  })

  test('reaches nothing through the names that every object has', () => {
    const hostile = `{"__proto__": {"methods": ["sms"]}, "github.com": {"methods": ["totp"], "__proto__": {"mfa": 1},
      "constructor": {"prototype": {"methods": ["u2f"]}}}}`
    expect(problem(text(hostile))).toBe('not_a_directory')
    const within = `{"github.com": {"methods": ["totp"], "__proto__": {"custom-software": ["x"]}, "constructor": 1}}`
    const found = readDirectory(text(within))
    expect(found).toMatchObject({ ok: true, facts: { services: [{ methods: ['totp'], approves: false }] } })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('naughty strings in names, notes and addresses are left behind', () => {
    const naughty = [
      '</script><script>',
      '=cmd|calc',
      '\u202e\u0000',
      'Ω≈ç√',
      '{"a":1}',
      '\\',
      '"',
      '🏳️‍🌈',
      'null',
    ]
    const found = read([
      ...naughty.map((odd) => site(odd, 'example.com', ['sms'], { notes: odd, [odd]: odd })),
      site('GitHub', 'github.com', ['totp'], { 'custom-software': naughty, documentation: naughty[0] }),
    ])
    expect(found.leftOut).toBe(naughty.length)
    expect(JSON.stringify(found)).not.toContain('script')
    expect(found.facts.services).toEqual([{ serviceId: 'github', methods: ['totp'], approves: false }])
  })
})
