/** How a server begins and ends: real processes, signals and sockets, no browser. */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort, ownServer, startServer } from '../db/rig/server'
import { expect, test } from './fixtures'
import { startMuster } from './server'

test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

const folders: string[] = []
const temporary = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-start-'))
  folders.push(folder)
  return folder
}
test.describe.configure({ timeout: 180_000 })
test.afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** What a start that is to fail says, and its exit code. */
function refused(env: Record<string, string>): { said: string; code: number | null; seconds: number } {
  const began = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, ['lib/installation/launch.mjs'], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, DATABASE_URL: '', ...env },
  })
  return { said: `${stdout}${stderr}`.trim(), code: status, seconds: (performance.now() - began) / 1000 }
}

const health = (origin: string) =>
  fetch(`${origin}/api/health`).then(
    (answer) => answer.status,
    () => 0,
  )

test.describe('on the embedded database', { tag: '@embedded' }, () => {
  test('a second start on the same data folder is refused at once, and names the first', async () => {
    const dataFolder = temporary()
    const first = await startMuster({ dataFolder })
    const second = refused({ MUSTER_DATA: dataFolder, PORT: String(await freePort()) })
    expect(second.code).toBe(1)
    expect(second.seconds).toBeLessThan(10)
    expect(second.said).toMatch(/^[^\n]+ is in use by process \d+ on [^\n]+\.$/)
    expect(await health(first.origin)).toBe(200)
    expect(await first.stop()).toBe(0)
  })

  test('the console is refused beside a running server, too, and works after it', async () => {
    const dataFolder = temporary()
    const muster = await startMuster({ dataFolder })
    const command = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'lib/installation/console.ts', ...args], {
        encoding: 'utf8',
        env: { ...process.env, MUSTER_DATA: dataFolder, DATABASE_URL: '' },
      })
    const beside = command('backup')
    expect(beside.status).toBe(1)
    expect(beside.stderr).toContain('is in use by process')
    await muster.stop()
    expect(command('backup')).toMatchObject({ status: 0, stdout: expect.stringContaining('.tar.gz') })
    expect(command('nonsense')).toMatchObject({ status: 1, stderr: 'There is no command "nonsense".\n' })
    expect(command()).toMatchObject({ status: 0, stdout: expect.stringContaining('recover-administrator') })
    const [newest = ''] = fs.readdirSync(path.join(dataFolder, 'backups')).sort().slice(-1)
    expect(fs.statSync(path.join(dataFolder, 'backups', newest)).mode & 0o077).toBe(0)
    const damaged = path.join(dataFolder, 'damaged.tar.gz')
    fs.writeFileSync(damaged, fs.readFileSync(path.join(dataFolder, 'backups', newest)).subarray(0, 100_000))
    expect(command('restore', damaged)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing was changed'),
    })
    expect(command('restore', path.join(dataFolder, 'backups', newest))).toMatchObject({ status: 0 })
    const again = await startMuster({ dataFolder })
    expect(await health(again.origin)).toBe(200)
    await again.stop()
  })

  test('the set-up link is printed until it was used, and a new one at each start', async () => {
    const dataFolder = temporary()
    const links = new Set<string>()
    for (let start = 0; start < 2; start++) {
      const muster = await startMuster({ dataFolder })
      expect(muster.setUpLink).toMatch(new RegExp(`^${muster.origin}/set-up`))
      links.add(new URL(muster.setUpLink ?? '').hash)
      await muster.stop()
    }
    expect(links.size).toBe(2)
  })

  test('kill -9 at any moment of the first start leaves a folder that starts', async () => {
    for (const after of [400, 1500]) {
      const dataFolder = temporary()
      const child = spawn(process.execPath, ['lib/installation/launch.mjs'], {
        stdio: 'ignore',
        env: { ...process.env, MUSTER_DATA: dataFolder, DATABASE_URL: '', PORT: String(await freePort()) },
      })
      await new Promise((resolve) => setTimeout(resolve, after))
      child.kill('SIGKILL')
      const muster = await startMuster({ dataFolder })
      expect(await health(muster.origin)).toBe(200)
      await muster.kill()
      const again = await startMuster({ dataFolder })
      expect(await again.stop()).toBe(0)
    }
  })

  test('a wrong setting, an open key file and a lost one are one sentence each, without a stack', async () => {
    const dataFolder = temporary()
    const port = String(await freePort())
    const muster = await startMuster({ dataFolder })
    await muster.stop()
    const file = path.join(dataFolder, 'muster.key')
    const cases: [Record<string, string>, RegExp, () => void][] = [
      [{ PORT: 'eighty' }, /^PORT is "eighty"/, () => {}],
      [{ MUSTER_ORIGIN: 'http://muster.example.org' }, /^MUSTER_ORIGIN is .* need https/, () => {}],
      [{ DATABASE_URL: 'mysql://a/b' }, /^DATABASE_URL must start with postgres/, () => {}],
      [
        { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
        /^The database at DATABASE_URL cannot be used: /,
        () => {},
      ],
      [{}, /^Others may read the key file .* chmod 600 /, () => fs.chmodSync(file, 0o644)],
      [
        {},
        /^The key file .* is not one that Muster wrote/,
        () => fs.writeFileSync(file, 'x', { mode: 0o600 }),
      ],
    ]
    for (const [env, sentence, prepare] of cases) {
      prepare()
      if (fs.readFileSync(file, 'utf8') === 'x') fs.chmodSync(file, 0o600)
      const { said, code } = refused({ MUSTER_DATA: dataFolder, PORT: port, ...env })
      expect(said).toMatch(sentence)
      expect(said).toMatch(/^[^\n]+\.$/)
      expect(code).toBe(1)
    }
  })

  test('a disk with too little room is no reason not to start, and nothing is written', async () => {
    const dataFolder = temporary()
    const muster = await startMuster({ dataFolder })
    await muster.stop()
    const full = await startMuster({ dataFolder, env: { MUSTER_ROOM_MB: '999999' } })
    expect(await health(full.origin)).toBe(200)
    expect(full.setUpLink).toBeNull()
    await full.stop()
  })
})

test('SIGTERM under load: every request is answered or told 503, the process ends with 0 within ten seconds', async ({
  on,
}) => {
  const server = on === 'postgres' ? await startServer() : null
  const databaseUrl = await server?.create('muster')
  const muster = await startMuster(databaseUrl ? { databaseUrl } : {})
  const statuses: Record<number, number> = {}
  let going = true
  const load = Array.from({ length: 8 }, async () => {
    while (going) {
      const status = await health(muster.origin)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  await expect.poll(() => statuses[200] ?? 0, { timeout: 60_000 }).toBeGreaterThan(20)
  const began = performance.now()
  expect(await muster.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  going = false
  await Promise.all(load)
  const { 200: _, 503: told = 0, 0: refused = 0, ...other } = statuses
  expect(other).toEqual({})
  expect(told + refused).toBeGreaterThan(0)
  await server?.stop()
})

test('a server whose database goes away says 503 with Retry-After, and is well again without a restart', {
  tag: '@postgres',
}, async () => {
  const server = await ownServer()
  const muster = await startMuster({ databaseUrl: await server.create('muster') })
  expect(await health(muster.origin)).toBe(200)
  await server.pause()
  await expect.poll(() => health(muster.origin), { timeout: 10_000 }).toBe(503)
  const answer = await fetch(`${muster.origin}/api/health`)
  expect(answer.headers.get('retry-after')).toBe('5')
  await server.resume()
  await expect.poll(() => health(muster.origin), { timeout: 10_000 }).toBe(200)
  expect(await muster.stop()).toBe(0)
  await server.stop()
})
