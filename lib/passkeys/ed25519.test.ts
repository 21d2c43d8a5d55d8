import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { isEd25519Point } from './ed25519'

const point = (hex: string) => Buffer.from(hex, 'hex')

test('every key OpenSSL makes is a point', () => {
  for (let i = 0; i < 20; i++) {
    const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    expect(isEd25519Point(Buffer.from(String(x), 'base64url'))).toBe(true)
  }
})

test('the base point and the public keys of RFC 8032 section 7.1 are points', () => {
  for (const hex of [
    '5866666666666666666666666666666666666666666666666666666666666666',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  ])
    expect(isEd25519Point(point(hex))).toBe(true)
})

test('points of small order, in every spelling, are not', () => {
  const spellings = [
    `00${'00'.repeat(31)}`,
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ]
  for (const hex of spellings) {
    const signed = point(hex)
    signed[31] = (signed[31] ?? 0) | 0x80
    expect([hex, isEd25519Point(point(hex)), isEd25519Point(signed)]).toEqual([hex, false, false])
  }
})

test('about half of all bytes are no point', () => {
  const points = Array.from({ length: 200 }, (_, y) => isEd25519Point(Buffer.alloc(32, 7).fill(y, 0, 1)))
  expect(points.filter(Boolean).length).toBeGreaterThan(60)
  expect(points.filter(Boolean).length).toBeLessThan(140)
})
