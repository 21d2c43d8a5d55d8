import type { Cbor } from './cbor'

/** Writes CBOR in its shortest form, as authenticators do. For tests only. */
export function writeCbor(item: Cbor): Buffer {
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item)
  if (typeof item === 'string') return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)])
  if (typeof item === 'boolean') return Buffer.of(item ? 0xf5 : 0xf4)
  if (item === null) return Buffer.of(0xf6)
  if (item instanceof Uint8Array) return Buffer.concat([head(2, item.length), item])
  if (Array.isArray(item)) return Buffer.concat([head(4, item.length), ...item.map(writeCbor)])
  return Buffer.concat([head(5, item.size), ...[...item].flat().map(writeCbor)])
}

function head(kind: number, n: number): Buffer {
  if (n < 24) return Buffer.of((kind << 5) | n)
  if (n < 0x100) return Buffer.of((kind << 5) | 24, n)
  if (n < 0x10000) return Buffer.of((kind << 5) | 25, n >> 8, n & 0xff)
  const long = Buffer.alloc(5, (kind << 5) | 26)
  long.writeUInt32BE(n, 1)
  return long
}
