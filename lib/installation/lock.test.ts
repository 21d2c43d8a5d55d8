import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Holder, judge, self } from '@/lib/installation/holder'
import { holdFolder } from '@/lib/installation/lock'

let folder: string
const children = new Set<ChildProcess>()
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-lock-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Starter = {
  child: ChildProcess
  outcome: Promise<'held' | 'refused'>
  ended: Promise<number | null>
  said: () => string
}

/** A real process that tries to take the folder. */
function starter(how = ''): Starter {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/installation/hold.fixture.ts', folder, how],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  children.add(child)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const outcome = new Promise<'held' | 'refused'>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('held')) resolve('held')
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    ended.then(() => resolve('refused'))
  })
  return { child, outcome, ended, said: () => said }
}

/** A lock that somebody left, with these differences from one of this process. */
function leave(change: Partial<Holder>): void {
  const lock = path.join(folder, 'muster.lock')
  fs.mkdirSync(lock, { recursive: true })
  fs.writeFileSync(path.join(lock, '7'), JSON.stringify({ ...self(folder), ...change }))
}

describe('the data folder', () => {
  it('is refused to a second process at once, in one sentence that names the first, with code 1', async () => {
    const first = starter()
    expect(await first.outcome).toBe('held')
    const began = performance.now()
    const second = starter()
    expect(await second.outcome).toBe('refused')
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await second.ended).toBe(1)
    expect(second.said().trim()).toMatch(/^[^\n]+\.$/)
    expect(second.said()).toContain(folder)
    expect(second.said()).toContain(`process ${first.child.pid} on ${os.hostname()}`)
    expect(second.said()).toMatch(/started \d{4}-\d\d-\d\dT/)
  })

  it('is free after an end in order, and after kill -9', async () => {
    expect(await starter('briefly').ended).toBe(0)
    const killed = starter()
    expect(await killed.outcome).toBe('held')
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await starter().outcome).toBe('held')
  })

  it('goes to exactly one of four who start at once, whoever left it and however, time after time', async () => {
    for (let round = 0; round < 5; round++) {
      const moment = String(Date.now() + 2500)
      const four = [starter(moment), starter(moment), starter(moment), starter(moment)]
      const outcomes = await Promise.all(four.map(({ outcome }) => outcome))
      expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(1)
      for (const { child } of four) child.kill('SIGKILL')
      await Promise.all(four.map(({ ended }) => ended))
    }
  }, 120_000)

  it('is kept by a holder that is stopped, not ended', async () => {
    const first = starter()
    await first.outcome
    first.child.kill('SIGSTOP')
    expect(await starter().outcome).toBe('refused')
  })

  it('is taken over from a process number that was given to another process', async () => {
    leave({ pid: process.pid, born: '1' })
    ;(await holdFolder(folder))()
  })

  it('is taken over from a process of before the system started anew', async () => {
    leave({ boot: '00000000-0000-0000-0000-000000000000' })
    ;(await holdFolder(folder))()
  })

  it('is taken over where it was copied together with its lock', async () => {
    leave({ folder: '/elsewhere', inode: '1' })
    ;(await holdFolder(folder))()
  })

  it('is not taken from a process on another machine, and says what to do', async () => {
    leave({ host: 'harbour-2', boot: '00000000-0000-0000-0000-000000000000' })
    await expect(holdFolder(folder)).rejects.toThrow(/harbour-2.*remove .*muster\.lock\/7/)
  })

  it.runIf(process.platform === 'linux')(
    'is not taken from another container that answers, and is from one that does not',
    async () => {
      const first = starter()
      await first.outcome
      const lock = path.join(folder, 'muster.lock')
      const number = fs.readdirSync(lock).find((name) => /^\d+$/.test(name)) ?? ''
      const held: Holder = JSON.parse(fs.readFileSync(path.join(lock, number), 'utf8'))
      expect(held.bell).not.toBeNull()
      // As that container would have written it: a process number that means nothing here.
      fs.writeFileSync(
        path.join(lock, number),
        JSON.stringify({ ...held, pid: 1, space: 'pid:[1]', host: 'box' }),
      )
      await expect(holdFolder(folder)).rejects.toThrow('in use by process 1 on box')
      first.child.kill('SIGKILL')
      await first.ended
      ;(await holdFolder(folder))()
    },
  )

  it('is one hold, however often one process asks', async () => {
    const letGo = await holdFolder(folder)
    expect(await holdFolder(folder)).toBe(letGo)
    letGo()
    letGo()
    expect(await starter().outcome).toBe('held')
  })

  it('that cannot be written is refused in one sentence', async () => {
    fs.writeFileSync(path.join(folder, 'file'), '')
    await expect(holdFolder(path.join(folder, 'file'))).rejects.toThrow(
      /^The data folder .* cannot be used: .*\.$/,
    )
  })
})

describe('a holder', () => {
  it('is in doubt never gone', () => {
    const here = self(folder)
    expect(judge(here, here)).toBe('alive')
    expect(judge({ ...here, born: null }, here)).toBe('alive')
    expect(judge({ ...here, space: 'pid:[1]' }, here)).toBe('unknown')
    expect(judge({ ...here, host: 'elsewhere', boot: 'other' }, here)).toBe('unknown')
    expect(judge({ ...here, folder: '/elsewhere' }, here)).toBe('alive')
    expect(judge({ ...here, pid: 2 ** 22 - 1 }, here)).toBe('gone')
    expect(judge({ ...here, released: true }, here)).toBe('gone')
  })
})
