import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Texts of 50 kB that make a careless expression try every way of reading them. */
const units = [
  'a',
  '1',
  ' ',
  '-',
  '\n',
  '.',
  '(',
  '=',
  '@',
  '/',
  'x',
  '*',
  '1 ',
  '1-',
  '12.',
  'a1',
  'a1-',
  'A2',
  'abcd ',
  'abcd-',
  'ABCD ',
  'pin ',
  'pin 1',
  'PIN: ',
  'code ',
  'code: 1 ',
  'password ',
  'password: ',
  'password is ',
  'pass=',
  'ends ',
  'last four ',
  'eyJ',
  'sk_',
  '-----BEGIN ',
  'https://',
  'http://a/',
  'a@',
  'a@b.',
  'a@b.c.',
  '1000 000',
  '19',
  '2024',
  '2024-',
  '12/12/',
  '\u200c',
  '\u0627\u200c',
  '\ud83d\udc69\u200d',
  'e\u0301',
  '\ufb01',
  '\ufdfa',
  '\u0661',
  '\u00a0',
  'mot de passe ',
  'x x- ',
  '0 0000',
]

describe('no text takes long to judge', () => {
  it('finishes on 50 kB of each hostile pattern, within or beyond the limit of its kind', () => {
    // In a process of its own: an expression that never ends would otherwise end nothing but the test run.
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', judgeAll, JSON.stringify(units)],
      { timeout: 60_000, encoding: 'utf8' },
    )
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe(`judged ${units.length * 3} texts`)
  }, 90_000)
})

const judgeAll = `
  import { secretIn } from './lib/text/secrets.ts'
  import { cleanText, textProblem } from './lib/text/rules.ts'
  let judged = 0
  for (const unit of JSON.parse(process.argv[1])) {
    const long = unit.repeat(Math.ceil(50_000 / unit.length))
    for (const text of [long, long + '!', 'pin ' + long + '\\u0000']) {
      secretIn(text)
      cleanText(text)
      textProblem('note', text)
      judged++
    }
  }
  process.stdout.write('judged ' + judged + ' texts')
`
