import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people, personKeys } from '@/db/schema/people'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'
import { peopleWords } from '@/lib/words/people'

/** The names of these people by id, opened; who was erased has none, and is called so. For pages whose reader may know them; call it for few. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, nameSealed: people.nameSealed, wrapped: personKeys.wrapped })
    .from(people)
    .leftJoin(personKeys, eq(personKeys.personId, people.id))
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(
    rows.map(({ id, nameSealed, wrapped }) => [
      id,
      wrapped === null
        ? peopleWords.erased
        : (fieldsOf('people', personKeyOf(id, wrapped)).open(id, 'name', nameSealed) ?? ''),
    ]),
  )
}

/** Who answered a statement for its holder, and when; null where the holder did, or has confirmed it since. */
export type AnsweredFor = { name: string; at: Date } | null
/** What of a statement says who gave it. */
export type Given = { answeredBy: string; onBehalfOf: string | null; enteredAt: Date }

export async function answeredFor(tx: Tx, said: Given): Promise<AnsweredFor> {
  if (said.onBehalfOf === null) return null
  const names = await namesOf(tx, [said.answeredBy])
  return { name: names.get(said.answeredBy) ?? '', at: said.enteredAt }
}
