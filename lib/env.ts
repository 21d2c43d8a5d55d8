import path from 'node:path'
import { z } from 'zod'
import { InstallationProblem } from './installation/problem'
import { settings as words } from './words/installation'

/** One wrong setting; the message is a sentence that names it. */
export class EnvironmentProblem extends InstallationProblem {
  override name = 'EnvironmentProblem'
}

export type Environment = {
  /** The address people type, without a trailing slash: relying party, links and cookies follow it. */
  origin: string
  /** The WebAuthn relying party id: the origin's host name. */
  relyingParty: string
  port: number
  host: string
  /** Absolute. Holds the embedded database, its lock, its snapshots and, unless moved, the key file. */
  dataFolder: string
  keyFile: string
  /** Null: the embedded database. */
  databaseUrl: string | null
  /** Connections at most to a PostgreSQL server. */
  poolSize: number
  /** Bytes that must be free on the embedded database's disk before anything is written. */
  roomToWrite: number
  /** One trusted proxy stands in front and appends to X-Forwarded-For. */
  trustProxy: boolean
  demo: boolean
}

let parsed: Environment | undefined

/**
 * The settings, read from the process's environment once.
 * @throws EnvironmentProblem with one sentence, for the first setting that is wrong
 */
export function environment(): Environment {
  if (!parsed) {
    parsed = parseEnvironment(process.env, process.cwd())
    // next-auth reads the address from here; without it, it would believe the request.
    process.env.NEXTAUTH_URL = parsed.origin
  }
  return parsed
}

/** The settings in `source`; paths are resolved against `cwd`, and an empty value counts as not set. */
export function parseEnvironment(source: Record<string, string | undefined>, cwd: string): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = shape.safeParse(set)
  if (!result.success) throw new EnvironmentProblem(result.error.issues[0]?.message)
  const env = result.data
  const dataFolder = path.resolve(/* turbopackIgnore: true */ cwd, env.MUSTER_DATA)
  const origin = env.MUSTER_ORIGIN ?? `http://localhost:${env.PORT}`
  return {
    origin,
    relyingParty: new URL(origin).hostname,
    port: env.PORT,
    host: env.MUSTER_HOST,
    dataFolder,
    keyFile: env.MUSTER_KEY_FILE
      ? path.resolve(cwd, env.MUSTER_KEY_FILE)
      : path.join(dataFolder, 'muster.key'),
    databaseUrl: env.DATABASE_URL ?? null,
    poolSize: env.MUSTER_POOL,
    roomToWrite: env.MUSTER_ROOM_MB * 1024 * 1024,
    trustProxy: env.MUSTER_TRUST_PROXY,
    demo: env.MUSTER_DEMO,
  }
}

const shape = z.object({
  MUSTER_ORIGIN: z.string().transform(asOrigin).optional(),
  PORT: whole(1, 65_535, 3000, words.port),
  MUSTER_HOST: z
    .string()
    .default('127.0.0.1')
    .superRefine((value, context) => {
      if (!/^[A-Za-z0-9.:_-]+$/.test(value)) context.addIssue({ code: 'custom', message: words.host(value) })
    }),
  MUSTER_DATA: z.string().default('.data'),
  MUSTER_KEY_FILE: z.string().optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl, { error: words.databaseUrl }).optional(),
  MUSTER_POOL: whole(1, 200, 10, words.pool),
  MUSTER_ROOM_MB: whole(0, 1_000_000, 100, words.room),
  MUSTER_TRUST_PROXY: flag('MUSTER_TRUST_PROXY'),
  MUSTER_DEMO: flag('MUSTER_DEMO'),
})

function asOrigin(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : null
  const bare = url && /^https?:$/.test(url.protocol) && value.replace(/\/$/, '') === url.origin
  if (!bare) context.addIssue({ code: 'custom', message: words.origin(value) })
  else if (url.protocol === 'http:' && url.hostname !== 'localhost')
    context.addIssue({ code: 'custom', message: words.originNeedsTls(value) })
  return url?.origin ?? value
}

function isPostgresUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

function whole(least: number, most: number, otherwise: number, words: (value: string) => string) {
  return z
    .string()
    .default(String(otherwise))
    .transform((value, context) => {
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
      if (!(number >= least && number <= most)) context.addIssue({ code: 'custom', message: words(value) })
      return number
    })
}

function flag(name: string) {
  return z
    .string()
    .default('0')
    .transform((value, context) => {
      if (value !== '0' && value !== '1')
        context.addIssue({ code: 'custom', message: words.flag(name, value) })
      return value === '1'
    })
}
