import type { Sql, TransactionSql } from 'postgres'
import { isConnectionLost } from './away'

/**
 * The driver's pool, made anew when one of its connections is lost: the driver (3.4.9) leaves a connection that goes
 * while something waits to be written unable to write ever again, and writes to one that is gone throw where nobody
 * can catch it (porsager/postgres issues 1154 and 1208).
 */
export class Pool {
  #sql: Sql
  #ended = false

  constructor(private readonly open: () => Sql) {
    this.#sql = open()
  }

  get sql(): Sql {
    return this.#sql
  }

  /** Runs `act` on the pool as it is now; what is under way on one that is replaced gets five seconds to finish. */
  async run<T>(act: (sql: Sql) => Promise<T>): Promise<T> {
    const sql = this.#sql
    try {
      return await act(sql)
    } catch (error) {
      if (isConnectionLost(error) && this.#sql === sql && !this.#ended) {
        this.#sql = this.open()
        sql.end({ timeout: 5 }).catch(() => {})
      }
      throw error
    }
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#sql.end({ timeout: 5 })
  }
}

type Run = (tx: TransactionSql) => Promise<unknown>

/**
 * Without prepared statements this driver asks the server what kinds of parameters a statement takes, waits, and only
 * then sends them: twice the round trips, and never two statements under way at once. drizzle has made text of every
 * value, so there is nothing to ask. The driver sets this flag as it sends; here it stays off.
 */
export function inOneGo<Query extends object>(query: Query): Query {
  return Object.defineProperty(query, 'describeFirst', { get: () => false, set: () => {} })
}

/**
 * A transaction that touches its connection no more once that is lost. Where the driver would roll back on the lost
 * connection it is left waiting for ever, and forgotten. `mode`: what follows BEGIN; the driver lets letters through only.
 */
export async function transaction(sql: Sql, run: Run, mode = ''): Promise<unknown> {
  let lost: Error | undefined
  let tell: (error: Error) => void = () => {}
  const loss = new Promise<never>((_, reject) => {
    tell = reject
  })
  const guarded = (act: Run, inner: TransactionSql) =>
    act(safe(inner)).catch((error: unknown) => {
      if (!lost && !isConnectionLost(error)) throw error
      lost ??= error instanceof Error ? error : new Error(String(error))
      tell(lost)
      return new Promise<never>(() => {})
    })
  const safe = (tx: TransactionSql): TransactionSql => {
    const unsafe = (...args: Parameters<Sql['unsafe']>) => {
      if (lost) throw lost
      return inOneGo(tx.unsafe(...args))
    }
    const savepoint = (act: Run) => tx.savepoint((inner) => guarded(act, inner))
    return new Proxy(tx, {
      get: (target, name): unknown =>
        name === 'unsafe' ? unsafe : name === 'savepoint' ? savepoint : Reflect.get(target, name),
    })
  }
  const begun = sql.begin(mode, (tx) => guarded(run, tx))
  begun.catch((error: unknown) => {
    if (isConnectionLost(error) && error instanceof Error) lost ??= error
  })
  return await Promise.race([begun, loss])
}
