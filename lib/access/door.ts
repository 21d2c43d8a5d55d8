/**
 * The one way to data. It asks who you are and whether you may, runs inside a transaction, and writes it down.
 * Nothing else opens a transaction; reads run in one that the database keeps read-only.
 */
import { createHash } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import {
  assertRoomToWrite,
  atOnce,
  database,
  type OneRead,
  type OneStatement,
  readOnly,
  type Tx,
} from '@/db/client'
import { freshAssertions, submissions } from '@/db/schema/access'
import type { AuditAction } from '@/lib/audit/actions'
import { appendAudit, type Doer, type Trail } from '@/lib/audit/append'
import { canonical } from '@/lib/audit/chain'
import { openOwn, sealOwn } from '@/lib/sealing/own'
import type { FieldProblems } from '@/lib/vocabulary'
import { fieldWords } from '@/lib/words/fields'
import type { Actor } from './actor'
import { assertConsent } from './answering'
import { NotConfirmed, type Outcome, Problems, Refused, Stale } from './outcome'
import { allows, holderOf, type Permission } from './permissions'

/** What a read or a command is given: who asks, whose rows it is about, the transaction, and the clock. */
export type Scene = {
  actor: Actor
  /** Whose rows: the actor's own, or of the person an aide answers for. */
  holder: string
  /** Who says what is said, and for whom: what every statement carries. */
  by: { answeredBy: string; onBehalfOf: string | null }
  tx: Tx
  now: Date
}
/** The same without a person: visitors, the console, the server itself. */
export type BareScene = { tx: Tx; now: Date }
/** What a command must hand back: its result and what is to be written down of it. */
export type Done<Result> = { result: Result; trail: Trail }
/** The id of one submit: the same submit sent again does nothing more and answers the same. */
export type Submission = { key: string }

/**
 * A read. Refuses unless the role has the permission (Refused); what is not the actor's is NotThere.
 */
export function query<Args extends unknown[], Result>(
  permission: Permission,
  read: (scene: Scene, ...args: Args) => Promise<Result>,
): (actor: Actor, ...args: Args) => Promise<Result> {
  return async (actor, ...args) => {
    if (!allows(actor, permission)) throw await refused(actor, permission)
    return inReadOnly(async (tx, now) => {
      return read(await sceneOf({ actor, permission, tx, now, held: false }), ...args)
    })
  }
}

type CommandOf<Schema extends z.ZodType, Result> = {
  permission: Permission
  action: AuditAction
  input: Schema
  /** The purpose a fresh assertion must have been given for; the assertion is spent with the command. */
  confirmed?: (input: z.infer<Schema>, actor: Actor) => string
  /** Hands back another action where the same submit can come to two different acts. */
  run: (scene: Scene, input: z.infer<Schema>) => Promise<Done<Result> & { action?: AuditAction }>
}

/**
 * A command of a signed-in person: all of it happens and is written down, or none of it.
 * Throws Refused, NotThere, NotConfirmed, TooMany; answers problems by field or a conflict.
 */
export function command<Schema extends z.ZodType, Result>(
  of: CommandOf<Schema, Result>,
): (actor: Actor, raw: unknown, submission?: Submission) => Promise<Outcome<Result>> {
  return async (actor, raw, submission) => {
    if (!allows(actor, of.permission)) throw await refused(actor, of.permission)
    const parsed = of.input.safeParse(raw, { reportInput: true })
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
    const bodyHash = createHash('sha256')
      .update(canonical({ action: of.action, body: raw, for: actor.onBehalfOf?.delegationId }))
      .digest('base64url')
    try {
      return await inTransaction(async (tx, now) => {
        const scene = await sceneOf({ actor, permission: of.permission, tx, now, held: true })
        if (of.confirmed) await spendAssertion(tx, now, actor, of.confirmed(parsed.data, actor))
        const { result, trail, action = of.action } = await of.run(scene, parsed.data)
        const outcome: Outcome<Result> = { ok: true, result }
        const doer: Doer = { kind: 'person', id: actor.personId, role: actor.role }
        const { onBehalfOf } = scene.by
        const kept = submission && keepSubmission(tx, now, actor, submission, of.action, bodyHash, outcome)
        await appendAudit(tx, { doer, onBehalfOf, action, outcome: 'done', at: now, trail }, kept)
        return outcome
      })
    } catch (error) {
      const earlier = submission && (await earlierOutcome<Result>(actor, submission, bodyHash))
      if (earlier) return earlier
      return asOutcome(error)
    }
  }
}

/** An act of a visitor without a session, of the console or of the server itself. The list is pinned in a test. */
export function openCommand<Schema extends z.ZodType, Result>(of: {
  by: 'visitor' | 'console' | 'system'
  action: AuditAction
  input: Schema
  run: (
    scene: BareScene,
    input: z.infer<Schema>,
  ) => Promise<Done<Result> & { doer?: Doer; action?: AuditAction; outcome?: 'done' | 'refused' }>
}): (raw: unknown) => Promise<Outcome<Result>> {
  return async (raw) => {
    const parsed = of.input.safeParse(raw, { reportInput: true })
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
    try {
      return await inTransaction(async (tx, now) => {
        const done = await of.run({ tx, now }, parsed.data)
        await appendAudit(tx, {
          doer: done.doer ?? { kind: of.by },
          action: done.action ?? of.action,
          outcome: done.outcome ?? 'done',
          at: now,
          trail: done.trail,
        })
        return { ok: true as const, result: done.result }
      })
    } catch (error) {
      return asOutcome(error)
    }
  }
}

