import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cbor, readCbor } from './cbor'
import { writeCbor } from './cbor.fixture'
import { CeremonyRefused } from './refusal'

const leaf = fc.oneof(
  fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 300 }),
)
const item: fc.Arbitrary<Cbor> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 30 }),
  fc
    .uniqueArray(fc.tuple(fc.oneof(fc.integer({ min: -99, max: 99 }), fc.string()), leaf), {
      selector: ([key]) => key,
    })
    .map((members) => new Map<number | string, Cbor>(members)),
)

test('reads back what was written, and says where it ended', () => {
  fc.assert(
    fc.property(item, fc.uint8Array({ maxLength: 4 }), (written, after) => {
      const bytes = writeCbor(written)
      expect(readCbor(Buffer.concat([bytes, after]))).toEqual({ item: written, end: bytes.length })
    }),
  )
})

test('any bytes are read within themselves or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        expect(readCbor(bytes).end).toBeLessThanOrEqual(bytes.length)
      } catch (error) {
        expect(error).toMatchObject({ constructor: CeremonyRefused, reason: 'cbor' })
      }
    }),
    { numRuns: 5000 },
  )
})

test('long forms of a number are read, up to what a number holds', () => {
  expect(readCbor(Buffer.from('1b001fffffffffffff', 'hex')).item).toBe(Number.MAX_SAFE_INTEGER)
  expect(() => readCbor(Buffer.from('1b0020000000000000', 'hex'))).toThrow(CeremonyRefused)
})
