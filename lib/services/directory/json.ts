/**
 * JSON from a file that anybody may have written. Size, encoding, depth and repeated keys are looked at before anything
 * is built from it (ASVS V5.2.1, V1.5.3): two readers that take different ones of two equal keys see different files.
 */
export type JsonProblem = 'too_large' | 'empty' | 'not_utf8' | 'not_json' | 'too_deep' | 'repeated_key'
export type JsonRead = { ok: true; value: unknown } | { ok: false; problem: JsonProblem }

/** @param limits the most bytes, and the most brackets inside each other. @returns what the file says, or why not. */
export function readJson(bytes: Uint8Array, limits: { maxBytes: number; maxDepth: number }): JsonRead {
  if (bytes.length > limits.maxBytes) return { ok: false, problem: 'too_large' }
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  const text = decoded(bytes)
  if (text === null) return { ok: false, problem: 'not_utf8' }
  const problem = problemIn(text, limits.maxDepth)
  if (problem) return { ok: false, problem }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, problem: 'not_json' }
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** One pass over brackets and names, without building anything. What is no JSON at all is left to the parser. */
function problemIn(text: string, maxDepth: number): JsonProblem | null {
  /** The names seen in each object that is open; null for a list. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      if (open.length > maxDepth) return 'too_deep'
    } else if (sign === '}' || sign === ']') {
      open.pop()
    } else if (sign === '"') {
      const end = endOfString(text, at)
      if (end < 0) return 'not_json'
      const names = open.at(-1)
      if (names && isName(text, end + 1)) {
        const name = unescaped(text.slice(at, end + 1))
        if (name === null) return 'not_json'
        if (names.has(name)) return 'repeated_key'
        names.add(name)
      }
      at = end
    }
  }
  return null
}

/** Where the string that begins at `start` ends; -1 when it never does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}

function isName(text: string, from: number): boolean {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return text[at] === ':'
}

function unescaped(quoted: string): string | null {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return null
  }
}
