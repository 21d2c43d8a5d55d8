import { databaseAway } from '@/lib/words/installation'

/** What Next calls such an error on its way to the page: by it the front knows to answer with 503. */
export const awayDigest = 'database-away'

/** Gives an error that means this, whoever threw it, that name. Any other stays as it is. */
export function named(error: unknown): unknown {
  if (error instanceof Error && isDatabaseAway(error)) Reflect.set(error, 'digest', awayDigest)
  return error
}

/** The database cannot be reached, or has no connection to spare: answered with 503 and Retry-After. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
  readonly digest = awayDigest
  constructor(message: string = databaseAway.message, options?: ErrorOptions) {
    super(message, options)
  }
}

/**
 * Whether this error, or what caused it, means that the database is away rather than that the statement was wrong.
 * Holds for both drivers and for the wrapper drizzle puts around their errors.
 */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if (at.name === 'DatabaseAway') return true
    if ('code' in at && typeof at.code === 'string' && (network.has(at.code) || sqlState.test(at.code)))
      return true
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true
    if (/^PGlite is clos(ed|ing)$/.test(at.message)) return true
  }
  return false
}

/** The connection itself is gone: closed under way, or ended by the server (severity FATAL or PANIC). */
export function isConnectionLost(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && lost.has(at.code)) return true
    if (
      'severity' in at &&
      (at.severity === 'FATAL' || at.severity === 'PANIC') &&
      'code' in at &&
      at.code !== '53300'
    )
      return true
  }
  return false
}

/** The server has no connection left (53300); nothing was done, so asking again is safe. */
export function isConnectionRefusedForNumber(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '53300'
}

const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

const network = new Set([...lost, 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])

/** Connection exceptions, insufficient resources, operator intervention (a cancelled statement apart), input and
 *  output of the server itself, a refused log-in, a database that is not there (PostgreSQL manual, appendix A). */
const sqlState = /^(08\w{3}|53\w{3}|57P0[1-5]|58\w{3}|28\w{3}|3D000)$/
