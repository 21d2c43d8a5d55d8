/**
 * `npm test`: everything, one line a step, closing with the plain line `N passed, N failed`.
 * `npm test -- types unit` runs those steps only. A step that cannot run has failed; nothing is left out unsaid.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

type Count = { passed: number; failed: number; skipped: number }
/** What failed is said again at the end, where it is read. */
type Outcome = Count & { what: string[] }
type Step = {
  name: string
  commands: string[][]
  env?: Record<string, string>
  count?: (report: string) => Outcome
}

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-test-report-'))
const report = (name: string) => path.join(reports, `${name}.json`)
const bin = (name: string) => path.join('node_modules', name)
const tsc = bin('typescript/bin/tsc')
const vitest = [bin('vitest/vitest.mjs'), 'run', '--config', 'db/vitest.config.ts', '--reporter=default']
const unit = (name: string, projects: readonly string[]): Step => ({
  name,
  commands: [
    [
      ...vitest,
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=json',
      `--outputFile=${report(name)}`,
    ],
  ],
  count: countVitest,
})

const steps: Step[] = [
  {
    name: 'types',
    commands: [
      [bin('next/dist/bin/next'), 'typegen'],
      [tsc, '--noEmit', '-p', '.'],
    ],
  },
  { name: 'lint', commands: [[bin('@biomejs/biome/bin/biome'), 'ci', '.']] },
  { name: 'lock', commands: [['--import', 'tsx', 'e2e/lock-file.ts', '--check']] },
  // Together, so that no core waits for the longest file of one of them.
  unit('unit', ['pure', 'embedded', 'postgres']),
  {
    name: 'journeys',
    commands: [
      [
        bin('@playwright/test/cli.js'),
        'test',
        '--config',
        'e2e/playwright.config.ts',
        '--reporter=list,json',
      ],
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('journeys') },
    count: countPlaywright,
  },
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}
// What an earlier build or development server knew of the routes is not what the sources say.
for (const stale of ['.next/types', '.next/dev/types']) fs.rmSync(stale, { recursive: true, force: true })
const total: Count = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
const failures: string[] = []
for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`── ${step.name}`)
  const began = performance.now()
  const count = await take(step)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  lines.push(`${step.name.padEnd(10)}${say(count)} (${seconds} s)`)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
  failures.push(...count.what)
}
fs.rmSync(reports, { recursive: true, force: true })
if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`)
console.log(`\n${lines.join('\n')}\n`)
console.log(say(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function say({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A step with its own report counts its tests; any other is one check. An error beside the tests is one failure. */
async function take(step: Step): Promise<Outcome> {
  let code = 0
  for (const command of step.commands) code ||= await run(command, step.env)
  const file = report(step.name)
  const outside = { failed: 1, what: [`${step.name}: ended with code ${code}, see above`] }
  if (!step.count || !fs.existsSync(file)) {
    const whole = { passed: 0, failed: 0, skipped: 0, what: [] }
    return code === 0 && !step.count ? { ...whole, passed: 1 } : { ...whole, ...outside }
  }
  const count = step.count(fs.readFileSync(file, 'utf8'))
  return code !== 0 && count.failed === 0 ? { ...count, ...outside } : count
}

function run(command: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[]
  }[]
}

function countVitest(text: string): Outcome {
  const said: VitestReport = JSON.parse(text)
  return {
    passed: said.numPassedTests,
    failed: said.numFailedTests,
    skipped: said.numPendingTests + said.numTodoTests,
    what: said.testResults.flatMap(({ name, message, assertionResults }) => {
      const file = path.relative('.', name)
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return message ? [failure(file, message)] : []
      return failed.map(({ fullName, failureMessages }) =>
        failure(`${file} › ${fullName}`, failureMessages?.join('\n') ?? ''),
      )
    }),
  }
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {
    file: string
    title: string
    tests: { projectName: string; status: string; results: { errors: { message?: string }[] }[] }[]
  }[]
}

function countPlaywright(text: string): Outcome {
  const report: PlaywrightSuite & { stats: Record<string, number> } = JSON.parse(text)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats
  const inside = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
    ...specs.flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ projectName, status, results }) =>
          failure(
            `${status === 'flaky' ? 'at the first try ' : ''}[${projectName}] ${file} › ${title}`,
            results.flatMap(({ errors }) => errors.map(({ message = '' }) => message)).join('\n'),
          ),
        ),
    ),
    ...suites.flatMap(inside),
  ]
  return { passed: expected, failed: unexpected + flaky, skipped, what: inside(report) }
}

/** The first lines of why, without the colours. */
function failure(title: string, why: string): string {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [title, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n')
}
