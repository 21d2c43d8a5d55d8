/** Finds a word in bytes, however it was written down: for tests that look for what must not be there. */
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The ways in which a word leaves a trace: as it is, turned, and in the encodings of dumps, logs and caches. */
export function tracesOf(word: string): Buffer[] {
  const spellings = [word, word.toLowerCase(), word.toUpperCase(), word[0]?.toUpperCase() + word.slice(1)]
  const turned = [...word].reverse().join('')
  const texts = [...spellings, turned]
  return texts
    .flatMap((text) => {
      const utf16 = Buffer.from(text, 'utf16le')
      return [
        Buffer.from(text),
        utf16,
        Buffer.from(utf16).swap16(),
        Buffer.from(Buffer.from(text).toString('hex')),
        Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
        ...base64Of(text),
      ]
    })
    .filter((trace, at, all) => all.findIndex((other) => other.equals(trace)) === at)
}

/** The letters that stand for the word in base64 wherever it begins in a group of three bytes; without its blurred ends. */
function base64Of(text: string): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '')
    const clean = coded.slice(
      before === 0 ? 0 : before + 1,
      (before + text.length) % 3 === 0 ? undefined : -1,
    )
    return [Buffer.from(clean), Buffer.from(clean.replaceAll('+', '-').replaceAll('/', '_'))]
  })
}

/** The files under a folder (packed ones unpacked), written since then, that hold one of the traces. */
export function filesWith(traces: readonly Buffer[], folder: string, since = 0): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = bytesOf(file, since)
      return bytes !== null && holds(traces, file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    })
}

/** Null for what is older, or gone since it was listed: other tests drop databases of their own beside this one. */
function bytesOf(file: string, since: number): Buffer | null {
  try {
    return fs.statSync(file).mtimeMs < since ? null : fs.readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export const holds = (traces: readonly Buffer[], bytes: Buffer) =>
  traces.some((trace) => bytes.includes(trace))
