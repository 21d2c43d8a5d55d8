/** A process that writes to the embedded database in the folder it is told, and says each number once it is committed. */
import fs from 'node:fs'
import { openEmbedded } from '../embedded'

const [folder = '', how] = process.argv.slice(2)
const { client, close } = await openEmbedded(folder, 0)
await client.exec(
  'create table if not exists kept (id int primary key, pad text); create index if not exists kept_pad on kept (pad)',
)
const { rows } = await client.query<{ last: number }>('select coalesce(max(id), 0) as last from kept')
fs.writeSync(1, `last ${rows[0]?.last}\n`)
const full = "do $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$"
if (how === 'full') await client.exec(full).catch(() => {})
if (how === 'count') {
  const count = 'select count(*)::int as number from kept'
  const scan = await client.query<{ number: number }>(count)
  await client.exec('set enable_seqscan = off')
  const index = await client.query<{ number: number }>(`${count} where id > 0`)
  fs.writeSync(1, `count ${scan.rows[0]?.number} ${index.rows[0]?.number}\n`)
  await close()
  process.exit(0)
}
for (let id = (rows[0]?.last ?? 0) + 1; ; id++) {
  await client.transaction(async (tx) => {
    await tx.query('insert into kept values ($1::int, repeat(md5($1::int::text), 40))', [id])
    if (id % 7 === 0) await tx.query('update kept set pad = pad || $2 where id > $1::int - 20', [id, 'x'])
  })
  fs.writeSync(1, `kept ${id}\n`)
}
