import { type CborMap, readCborMap } from './cbor'
import type { Algorithm } from './cose'
import { insist } from './refusal'
import { isStrictDerSignature } from './signature'

export interface AttestationObject {
  format: string
  statement: CborMap
  authenticatorData: Uint8Array
}

/** Reads an attestation object (section 6.5.4): one CBOR map of exactly three members and nothing after it. */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const object = readCborMap(bytes)
  const [format, statement, data] = [object.get('fmt'), object.get('attStmt'), object.get('authData')]
  insist(object.size === 3, 'attestation')
  insist(typeof format === 'string' && statement instanceof Map && data instanceof Uint8Array, 'attestation')
  return { format, statement, authenticatorData: data }
}

/**
 * Accepts no statement ("none", 8.7) or one signed by the credential itself ("packed" without certificates,
 * 8.2), whose signature the library checks. We ask for none, and a browser then strips every other: one that
 * arrives nevertheless claims a maker we hold no roots to check, and storing it would look like evidence.
 */
export function checkAttestationStatement({ format, statement }: AttestationObject, key: Algorithm): void {
  if (format === 'none') {
    insist(statement.size === 0, 'attestation')
    return
  }
  const signature = statement.get('sig')
  insist(format === 'packed' && statement.size === 2 && statement.get('alg') === key, 'attestation')
  insist(signature instanceof Uint8Array, 'attestation')
  insist(key !== -7 || isStrictDerSignature(signature), 'attestation')
}