/**
 * Upkeep that nobody asked for and that changes nothing anybody stated: challenges, attempts, last-seen times.
 * Not written down, so kept to a pinned list of callers (see door.test.ts).
 */
export async function upkeep<Result>(run: (scene: BareScene) => Promise<Result>): Promise<Result> {
  return inTransaction((tx, now) => run({ tx, now }))
}

/** The same for one statement, which is whole by itself: a third of the round trips. */
export async function upkeepAtOnce<Result>(
  run: (scene: { db: OneStatement; now: Date }) => Promise<Result>,
): Promise<Result> {
  await assertRoomToWrite()
  return atOnce((db) => run({ db, now: new Date() }))
}

/** A read without a person: the session itself, links, health. Kept to a pinned list of callers. */
export async function openQuery<Result>(read: (scene: BareScene) => Promise<Result>): Promise<Result> {
  return inReadOnly((tx, now) => read({ tx, now }))
}

/** Whose rows it is about; of somebody else's, asked again here whether they still consent. `held` until the end of it. */
async function sceneOf(of: {
  actor: Actor
  permission: Permission
  tx: Tx
  now: Date
  held: boolean
}): Promise<Scene> {
  const { actor, tx, now } = of
  const holder = holderOf(actor, of.permission)
  const own = holder === actor.personId
  if (!own) await assertConsent(tx, actor, now, of)
  return { actor, holder, by: { answeredBy: actor.personId, onBehalfOf: own ? null : holder }, tx, now }
}

/** The same for one read, which sees one moment by itself: a third of the round trips. */
export const openQueryAtOnce = <Result>(
  read: (scene: { db: OneRead; now: Date }) => Promise<Result>,
): Promise<Result> => atOnce((db) => read({ db, now: new Date() }))

async function inTransaction<Result>(run: (tx: Tx, now: Date) => Promise<Result>): Promise<Result> {
  await assertRoomToWrite()
  const db = await database()
  return db.transaction((tx) => run(tx, new Date()))
}

const inReadOnly = <Result>(run: (tx: Tx, now: Date) => Promise<Result>) =>
  readOnly((tx) => run(tx, new Date()))

/** Writes the refusal down, in a transaction of its own, and hands back what to throw. */
async function refused(actor: Actor, permission: Permission): Promise<Refused> {
  await inTransaction((tx, now) =>
    appendAudit(tx, {
      doer: { kind: 'person', id: actor.personId, role: actor.role },
      action: 'access.refused',
      outcome: 'refused',
      at: now,
      trail: { subject: { kind: 'permission', id: permission } },
    }),
  )
  return new Refused(permission)
}

async function spendAssertion(tx: Tx, now: Date, actor: Actor, purpose: string) {
  const spent = await tx
    .delete(freshAssertions)
    .where(
      and(
        eq(freshAssertions.personId, actor.personId),
        eq(freshAssertions.sessionId, actor.sessionId),
        eq(freshAssertions.purpose, purpose),
        gt(freshAssertions.endsAt, now),
      ),
    )
    .returning({ purpose: freshAssertions.purpose })
  if (spent.length === 0) throw new NotConfirmed(purpose)
}

async function keepSubmission(
  tx: Tx,
  now: Date,
  actor: Actor,
  { key }: Submission,
  action: AuditAction,
  bodyHash: string,
  outcome: Outcome<unknown>,
) {
  const outcomeSealed = sealOwn(JSON.stringify(outcome), `submission:${actor.personId}:${key}`)
  const kept = await tx
    .insert(submissions)
    .values({ personId: actor.personId, key, action, bodyHash, outcomeSealed, at: now })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (kept.length === 0) throw new Error('sent already')
}

/** The answer already given to this submit; a conflict when the same key comes with other content. */
async function earlierOutcome<Result>(
  actor: Actor,
  { key }: Submission,
  bodyHash: string,
): Promise<Outcome<Result> | null> {
  const row = await inReadOnly(async (tx) => {
    const [found] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.personId, actor.personId), eq(submissions.key, key)))
    return found
  }).catch(() => undefined)
  if (!row) return null
  if (row.bodyHash !== bodyHash) return { ok: false, conflict: null }
  return JSON.parse(openOwn(row.outcomeSealed, `submission:${actor.personId}:${key}`)) as Outcome<Result>
}

function asOutcome(
  error: unknown,
): { ok: false; problems: FieldProblems } | { ok: false; conflict: unknown } {
  if (error instanceof Problems) return { ok: false, problems: error.problems }
  if (error instanceof Stale) return { ok: false, conflict: error.current }
  throw error
}

/** Zod's issues by field path, in dots; '' is the form as a whole. */
export function problemsOf(error: z.ZodError): FieldProblems {
  const problems: FieldProblems = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    const list = problems[field] ?? []
    list.push(sentenceFor(issue))
    problems[field] = list
  }
  return problems
}

/** Our own sentence for what zod found; a schema's own message wins. */
function sentenceFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null))
    return fieldWords.missing
  if (issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected)) return fieldWords.number
  if (issue.code === 'invalid_value') return fieldWords.choose
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum)
    if (issue.origin === 'string') return fieldWords.tooLong(most)
    return issue.origin === 'array' ? fieldWords.tooMany(most) : fieldWords.tooBig(most)
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'number' ? fieldWords.tooSmall(Number(issue.minimum)) : fieldWords.missing
  }
  if (issue.code === 'invalid_format') {
    if (issue.format === 'date') return fieldWords.date
    if (issue.format === 'email') return fieldWords.email
  }
  return fieldWords.other
}
