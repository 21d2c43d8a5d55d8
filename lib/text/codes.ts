/** Codes that people read from paper and type: letters and digits without the ones that are easily confused. */
import { randomBytes } from 'node:crypto'

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

/** A random code of `length` characters, five bits each, in groups joined by dashes. */
export function newCode(length: number, group: number): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return (letters.match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-')
}

/** How a typed code is read: case, spaces and dashes do not matter, nor O for 0 or I and L for 1. */
export function readCode(typed: string): string {
  return typed
    .slice(0, 200)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
