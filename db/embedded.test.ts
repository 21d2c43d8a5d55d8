import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDatabaseAway } from '@/db/away'
import { openEmbedded } from '@/db/embedded'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-embedded-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A real process on the folder; `after` milliseconds of writing it is ended with kill -9. */
function writer(how: string, after?: number): Promise<{ said: string; code: number | null; error: string }> {
  const args = ['--import', 'tsx', 'db/rig/write.fixture.ts', folder, how]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let error = ''
  child.stderr.on('data', (chunk) => {
    error += chunk
  })
  child.stdout.on('data', (chunk) => {
    if (said === '' && after !== undefined) setTimeout(() => child.kill('SIGKILL'), after)
    said += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ said, code, error })))
}
const numbers = (said: string, word: string) =>
  [...said.matchAll(new RegExp(`^${word} (\\d+)`, 'gm'))].map((match) => Number(match[1]))

describe('the embedded database', () => {
  it('keeps everything it acknowledged, and nothing half done, through kill -9 after kill -9', async () => {
    let acknowledged = 0
    for (const after of [60, 150, 400, 250]) {
      const { said } = await writer('write', after)
      const [found = 0] = numbers(said, 'last')
      expect(found).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = numbers(said, 'kept').at(-1) ?? found
    }
    expect(acknowledged).toBeGreaterThan(0)
    const { said } = await writer('count')
    const [scan, index] = /^count (\d+) (\d+)$/m.exec(said)?.slice(1).map(Number) ?? []
    expect(scan).toBe(index)
    expect(scan).toBe(numbers(said, 'last')[0])
    expect(scan).toBeGreaterThanOrEqual(acknowledged)
  }, 120_000)

  it('is made anew beside one that is still being made for a process that is gone, which ends', async () => {
    const empty = fs.mkdtempSync(path.join(folder, 'empty-'))
    const drafts = () => fs.readdirSync(empty).filter((name) => name.endsWith('.new'))
    const script = ['--import', 'tsx', 'db/rig/write.fixture.ts', empty]
    const first = spawn(process.execPath, script, { stdio: 'ignore' })
    await expect.poll(drafts, { timeout: 30_000, interval: 5 }).toHaveLength(1)
    const ended = new Promise((resolve) => first.once('close', resolve))
    first.kill('SIGKILL')
    await ended
    const second = await openEmbedded(empty, 0)
    expect((await second.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await second.close()
    await expect.poll(drafts, { timeout: 30_000 }).toEqual([])
  }, 60_000)

  it('ends its process at once, in one sentence and with code 1, when the disk is full', async () => {
    const { said, code, error } = await writer('full')
    expect(code).toBe(1)
    expect(numbers(said, 'kept')).toEqual([])
    expect(error).toMatch(/^The embedded database can no longer write \(.*\): Muster stops, [^\n]+\n$/m)
  }, 60_000)

  it('refuses to write while too little of the disk is free, and reads all the same', async () => {
    const { bavail, bsize } = fs.statfsSync(folder)
    const enough = await openEmbedded(folder, 0)
    await expect(enough.assertRoomToWrite()).resolves.toBeUndefined()
    await enough.close()
    const short = await openEmbedded(folder, bavail * bsize * 2)
    const refused = await short.assertRoomToWrite().catch((error: unknown) => error)
    expect(isDatabaseAway(refused)).toBe(true)
    expect((await short.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await short.close()
  })

  it('is for its owner’s eyes alone', () => {
    expect(fs.statSync(path.join(folder, 'database')).mode & 0o077).toBe(0)
  })

  it('that cannot be opened is left as it is, and said to be so in one sentence', async () => {
    const version = path.join(folder, 'database', 'PG_VERSION')
    const before = fs.readFileSync(version)
    fs.writeFileSync(version, '9\n')
    await expect(openEmbedded(folder, 0)).rejects.toThrow(/^The database in .* cannot be opened: .*\.$/)
    expect(fs.readFileSync(version, 'utf8')).toBe('9\n')
    fs.writeFileSync(version, before)
    await (await openEmbedded(folder, 0)).close()
  })
})
