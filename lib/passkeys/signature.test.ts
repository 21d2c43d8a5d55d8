import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { isStrictDerSignature } from './signature'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

test('every signature OpenSSL makes is in strict form', () => {
  // Enough of them to meet integers of 33, 32 and 31 bytes.
  for (let i = 0; i < 500; i++)
    expect(isStrictDerSignature(sign('sha256', Buffer.from([i]), privateKey))).toBe(true)
})

test.each([
  ['the smallest', '3006020101020101', true],
  ['a leading zero before a high bit', '30070202008002017f', true],
  ['nothing', '', false],
  ['a sequence of nothing', '3000', false],
  ['one integer', '3003020101', false],
  ['three integers', '3009020101020101020101', false],
  ['another tag outside', '3106020101020101', false],
  ['another tag inside', '3006020101030101', false],
  ['another tag first', '3006030101020101', false],
  ['zero as r', '3006020100020101', false],
  ['zero as s', '3006020101020100', false],
  ['a negative number', '3006020180020101', false],
  ['a needless leading zero', '300702020001020101', false],
  ['an empty integer', '30050200020101', false],
  ['34 bytes of integer', `30270222${'01'.repeat(34)}020101`, false],
  ['an integer past the end', '3006020101020201', false],
  ['a length too long', '3007020101020101', false],
  ['a length too short', '3005020101020101', false],
  ['a byte after it', '300602010102010100', false],
  ['a length in long form', '308106020101020101', false],
])('%s', (_, hex, strict) => {
  expect(isStrictDerSignature(Buffer.from(hex, 'hex'))).toBe(strict)
})
