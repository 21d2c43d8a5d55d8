/** What a measurement says: one JSON object on a line. */
import { readFileSync } from 'node:fs'

/** Where and how a measurement runs, handed to its process in BENCH. */
export type Scene = {
  database: 'postgres' | 'embedded'
  people: number
  rounds: number
  /** Seconds of load in each round. */
  seconds: number
  /** Joining links of the cast, by name. */
  links: Record<string, string>
}
export type Entry = {
  id: string
  ours: number
  against: number
  what_against: string
  /** ours / against. */
  ratio: number
  goal: string
  unit: string
  [more: string]: unknown
}
export type Measure = (scene: Scene) => Promise<Entry[]>

export function print(scene: Scene, entry: Entry): void {
  const { database, people: size, rounds } = scene
  const { id, ours, against, ratio, ...rest } = entry
  const numbers = { ours: rounded(ours), against: rounded(against), ratio: rounded(ratio) }
  console.log(JSON.stringify({ id, size, ...numbers, ...rest, rounds, database, versions: versions() }))
}

const rounded = (value: number) => Number(value.toPrecision(4))

function versions() {
  const of = (name: string): string =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
  return {
    node: process.version,
    next: of('next'),
    pglite: of('@electric-sql/pglite'),
    postgres: process.env.BENCH_SERVER || null,
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Runs both in turn, one warm-up before; each gives one number a round. @returns the medians */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  against: () => Promise<number>,
): Promise<{ ours: number; against: number; ratio: number }> {
  await ours()
  await against()
  const found: { ours: number[]; against: number[] } = { ours: [], against: [] }
  for (let round = 0; round < rounds; round++) {
    // Whoever goes first changes, so that neither always finds a warmer machine.
    const steps = [async () => found.ours.push(await ours()), async () => found.against.push(await against())]
    for (const step of round % 2 === 0 ? steps : steps.reverse()) await step()
  }
  const [one, other] = [median(found.ours), median(found.against)]
  return { ours: one, against: other, ratio: one / other }
}
