import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CannotOpen,
  type InstallationKey,
  keyIdOf,
  newPersonKey,
  open,
  organisationKey,
  type Place,
  seal,
  unwrapKey,
  wrapKey,
} from '@/lib/sealing/rules'

const installation: InstallationKey = { id: 'k-2026', key: randomBytes(32) }
const sam = newPersonKey('person-sam', installation)
const label: Place = { table: 'accounts', column: 'label', personId: 'person-sam', rowId: 'row-1' }
const anyText = fc.string({ unit: 'binary', maxLength: 200 })

describe('a sealed field', () => {
  it('opens to exactly what was written, for any Unicode text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(open(seal(text, label, sam), label, sam)).toBe(text)
      }),
      { numRuns: 500 },
    )
    for (const text of [
      '',
      '\u0000',
      '\ufeff',
      'Mum’s phone',
      '王伟',
      '👩‍👩‍👧',
      'e\u0301',
      'x'.repeat(200_000),
    ]) {
      expect(open(seal(text, label, sam), label, sam)).toBe(text)
    }
  })

  it('names its version and the installation key, and shows nothing of the text', () => {
    const sealed = seal('Rosa private mailbox', label, sam)
    expect(sealed).toMatch(/^s1\.k-2026\.[\w-]{16}\.[\w-]+$/)
    expect(keyIdOf(sealed)).toBe('k-2026')
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      expect(sealed).not.toContain(Buffer.from('Rosa private mailbox').toString(encoding).slice(0, 12))
    }
    expect(seal('Rosa private mailbox', label, sam)).not.toBe(sealed)
  })

  it('does not open in another table, column, row or for another person', () => {
    const sealed = seal('Bank', label, sam)
    const moved: Partial<Place>[] = [
      { table: 'lines' },
      { column: 'note' },
      { rowId: 'row-2' },
      { personId: 'person-kim' },
      { personId: null },
      // The same letters, cut in another place.
      { table: 'account', column: 'slabel' },
      { column: 'labe', rowId: 'lrow-1' },
    ]
    for (const change of moved) {
      const place = { ...label, ...change }
      // Even with the right bytes under the other name, as a thief of the database could arrange.
      expect(() => open(sealed, place, { ...sam, personId: place.personId })).toThrow(CannotOpen)
    }
  })

  it('keeps any two places apart', () => {
    const part = fc.string({ maxLength: 4 })
    const place = fc.record({ table: part, column: part, rowId: part, personId: fc.constant('person-sam') })
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(() => open(seal('x', one, sam), other, sam)).toThrow(CannotOpen)
      }),
    )
  })

  it('does not open after any one bit of its bytes, or any one character of its text, has changed', () => {
    const sealed = seal('Mailbox', label, sam)
    const [version, keyId, iv = '', body = ''] = sealed.split('.')
    for (const [at, part] of [iv, body].entries()) {
      const bytes = Buffer.from(part, 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const parts = at === 0 ? [flipped.toString('base64url'), body] : [iv, flipped.toString('base64url')]
        expect(() => open([version, keyId, ...parts].join('.'), label, sam)).toThrow(CannotOpen)
      }
    }
    for (let i = 0; i < sealed.length; i++) {
      for (const other of ['A', 'B', '-', '.', '=', ' ', '\u0000', '']) {
        if (sealed[i] === other) continue
        expect(() => open(sealed.slice(0, i) + other + sealed.slice(i + 1), label, sam)).toThrow(CannotOpen)
      }
    }
  })

  it('answers every wrong key, version and shape with the same error and no detail', () => {
    const sealed = seal('Mailbox', label, sam)
    const otherKey = newPersonKey('person-sam', installation)
    const laterKey = { ...sam, installationKeyId: 'k-2027' }
    const cut = sealed.slice(0, sealed.lastIndexOf('.') + 1)
    const tries: (() => string)[] = [
      () => open(sealed, label, otherKey),
      () => open(sealed, label, laterKey),
      () => open(sealed, label, { ...sam, personId: 'person-kim' }),
      () => open(sealed, label, { ...sam, key: sam.key.slice(0, 16) }),
      () => open(sealed.replace('s1.', 's2.'), label, sam),
      () => open(sealed.replace('s1.', 'w1.'), label, sam),
      () => open(sealed.replace('k-2026', 'k-2027'), label, laterKey),
      () => open(cut, label, sam),
      () => open(`${sealed}.`, label, sam),
      () => open(`${sealed}=`, label, sam),
      () => open(`${sealed}\n`, label, sam),
      () => open('', label, sam),
      () => open('Mailbox', label, sam),
      () => open('....', label, sam),
      () => keyIdOf('s1..a.b'),
    ]
    const seen = tries.map((attempt) => {
      try {
        return attempt()
      } catch (error) {
        return error instanceof CannotOpen
          ? JSON.stringify([error.message, error.cause ?? null])
          : String(error)
      }
    })
    expect(new Set(seen)).toEqual(new Set(['["A sealed value cannot be opened.",null]']))
  })

  it('never throws anything but CannotOpen, whatever is handed in', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `s1.k-2026.${text}`),
        ),
        (text) => {
          expect(() => open(text, label, sam)).toThrow(CannotOpen)
        },
      ),
    )
  })

  it('uses a new nonce each time: 100,000 are all different', () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 100_000; i++) nonces.add(seal('x', label, sam).split('.')[2] ?? '')
    expect(nonces.size).toBe(100_000)
  })

  it('refuses to seal with the key of somebody else, and to change what was written', () => {
    expect(() => seal('x', { ...label, personId: 'person-kim' }, sam)).toThrow(TypeError)
    expect(() => seal('half \ud83d of a pair', label, sam)).toThrow(TypeError)
    expect(() => seal('x', label, { ...sam, installationKeyId: 'a.b' })).toThrow(TypeError)
  })
})

