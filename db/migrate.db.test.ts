import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, inject, it } from 'vitest'
import { connected } from '@/db/client'
import { migrateEmbedded, migratePostgres } from '@/db/migrate'
import { accountStatements, inventoryStatements } from '@/db/schema/accounts'
import { lineStatements } from '@/db/schema/lines'
import { judgingRuns, pieceStatements } from '@/db/schema/pieces'
import { freshDatabase, onServer } from '@/db/testing'

const steps: { entries: unknown[] } = JSON.parse(fs.readFileSync('db/migrations/meta/_journal.json', 'utf8'))

describe('the migrations', () => {
  it('do nothing the second time', async () => {
    const db = await freshDatabase()
    const connection = await connected()
    const counted = () => db.$count(sql`drizzle.__drizzle_migrations`)
    expect(await counted()).toBe(steps.entries.length)
    if (connection.kind === 'embedded') await migrateEmbedded(connection.client)
    else await migratePostgres(urlOf(connection.raw()))
    expect(await counted()).toBe(steps.entries.length)
  })

  it('say of what was answered before answers had a version which one it was asked under', async () => {
    const db = await freshDatabase()
    const versioned = {
      account_statements: '2.0',
      inventory_statements: '2.0',
      line_statements: '2.0',
      said_none: '2.0',
      organisation_statements: '2.0',
      platform_statements: '2025-12-17',
    }
    const told = `confirmed_on, answered_by, valid_from) values`
    const by = `'2026-11-01', gen_random_uuid(), now())`
    const rows = [
      `account_statements (person_id, id, account_id, source, facts, entered_at, ${told} (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'self_stated', '{}', now(), ${by}`,
      `inventory_statements (person_id, id, none, no_lines, entered_at, ${told} (gen_random_uuid(), gen_random_uuid(), '{}', false, now(), ${by}`,
      `line_statements (person_id, id, line_id, source, facts, entered_at, ${told} (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'self_stated', '{}', now(), ${by}`,
      `said_none (person_id, id, of, ${told} (gen_random_uuid(), gen_random_uuid(), 'app', ${by}`,
      `organisation_statements (id, topic, key, facts, entered_at, ${told} (gen_random_uuid(), 'vpn', '', '{}', now(), ${by}`,
      `platform_statements (id, entry_id, facts, entered_at, ${told} (gen_random_uuid(), gen_random_uuid(), '{}', now(), ${by}`,
    ]
    await db.execute('alter table judging_runs drop column instead_of')
    for (const table of Object.keys(versioned))
      await db.execute(`alter table ${table} drop column guidance_version`)
    for (const row of rows) await db.execute(`insert into ${row}`)
    const step = fs.readFileSync('db/migrations/0015_versions_of_answers.sql', 'utf8')
    for (const statement of step.split('--> statement-breakpoint')) await db.execute(statement)
    for (const [table, version] of Object.entries(versioned)) {
      const here = sql.raw(table)
      expect([table, await db.$count(sql`${here} where guidance_version = ${version}`)]).toEqual([table, 1])
    }
    for (const row of rows) await expect(db.execute(`insert into ${row}`)).rejects.toThrow()
  })

  it('have everybody judged anew who was judged by older rules, and nobody where there is no organisation', async () => {
    const db = await freshDatabase()
    const step = fs.readFileSync('db/migrations/0020_judged_by_newer_rules.sql', 'utf8')
    const begun = () =>
      db.select({ reason: judgingRuns.reason, judged: judgingRuns.judged }).from(judgingRuns)
    await db.execute(step)
    expect(await begun()).toEqual([])
    await db.execute(
      "insert into organisation (name, settings, created_at) values ('Harbour Office', '{}', now())",
    )
    await db.execute(step)
    expect(await begun()).toEqual([{ reason: 'rules', judged: 0 }])
  })

  it('date a leak review to when it was first written down, and what only its holder says to their own answer', async () => {
    const db = await freshDatabase()
    const [rosa, theo, app] = [randomUUID(), randomUUID(), randomUUID()]
    const list = (enteredAt: string, reviewedOn: string | null) =>
      db.execute(sql`
      insert into inventory_statements (person_id, id, none, no_lines, leak_review_done_on, entered_at, valid_from, valid_to,
        guidance_version, confirmed_on, answered_by)
      values (${rosa}, gen_random_uuid(), '{}', false, ${reviewedOn}, ${enteredAt}, ${enteredAt}, ${enteredAt}, '2.0',
        '2026-11-01', ${rosa})`)
    const use = (by: string, on: string, piece = 'app_use') =>
      db.execute(sql`
      insert into piece_statements (person_id, id, piece, scope_kind, scope_id, source, facts, entered_at, valid_from,
        valid_to, guidance_version, confirmed_on, answered_by, on_behalf_of)
      values (${rosa}, gen_random_uuid(), ${piece}, 'app', ${app}, 'self_stated', '{}', ${on}, ${on}, ${on}, '2.0', ${on},
        ${by}, ${by === rosa ? null : rosa})`)
    await list('2026-10-01T09:00:00Z', null)
    await list('2026-11-01T09:00:00Z', '2026-11-01')
    await list('2026-11-05T09:00:00Z', '2026-11-01')
    await use(theo, '2026-09-01')
    await use(rosa, '2026-10-01')
    await use(theo, '2026-11-01')
    await use(rosa, '2026-11-02', 'linked_devices')
    const step = fs.readFileSync('db/migrations/0021_own_moments.sql', 'utf8')
    for (const statement of step.split('--> statement-breakpoint'))
      if (!statement.includes('ADD COLUMN')) await db.execute(statement)
    const reviews = await db
      .select({ on: inventoryStatements.leakReviewDoneOn, at: inventoryStatements.leakReviewDoneAt })
      .from(inventoryStatements)
      .orderBy(inventoryStatements.enteredAt)
    const first = new Date('2026-11-01T09:00:00Z')
    expect(reviews).toEqual([
      { on: null, at: null },
      { on: '2026-11-01', at: first },
      { on: '2026-11-01', at: first },
    ])
    const own = await db
      .select({ on: pieceStatements.confirmedOn, own: pieceStatements.holderSaidOn })
      .from(pieceStatements)
      .orderBy(pieceStatements.confirmedOn)
    expect(own.map((each) => [each.on, each.own])).toEqual([
      ['2026-09-01', null],
      ['2026-10-01', '2026-10-01'],
      ['2026-11-01', '2026-10-01'],
      ['2026-11-02', null],
    ])
  })

  it('leave open what nobody was asked before: which app makes the codes, and what a line is for', async () => {
    const db = await freshDatabase()
    const told = (facts: string) =>
      [
        `gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'self_stated', '${facts}'`,
        `now(), '2.0', '2026-11-01'`,
      ]
        .concat('gen_random_uuid(), now()')
        .join(', ')
    const columns = (of: string) =>
      `(person_id, id, ${of}, source, facts, entered_at, guidance_version, confirmed_on, answered_by, valid_from)`
    const add = async (of: 'account' | 'line', facts: string) =>
      db.execute(`insert into ${of}_statements ${columns(`${of}_id`)} values (${told(facts)})`)
    await add('account', '{"value":"high"}')
    await add('account', '{"value":"high","codeApp":"authy"}')
    await add('line', '{"kind":"esim"}')
    await add('line', '{"kind":"esim","usedFor":"work"}')
    const step = fs.readFileSync('db/migrations/0024_code_app_and_line_use.sql', 'utf8')
    for (const statement of step.split('--> statement-breakpoint')) await db.execute(statement)
    const saidOf = async (table: typeof accountStatements | typeof lineStatements, fact: string) =>
      (await db.select({ said: sql<string>`${table.facts}->>${fact}` }).from(table))
        .map(({ said }) => said)
        .sort()
    expect(await saidOf(accountStatements, 'codeApp')).toEqual(['authy', 'unanswered'])
    expect(await saidOf(lineStatements, 'usedFor')).toEqual(['unanswered', 'work'])
  })

  it('refuse a database that a newer version laid out, in one sentence', async () => {
    const db = await freshDatabase()
    const connection = await connected()
    await db.execute(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)",
    )
    const migrate =
      connection.kind === 'embedded'
        ? migrateEmbedded(connection.client)
        : migratePostgres(urlOf(connection.raw()))
    await expect(migrate).rejects.toThrow(/^The database was changed by a newer version of Muster: [^\n]+\.$/)
  })

  it.runIf(onServer)('run once when four processes start at the same moment on an empty server', async () => {
    const url = new URL(inject('server'))
    const name = `muster_race_${randomBytes(4).toString('hex')}`
    const admin = postgres(Object.assign(new URL(url), { pathname: '/postgres' }).href, {
      max: 1,
      onnotice: () => {},
    })
    await admin.unsafe(`create database "${name}"`)
    const target = Object.assign(url, { pathname: `/${name}` }).href
    const script =
      "const { migratePostgres } = await import('./db/migrate.ts'); await migratePostgres(process.argv[1])"
    const codes = await Promise.all(
      Array.from({ length: 4 }, () => {
        const child = spawn(
          process.execPath,
          ['--import', 'tsx', '--input-type=module', '-e', script, target],
          {
            stdio: 'inherit',
          },
        )
        return new Promise((resolve) => child.once('close', resolve))
      }),
    )
    expect(codes).toEqual([0, 0, 0, 0])
    const one = postgres(target, { max: 1 })
    expect(await one`select 1 from drizzle.__drizzle_migrations`).toHaveLength(steps.entries.length)
    await one.end()
    await admin.unsafe(`drop database "${name}"`)
    await admin.end()
  })
})

function urlOf(sql: postgres.Sql): string {
  const { host, port, user, database } = sql.options
  return `postgres://${user}@${host[0]}:${port[0]}/${database}`
}
