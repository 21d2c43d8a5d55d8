/** Who may import whom, and what stands only in one place: the rules of the house, held against every file. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import * as tables from '@/db/tables'
import { auditActions } from '@/lib/audit/actions'

const root = path.resolve(import.meta.dirname, '..')
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'lib', 'db'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(root, file)))
const isTest = (file: string) => /\.test\.tsx?$|\.fixture\.ts$|^db\/(rig|testing)/.test(file)
const shipped = files.filter((file) => !isTest(file))
const source = new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]))
const text = (file: string) => source.get(file) ?? ''

type Import = { from: string; target: string; typeOnly: boolean }
/** Every static and dynamic import, with the alias and relative paths brought into one form. */
const importsOf = (file: string): Import[] =>
  [
    ...text(file).matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/g,
    ),
  ].map((match) => {
    const raw = match[3] ?? match[4] ?? match[5] ?? ''
    const target = raw.startsWith('@/')
      ? raw.slice(2)
      : raw.startsWith('.')
        ? path.join(path.dirname(file), raw)
        : raw
    return { from: file, target, typeOnly: match[2] !== undefined }
  })
const imports = shipped.flatMap(importsOf)
const wrong = (found: Import[]) => found.map(({ from, target }) => `${from} -> ${target}`)

const impure =
  /^lib\/(posture\/(store|held|organisation-store)|overview\/(totals|moved|commands|queries)|services\/(queries|commands|store|corrections|imports|judging))/
const isPure = (file: string) =>
  !impure.test(file) &&
  (/^lib\/[^/]+\/(rules|facts|form|guard|write)\.ts$/.test(file) ||
    /^lib\/(guidance|posture|overview|words|services|text)\//.test(file) ||
    /^lib\/access\/(actor|permissions|outcome)\.ts$/.test(file) ||
    file === 'lib/vocabulary.ts')
const isClient = (file: string) => /^\s*(\/\*[\s\S]*?\*\/\s*)?'use client'/.test(text(file))

test('the files were found, and each kind of room has some', () => {
  expect(shipped.length).toBeGreaterThan(200)
  expect(shipped.filter(isPure).length).toBeGreaterThan(40)
  expect(shipped.filter(isClient).length).toBeGreaterThan(8)
  expect(imports.length).toBeGreaterThan(600)
})

