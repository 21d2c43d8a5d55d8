import { type CborMap, readCbor } from './cbor'
import { insist } from './refusal'

export interface AuthenticatorData {
  rpIdHash: Uint8Array
  userPresent: boolean
  userVerified: boolean
  backupEligible: boolean
  backedUp: boolean
  counter: number
  /** Only in a registration. */
  attested: AttestedCredential | null
}

export interface AttestedCredential {
  aaguid: string
  id: Uint8Array
  key: CborMap
  keyBytes: Uint8Array<ArrayBuffer>
}

/**
 * Reads authenticator data (section 6.1): the flags must tell the truth about what follows, and nothing may be
 * left over. Extension outputs nobody asked for pass unread (browsers add credProtect by themselves).
 */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  insist(bytes.length >= 37, 'authenticator_data')
  const flags = bytes[32] ?? 0
  const has = (bit: number) => (flags & (1 << bit)) !== 0
  const attested = has(6) ? readAttestedCredential(bytes, 37) : null
  let end = attested?.end ?? 37
  if (has(7)) {
    const extensions = readCbor(bytes, end)
    insist(extensions.item instanceof Map, 'authenticator_data')
    end = extensions.end
  }
  insist(end === bytes.length, 'authenticator_data')
  return {
    rpIdHash: bytes.slice(0, 32),
    userPresent: has(0),
    userVerified: has(2),
    backupEligible: has(3),
    backedUp: has(4),
    counter: numberAt(bytes, 33, 4),
    attested,
  }
}

function readAttestedCredential(bytes: Uint8Array, at: number): AttestedCredential & { end: number } {
  const length = numberAt(bytes, at + 16, 2)
  const keyAt = at + 18 + length
  insist(bytes.length > keyAt, 'authenticator_data')
  const { item, end } = readCbor(bytes, keyAt)
  insist(item instanceof Map, 'key')
  return {
    aaguid: uuid(bytes.subarray(at, at + 16)),
    id: bytes.slice(at + 18, keyAt),
    key: item,
    keyBytes: new Uint8Array(bytes.subarray(keyAt, end)),
    end,
  }
}

const numberAt = (bytes: Uint8Array, at: number, width: number) =>
  bytes.subarray(at, at + width).reduce((number, byte) => number * 256 + byte, 0)

const uuid = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
