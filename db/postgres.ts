import type { Sql, TransactionSql } from 'postgres'
import { Gate } from './gate'
import { inOneGo, Pool, transaction } from './pool'

export type Postgres = {
  kind: 'postgres'
  /** The driver's client as it is now, without the gate: for COPY and for measuring. */
  raw: () => Sql
  /** The same behind the gate, for drizzle. */
  gated: Sql
  /** The same, whose transactions see one moment and are kept from writing by the server. */
  reading: Sql
  close: () => Promise<void>
}

/** Seconds until an attempt to connect fails. */
const connectSeconds = 3
/** Seconds before a lost connection is tried again. The driver's own waits grow to 20 s. */
const retrySeconds = 0.25
/** Milliseconds that a statement or transaction waits for a free connection before it fails as away. */
const patience = 2000
/**
 * A pool of connections to a PostgreSQL server. Uses nothing that belongs to a session, so PgBouncer may stand between
 * in transaction mode.
 */
export async function openPostgres(url: string, size: number): Promise<Postgres> {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ])
  const settings = {
    max: size,
    prepare: false,
    connect_timeout: connectSeconds,
    backoff: () => retrySeconds,
    onnotice: () => {},
    connection: { application_name: 'muster' },
  }
  // drizzle sets how a client reads dates, in passing; a client that takes another's place must read them alike.
  const pool = new Pool(() => drizzle(postgres(url, settings)).$client)
  const gate = new Gate(size, patience)
  return {
    kind: 'postgres',
    raw: () => pool.sql,
    gated: behindGate(pool, gate),
    reading: behindGate(pool, gate, 'isolation level repeatable read read only'),
    close: () => pool.end(),
  }
}

/** drizzle asks for two things outside a transaction: `unsafe`, awaited plainly or by `values()`, and `begin`. */
function behindGate(pool: Pool, gate: Gate, mode = ''): Sql {
  const through = <T>(act: (sql: Sql) => Promise<T>) => gate.pass(() => pool.run(act))
  const unsafe = (...args: Parameters<Sql['unsafe']>) => {
    const send = (sql: Sql) => inOneGo(sql.unsafe(...args))
    // A pending query of this driver is sent when it is first awaited: this one stands for it and is never sent.
    return new Proxy(pool.sql.unsafe(...args), {
      get(pending, name): unknown {
        if (name === 'values') return () => through(async (sql) => await send(sql).values())
        if (name !== 'then') return Reflect.get(pending, name)
        return (...then: Parameters<Promise<unknown>['then']>) =>
          through(async (sql) => await send(sql)).then(...then)
      },
    })
  }
  const begin = (run: (tx: TransactionSql) => Promise<unknown>) =>
    through((sql) => transaction(sql, run, mode))
  return new Proxy(pool.sql, {
    get: (target, name): unknown =>
      name === 'unsafe' ? unsafe : name === 'begin' ? begin : Reflect.get(target, name),
  })
}
