import { CeremonyRefused, insist } from './refusal'

export type Cbor = number | string | boolean | null | Uint8Array | Cbor[] | CborMap
export type CborMap = Map<number | string, Cbor>

// An attestation object needs three levels, an extension output perhaps four.
const deepest = 8

/**
 * Reads one CBOR item (RFC 8949) at `offset` and says where it ends.
 * Only what WebAuthn uses: no tags, no floats, no indefinite lengths; no map names a key twice; a length never
 * exceeds the bytes that are there, so a few bytes cannot ask for gigabytes. Refuses with reason "cbor".
 */
export function readCbor(bytes: Uint8Array, offset = 0): { item: Cbor; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = offset

  const left = () => bytes.length - at
  const take = (length: number) => {
    insist(length <= left(), 'cbor')
    at += length
    return bytes.subarray(at - length, at)
  }

  const argument = (short: number): number => {
    if (short < 24) return short
    insist(short <= 27, 'cbor')
    const width = 2 ** (short - 24)
    take(width)
    if (width === 1) return view.getUint8(at - 1)
    if (width === 2) return view.getUint16(at - 2)
    if (width === 4) return view.getUint32(at - 4)
    const value = Number(view.getBigUint64(at - 8))
    insist(Number.isSafeInteger(value), 'cbor')
    return value
  }

  const read = (depth: number): Cbor => {
    insist(depth <= deepest, 'cbor')
    const [head = 0] = take(1)
    const kind = head >> 5
    if (kind === 7) return simple(head)
    const n = argument(head & 31)
    if (kind === 0) return n
    if (kind === 1) return -1 - n
    if (kind === 2) return new Uint8Array(take(n))
    if (kind === 3) return text(take(n))
    insist(kind === 4 || kind === 5, 'cbor')
    insist(n <= left(), 'cbor')
    return kind === 4 ? Array.from({ length: n }, () => read(depth + 1)) : map(n, depth + 1)
  }

  const map = (n: number, depth: number): CborMap => {
    const found: CborMap = new Map()
    for (let i = 0; i < n; i++) {
      const key = read(depth)
      insist((typeof key === 'number' || typeof key === 'string') && !found.has(key), 'cbor')
      found.set(key, read(depth))
    }
    return found
  }

  const item = read(1)
  return { item, end: at }
}

/** Reads bytes that must be exactly one CBOR map. Refuses with reason "cbor". */
export function readCborMap(bytes: Uint8Array): CborMap {
  const { item, end } = readCbor(bytes)
  insist(item instanceof Map && end === bytes.length, 'cbor')
  return item
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new CeremonyRefused('cbor')
  }
}

function simple(head: number): Cbor {
  if (head === 0xf4) return false
  if (head === 0xf5) return true
  insist(head === 0xf6, 'cbor')
  return null
}
