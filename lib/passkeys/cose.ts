import { createPublicKey } from 'node:crypto'
import type { Cbor, CborMap } from './cbor'
import { isEd25519Point } from './ed25519'
import { insist } from './refusal'

/** COSE algorithm numbers in the order of preference: EdDSA, ES256, RS256. */
export const algorithms = [-8, -7, -257] as const
export type Algorithm = (typeof algorithms)[number]

// COSE key parameters (RFC 9052 section 7, RFC 9053 section 7, RFC 8230 section 4)
const [kty, alg, crv, x, y] = [1, 3, -1, -2, -3]
const [n, e] = [-1, -2]
const [OKP, EC2, RSA] = [1, 2, 3]
const [P256, Ed25519] = [1, 6]

/**
 * Refuses (reason "key") a credential public key that could not be trusted later: an algorithm that was not
 * offered, one that does not fit its key type or curve, a point off its curve or of small order, RSA under
 * 2048 bits or with exponent 1 (7.1 step 20, section 5.8.5). With attestation "none" nobody else looks at it.
 * Returns the algorithm.
 */
export function checkCoseKey(key: CborMap): Algorithm {
  const algorithm = algorithmOf(key)
  if (algorithm === -7) checkP256(key)
  if (algorithm === -8) checkEd25519(key)
  if (algorithm === -257) checkRsa(key)
  return algorithm
}

/** The algorithm of a key, which must be one we offer; reason "key". */
export function algorithmOf(key: CborMap): Algorithm {
  const algorithm = algorithms.find((offered) => offered === key.get(alg))
  insist(algorithm, 'key')
  return algorithm
}

function checkP256(key: CborMap) {
  insist(key.size === 5 && key.get(kty) === EC2 && key.get(crv) === P256, 'key')
  importJwk({ kty: 'EC', crv: 'P-256', x: coordinate(key.get(x)), y: coordinate(key.get(y)) })
}

function checkEd25519(key: CborMap) {
  insist(key.size === 4 && key.get(kty) === OKP && key.get(crv) === Ed25519, 'key')
  const point = key.get(x)
  insist(point instanceof Uint8Array && isEd25519Point(point), 'key')
  importJwk({ kty: 'OKP', crv: 'Ed25519', x: coordinate(point) })
}

function checkRsa(key: CborMap) {
  insist(key.size === 4 && key.get(kty) === RSA, 'key')
  const [modulus, exponent] = [key.get(n), key.get(e)]
  insist(isNatural(modulus) && modulus.length >= 256 && modulus.length <= 512 && isOdd(modulus), 'key')
  insist((modulus[0] ?? 0) >= 0x80 || modulus.length > 256, 'key')
  insist(isNatural(exponent) && exponent.length <= 4 && isOdd(exponent), 'key')
  insist(exponent.length > 1 || exponent[0] !== 1, 'key')
  importJwk({ kty: 'RSA', n: base64url(modulus), e: base64url(exponent) })
}

function coordinate(value: Cbor | undefined): string {
  insist(value instanceof Uint8Array && value.length === 32, 'key')
  return base64url(value)
}

/** A positive whole number without leading zeros, as RFC 8230 asks. */
const isNatural = (value: Cbor | undefined): value is Uint8Array =>
  value instanceof Uint8Array && value.length > 0 && value[0] !== 0

const isOdd = (value: Uint8Array) => ((value.at(-1) ?? 0) & 1) === 1

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

function importJwk(key: { kty: string; crv?: string; x?: string; y?: string; n?: string; e?: string }) {
  try {
    createPublicKey({ key, format: 'jwk' })
  } catch {
    insist(false, 'key')
  }
}