describe("a person's key", () => {
  it('is 32 random bytes, unwrapped by the installation key to seal and open as before', () => {
    const wrapped = wrapKey(sam.key, 'person-sam', installation)
    expect(keyIdOf(wrapped)).toBe('k-2026')
    const again = unwrapKey(wrapped, 'person-sam', installation)
    expect(again.key).toHaveLength(32)
    expect(open(seal('Mailbox', label, sam), label, again)).toBe('Mailbox')
    expect(Buffer.from(newPersonKey('person-sam', installation).key).equals(sam.key)).toBe(false)
  })

  it('is not unwrapped for another person, by another installation key, or from a sealed field', () => {
    const wrapped = wrapKey(sam.key, 'person-sam', installation)
    expect(() => unwrapKey(wrapped, 'person-kim', installation)).toThrow(CannotOpen)
    expect(() => unwrapKey(wrapped, 'person-sam', { id: 'k-2026', key: randomBytes(32) })).toThrow(CannotOpen)
    expect(() => unwrapKey(wrapped, 'person-sam', { ...installation, id: 'k-2027' })).toThrow(CannotOpen)
    expect(() => unwrapKey(seal('x', label, sam), 'person-sam', installation)).toThrow(CannotOpen)
    expect(() => wrapKey(randomBytes(16), 'person-sam', installation)).toThrow(TypeError)
  })

  it('once gone leaves what it sealed closed for good', () => {
    const sealed = seal('Otto’s mailbox', label, sam)
    const replacement = newPersonKey('person-sam', installation)
    expect(() => open(sealed, label, replacement)).toThrow(CannotOpen)
  })
})

describe("the organisation's key", () => {
  const row: Place = { table: 'staged_rows', column: 'name', personId: null, rowId: 'row-9' }

  it('comes out of the installation key, the same at each start, and opens nothing of a person', () => {
    const sealed = seal('Theo', row, organisationKey(installation))
    expect(open(sealed, row, organisationKey({ ...installation }))).toBe('Theo')
    expect(() => open(sealed, row, organisationKey({ id: 'k-2026', key: randomBytes(32) }))).toThrow(
      CannotOpen,
    )
    expect(() => open(sealed, { ...row, personId: 'person-sam' }, sam)).toThrow(CannotOpen)
    expect(Buffer.from(organisationKey(installation).key).equals(installation.key)).toBe(false)
  })
})
