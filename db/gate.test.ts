import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from '@/db/away'
import { Gate } from '@/db/gate'

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const refusedForNumber = () => Object.assign(new Error('sorry, too many clients already'), { code: '53300' })

describe('the gate', () => {
  it('never lets more in than there are connections, in the order they came', async () => {
    const gate = new Gate(3, 1000)
    const order: number[] = []
    let inside = 0
    let most = 0
    const all = Array.from({ length: 20 }, (_, number) =>
      gate.pass(async () => {
        order.push(number)
        most = Math.max(most, ++inside)
        await later(5)
        inside--
        return number
      }),
    )
    expect(await Promise.all(all)).toEqual(order)
    expect(most).toBe(3)
  })

  it('fails as away who has waited too long, and only them', async () => {
    const gate = new Gate(1, 100)
    const long = gate.pass(() => later(250))
    const tired = await gate.pass(async () => 'in').catch((error: unknown) => error)
    expect(isDatabaseAway(tired)).toBe(true)
    await long
    expect(await gate.pass(async () => 'in')).toBe('in')
  })

  it('lets the next one in after a failure', async () => {
    const gate = new Gate(1, 100)
    for (let i = 0; i < 3; i++)
      await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate.pass(async () => 'in')).toBe('in')
  })

  it('asks again while the server has no connection left, and then says that it is away', async () => {
    const gate = new Gate(1, 20_000)
    let asked = 0
    const third = async () => {
      if (++asked < 3) throw refusedForNumber()
      return 'in'
    }
    expect(await gate.pass(third)).toBe('in')
    const never = await new Gate(1, 300)
      .pass(() => Promise.reject(refusedForNumber()))
      .catch((error: unknown) => error)
    expect(isDatabaseAway(never)).toBe(true)
  })
})
