/**
 * Whether bytes are one ECDSA signature over P-256 in DER (section 6.5.5), spelt in the one permitted way: two
 * positive integers of the shortest form, and not a byte more. The range is left to the verifier.
 */
export function isStrictDerSignature(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return false
  const s = endOfInteger(bytes, 2)
  return s !== null && endOfInteger(bytes, s) === bytes.length
}

function endOfInteger(bytes: Uint8Array, at: number): number | null {
  const [tag, length = 0, first = 0, second = 0] = bytes.subarray(at, at + 4)
  const end = at + 2 + length
  if (tag !== 0x02 || length < 1 || length > 33 || end > bytes.length) return null
  if (first >= 0x80) return null
  if (first === 0 && (length === 1 || second < 0x80)) return null
  return end
}
