/** One measurement in a process of its own, on the database that the environment names. */
import { type Measure, print, type Scene } from './entry'

const measures: Record<string, () => Promise<{ measure: Measure }>> = {
  P1: () => import('./p1-overview'),
  P3: () => import('./p3-verdicts-csv'),
  P4: () => import('./p4-record-account'),
  P7: () => import('./p7-sign-in'),
  P8: () => import('./p8-javascript'),
  P9: () => import('./p9-start'),
}
const scene: Scene = JSON.parse(process.env.BENCH ?? '')
const load = measures[process.argv[2] ?? '']
if (!load) throw new Error(`there is no ${process.argv[2]}`)
const { measure } = await load()
for (const entry of await measure(scene)) print(scene, entry)
process.exit(0)
