/** From the bytes of an uploaded file to its text, or why it is no CSV file in UTF-8. */

export type BytesProblem = 'too_large' | 'empty' | 'utf16' | 'not_csv' | 'nul' | 'not_utf8'

/** Takes at most maxBytes bytes. The line is given where only one line is at fault. Drops a byte order mark. */
export function textOf(
  bytes: Uint8Array,
  maxBytes: number,
): { text: string } | { code: BytesProblem; line: number | null } {
  if (bytes.length > maxBytes) return { code: 'too_large', line: null }
  if (bytes.length === 0) return { code: 'empty', line: null }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { code: 'utf16', line: null }
  if (otherFiles.some((signature) => startsWith(bytes, signature))) return { code: 'not_csv', line: null }
  const nul = bytes.indexOf(0)
  if (nul >= 0)
    return everyOtherIsNul(bytes) ? { code: 'utf16', line: null } : { code: 'nul', line: lineAt(bytes, nul) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { code: 'not_utf8', line: firstBrokenLine(bytes) }
  }
}

/** How other files begin: zip (also xlsx, ods), old Excel, PDF, gzip, rich text, PNG, JPEG. */
const otherFiles = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x1f, 0x8b, 0x08],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** UTF-16 without its mark: every second byte of plain letters is zero. */
function everyOtherIsNul(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 200)
  return start.length > 3 && start.filter((byte) => byte === 0).length * 3 > start.length
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1
  for (let at = 0; at < end; at++) {
    if (bytes[at] === lf || (bytes[at] === cr && bytes[at + 1] !== lf)) line++
  }
  return line
}

/** No character of UTF-8 holds a line break inside, so each line can be tried by itself. */
function firstBrokenLine(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(lf, start)
    const end = found < 0 ? bytes.length : found
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return lineAt(bytes, start)
    }
    start = end + 1
  }
  return null
}

const lf = 10
const cr = 13