describe('who may import whom', () => {
  test('pure rooms know no database, no framework, no settings of the process', () => {
    const barred =
      /^(db\/|drizzle-orm|postgres|@electric-sql|next|react|lib\/(env|installation|access\/(door|session|auth)))/
    expect(
      wrong(imports.filter(({ from, target, typeOnly }) => isPure(from) && barred.test(target) && !typeOnly)),
    ).toEqual([])
  })
  test('pure rooms read no clock and no environment', () => {
    const barred = /\bDate\.now\(|new Date\(\)|process\.env/
    expect(shipped.filter((file) => isPure(file) && barred.test(text(file)))).toEqual([])
  })
  test('screens know no database, no drizzle and no door', () => {
    const barred = /^(db\/|drizzle-orm|postgres|@electric-sql|lib\/access\/door$)/
    expect(
      wrong(
        imports.filter(
          ({ from, target, typeOnly }) => from.startsWith('app/') && barred.test(target) && !typeOnly,
        ),
      ),
    ).toEqual([])
  })
  test('what runs in the browser knows only the kit, words, pure rules and its own actions', () => {
    const allowed =
      /^(react|react-dom|next\/(link|navigation)|next|@simplewebauthn\/browser|app\/ui\/|app\/.*\/actions$|lib\/(words\/|vocabulary$))/
    const near = (target: string) => target.startsWith('app/') || isPure(`${target}.ts`)
    expect(
      wrong(
        imports.filter(
          ({ from, target, typeOnly }) =>
            isClient(from) && !typeOnly && !allowed.test(target) && !near(target),
        ),
      ),
    ).toEqual([])
  })
  test('a subject reaches the database through the door alone', () => {
    const mayOpen = /^(db\/|lib\/(access\/door|access\/away|installation\/|demo\/))/
    expect(
      wrong(
        imports.filter(
          ({ from, target, typeOnly }) =>
            /^db\/(client|away)$/.test(target) && !typeOnly && !mayOpen.test(from),
        ),
      ),
    ).toEqual([])
  })
  test('commands never call another subject’s commands', () => {
    const subject = (file: string) => file.split('/')[1]
    const found = imports.filter(
      ({ from, target }) =>
        /^lib\/[^/]+\/commands/.test(from) &&
        /^lib\/[^/]+\/commands/.test(target) &&
        subject(from) !== subject(target),
    )
    expect(wrong(found)).toEqual([])
  })
  test.each([
    ['@simplewebauthn/server', /^lib\/passkeys\/ceremonies$/],
    ['next-auth', /^(lib\/access\/auth|app\/api\/auth\/)/],
    ['postgres', /^(db\/|lib\/(installation|demo)\/)/],
    ['@electric-sql/pglite', /^(db\/|lib\/installation\/)/],
  ])('%s stands behind one door of its own', (library, allowed) => {
    const found = imports.filter(
      ({ from, target, typeOnly }) =>
        (target === library || target.startsWith(`${library}/`)) &&
        !typeOnly &&
        !allowed.test(from.replace(/\.tsx?$/, '')),
    )
    expect(wrong(found)).toEqual([])
  })
})

describe('what stands only in one place', () => {
  test('what an aide may answer belongs to whom they answer for: the scene’s holder, never the actor', () => {
    const subjects = shipped.filter((file) => /^lib\/(accounts|lines|phones|messaging|pieces)\//.test(file))
    expect(subjects.length).toBeGreaterThan(20)
    expect(subjects.filter((file) => /actor\.personId|answeredBy: actor/.test(text(file)))).toEqual([])
  })
  test('"use server" stands only in actions.ts, and every export there is built by the one wrapper', () => {
    const files = shipped.filter((file) => /^\s*'use server'/m.test(text(file)))
    expect(files.filter((file) => path.basename(file) !== 'actions.ts')).toEqual([])
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const exported = [...text(file).matchAll(/^export (.*)$/gm)].map(([, rest]) => rest ?? '')
      expect([
        file,
        exported.filter((rest) => !/^const \w+(: \w+)? = action(<[^>]+>)?\(/.test(rest)),
      ]).toEqual([file, []])
    }
  })
  test('no page puts markup together by hand, and none carries a style of its own', () => {
    expect(shipped.filter((file) => /dangerouslySetInnerHTML|\.innerHTML\b/.test(text(file)))).toEqual([])
  })
  test('the environment is read in the settings, the starter and the database’s drawer alone', () => {
    const allowed =
      /^(lib\/env\.ts|lib\/(installation|demo)\/|db\/(client|drizzle\.config)\.ts|lib\/access\/session\.ts)/
    expect(shipped.filter((file) => /process\.env/.test(text(file)) && !allowed.test(file))).toEqual([])
  })
  test('a screen holds no sentence of its own', () => {
    const between = />\s*([A-Z][a-z]+ [a-z][^<>{}]*)</g
    const found = shipped
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [...text(file).matchAll(between)].map((m) => `${file}: ${m[1]}`))
    expect(found).toEqual([])
  })
  test('no file is longer than a reader’s patience', () => {
    const long = shipped.filter(
      (file) =>
        !/^lib\/((words|services\/catalogue|demo)\/|vocabulary\.ts)/.test(file) &&
        text(file).split('\n').length > 301,
    )
    expect(long).toEqual([])
  })
})

describe('the audit log', () => {
  test('each act of the closed list is written down somewhere', () => {
    const all = shipped
      .filter((file) => file !== 'lib/audit/actions.ts' && !file.startsWith('lib/words/'))
      .map(text)
      .join('\n')
    expect(auditActions.filter((action) => !all.includes(`'${action}'`))).toEqual([])
  })
  test('acts and reads without a person behind them are known by name', () => {
    const callers = (name: string) =>
      shipped
        .filter((file) => file !== 'lib/access/door.ts' && new RegExp(`\\b${name}\\b`).test(text(file)))
        .sort()
    expect({
      openCommand: callers('openCommand'),
      openQuery: callers('openQuery'),
      openQueryAtOnce: callers('openQueryAtOnce'),
      upkeep: callers('upkeep'),
      upkeepAtOnce: callers('upkeepAtOnce'),
    }).toMatchSnapshot()
  })
})

/** What a column may hold. Free text of people stands only in columns that are sealed. */
const freeText: Readonly<Record<string, readonly string[]>> = {
  // Named by the organisation, shown in figures and exports: not about a person.
  organisation: ['name'],
  units: ['name'],
}
const closedText =
  /(_id|_hash|_kind|_key|_by|_from|_to|_on|_why|_how|_version|role|tier|kind|ref|action|outcome|purpose|device|state|source|reason|value|field|challenge|ceremony|algorithm|aaguid|transports|bucket|key|item|on_behalf_of|verdict|labels|visibility|none|detail|previous|hash|id|ref|index|wrapped|until|scope|piece|of|topic)$/

test('every column that holds text is sealed, a hash, an id, or a word of a closed list', () => {
  const found: string[] = []
  for (const table of Object.values(tables)) {
    if (!is(table, PgTable)) continue
    const name = getTableName(table)
    for (const column of Object.values(getTableColumns(table))) {
      if (!['string', 'array'].includes(column.dataType)) continue
      const known =
        /sealed$/.test(column.name) ||
        closedText.test(column.name) ||
        column.name === 'name_keys' ||
        freeText[name]?.includes(column.name)
      if (!known) found.push(`${name}.${column.name}`)
    }
  }
  expect(found).toEqual([])
})
