/** P1: leadership's page under load, against a signed-in page of the same frame that reads nothing of its own. */
import { startMuster } from '@/e2e/server'
import { inTurn, type Measure, median } from './entry'
import { load } from './load'
import { joined } from './visitor'

export const measure: Measure = async ({ rounds, seconds, links }) => {
  const muster = await startMuster({
    databaseUrl: process.env.DATABASE_URL,
    dataFolder: process.env.MUSTER_DATA,
  })
  try {
    const lee = await joined(muster.origin, links.Lee ?? '')
    const slowest: Record<string, number[]> = { '/overview': [], '/about': [] }
    const asked = (page: string) => async () => {
      const { perSecond, p95 } = await load(muster.origin + page, lee.cookie(), seconds)
      slowest[page]?.push(p95)
      return perSecond
    }
    const times = await inTurn(rounds, asked('/overview'), asked('/about'))
    const [p95, p95Against] = [median(slowest['/overview'] ?? []), median(slowest['/about'] ?? [])]
    const what_against =
      'the signed-in page /about: the same frame and session, static text, no query of its own'
    return [
      {
        id: 'P1',
        ...times,
        what_against,
        goal: 'ratio at least 0.8',
        unit: 'requests/s, 10 connections',
        seconds,
      },
      {
        id: 'P1',
        ours: p95,
        against: p95Against,
        ratio: p95 / p95Against,
        what_against,
        goal: 'p95 at 100,000 people at most 1.2 times that at 1,000',
        unit: 'ms, 95th percentile, 10 connections',
        seconds,
      },
    ]
  } finally {
    await muster.stop()
  }
}
