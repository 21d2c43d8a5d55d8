import type { Sql, TransactionSql } from 'postgres'
import { Gate } from './gate'

export type Postgres = {
  kind: 'postgres'
  /** The driver's client, without the gate: for COPY and for measuring. */
  sql: Sql
  /** The same client behind the gate, for drizzle. */
  gated: Sql
  close: () => Promise<void>
}

/** Seconds until an attempt to connect fails. */
const connectSeconds = 3
/** Seconds before a lost connection is tried again. The driver's own waits grow to 20 s. */
const retrySeconds = 0.25
/** Milliseconds that a statement or transaction waits for a free connection before it fails as away. */
const patience = 2000

/**
 * A pool of connections to a PostgreSQL server. Uses no prepared statements and nothing else that belongs to a
 * session, so PgBouncer may stand between in transaction mode.
 */
export async function openPostgres(url: string, size: number): Promise<Postgres> {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, {
    max: size,
    prepare: false,
    connect_timeout: connectSeconds,
    backoff: () => retrySeconds,
    onnotice: () => {},
    connection: { application_name: 'muster' },
  })
  return { kind: 'postgres', sql, gated: behindGate(sql, size), close: () => sql.end({ timeout: 5 }) }
}

/** drizzle asks for two things outside a transaction: `unsafe`, awaited plainly or by `values()`, and `begin`. */
function behindGate(sql: Sql, size: number): Sql {
  const gate = new Gate(size, patience)
  const unsafe = (...args: Parameters<Sql['unsafe']>) =>
    // A pending query of this driver is sent when it is first awaited: this one stands for it and is never sent.
    new Proxy(sql.unsafe(...args), {
      get(pending, name): unknown {
        const query = () => inOneGo(sql.unsafe(...args))
        if (name === 'values') return () => gate.pass(async () => await query().values())
        if (name !== 'then') return Reflect.get(pending, name)
        const answer = () => gate.pass(async () => await query())
        return (...then: Parameters<Promise<unknown>['then']>) => answer().then(...then)
      },
    })
  const begin = (run: (transaction: TransactionSql) => Promise<unknown>) =>
    gate.pass(async () => await sql.begin((transaction) => run(sendingInOneGo(transaction))))
  return new Proxy(sql, {
    get: (target, name): unknown =>
      name === 'unsafe' ? unsafe : name === 'begin' ? begin : Reflect.get(target, name),
  })
}

/** The same connection, whose statements go out in one piece and one behind the other. */
function sendingInOneGo(transaction: TransactionSql): TransactionSql {
  const unsafe = (...args: Parameters<Sql['unsafe']>) => inOneGo(transaction.unsafe(...args))
  return new Proxy(transaction, {
    get: (target, name): unknown => (name === 'unsafe' ? unsafe : Reflect.get(target, name)),
  })
}

/**
 * Without prepared statements this driver asks the server what kinds of parameters a statement takes, waits, and only
 * then sends them: twice the round trips, and never two statements under way at once. drizzle has made text of every
 * value, so there is nothing to ask. The driver sets this flag as it sends; here it stays off.
 */
function inOneGo<Query extends object>(query: Query): Query {
  return Object.defineProperty(query, 'describeFirst', { get: () => false, set: () => {} })
}
