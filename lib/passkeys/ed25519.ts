const p = 2n ** 255n - 19n
const d = (-121665n * power(121666n, p - 2n)) % p

/**
 * Whether 32 bytes encode a point of edwards25519 (RFC 8032 section 5.1.3) that is not of small order.
 * OpenSSL imports any 32 bytes; under a key of small order one signature can pass for many messages.
 */
export function isEd25519Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n)
  if (y >= p) return false
  const yy = (y * y) % p
  return isSquareRatio(yy - 1n, d * yy + 1n) && !hasSmallOrder(y, yy)
}

/** x² = u/v has a root exactly when uv is a square (Euler); v is never zero on this curve. */
const isSquareRatio = (u: bigint, v: bigint) => power(u * v, (p - 1n) / 2n) !== p - 1n

/** Order 1 and 2: y = ±1. Order 4: y = 0. Order 8: doubling gives y = 0, that is d·y⁴ + 2y² = 1. */
const hasSmallOrder = (y: bigint, yy: bigint) =>
  y === 0n || yy === 1n || (d * yy * yy + 2n * yy - 1n) % p === 0n

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = ((base % p) + p) % p
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}
