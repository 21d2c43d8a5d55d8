import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKey, readKey } from '@/lib/installation/key'
import { InstallationProblem } from '@/lib/installation/problem'

let folder: string
let file: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-key-'))
  file = path.join(folder, 'deep', 'muster.key')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the key file', () => {
  it('is made once, for its owner alone, and read again', () => {
    expect(readKey(file)).toBeNull()
    const made = createKey(file)
    expect(made.key).toHaveLength(32)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(fs.statSync(path.dirname(file)).mode & 0o077).toBe(0)
    expect(readKey(file)).toEqual(made)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['muster.key'])
  })

  it('is never made over another', () => {
    const first = createKey(file)
    expect(createKey(file)).toEqual(first)
    expect(readKey(file)).toEqual(first)
  })

  it('is another one in each installation', () => {
    const [one, other] = [createKey(file), createKey(`${file}2`)]
    expect(one.id).not.toBe(other.id)
    expect(one.key.equals(other.key)).toBe(false)
  })

  it.each([0o604, 0o640, 0o660, 0o622, 0o644])('is refused when its rights are %o', (mode) => {
    createKey(file)
    fs.chmodSync(file, mode)
    expect(() => readKey(file)).toThrow(InstallationProblem)
    expect(() => readKey(file)).toThrow(`chmod 600 "${file}"`)
  })

  it.runIf(process.getuid?.() === 0)('is refused when it is another user’s', () => {
    createKey(file)
    fs.chownSync(file, 65_534, 65_534)
    expect(() => readKey(file)).toThrow('belongs to another user')
  })

  it.each(['', 'muster-key-1', 'muster-key-1 abcdefgh short\n', `muster-key-2 abcdefgh ${'A'.repeat(43)}\n`])(
    'is refused when it holds anything else: %j',
    (text) => {
      createKey(file)
      fs.writeFileSync(file, text)
      expect(() => readKey(file)).toThrow('not one that Muster wrote')
    },
  )

  it('is refused in one sentence when it is a folder', () => {
    fs.mkdirSync(file, { recursive: true, mode: 0o700 })
    expect(() => readKey(file)).toThrow(/^The key file .* cannot be used: .*\.$/)
  })
})
