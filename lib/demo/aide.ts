/** Theo answers for Rosa: she consented in spring, and some of what he said waits for her word still. */
import type { Db } from '@/db/client'
import { delegations } from '@/db/schema/aide'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { type AideScope, aideScopes, type Role } from '@/lib/vocabulary'
import { diceFrom } from './dice'
import type { Event } from './person'
import type { Member } from './roster'
import type { Dates } from './year'

const day = 86_400_000
/** All but her habits, which she says herself. */
const scope: readonly AideScope[] = aideScopes.filter((each) => each !== 'habits')

/** Who answers when somebody sits down to it, and for whom. */
export type Answerer = { answeredBy: string; onBehalfOf: string | null; role: Role }
export type Aide = {
  member: Member
  /** The sittings, from 0, at which the aide answers what the consent covers. */
  sittings: readonly number[]
}

/** Rosa's third and fourth sitting are Theo's; her last is her own, and confirms most of it. */
export function aideOf(member: Member, theo: Member, dates: Dates): Aide | null {
  if (!member.cast || member.name !== 'Rosa') return null
  const last = dates.sittings.length - 1
  return { member: theo, sittings: [2, 3].filter((nth) => nth < last || nth === 2) }
}

export function answererOf(member: Member, aide: Aide | null, nth: number, what: AideScope): Answerer {
  return aide?.sittings.includes(nth) && scope.includes(what)
    ? { answeredBy: aide.member.id, onBehalfOf: member.id, role: aide.member.role }
    : { answeredBy: member.id, onBehalfOf: null, role: member.role }
}

/** The consent: asked for, accepted and granted in the days before the first such sitting. @returns what is written down */
export async function keepConsent(
  db: Db,
  of: { rosa: Member; aide: Aide; dates: Dates; seed: string; until: Date },
): Promise<Event[]> {
  const { rosa, aide, dates, until } = of
  const sittings = aide.sittings.flatMap((nth) => dates.sittings[nth] ?? [])
  const [first] = sittings
  if (!first) return []
  const theo = aide.member
  const id = diceFrom(`${of.seed} aide`).uuid()
  const before = (days: number) => new Date(first.getTime() - days * day)
  const [offeredAt, acceptedAt, grantedAt] = [before(5), before(4), before(3)]
  await db.transaction(async (tx) => {
    const sealed = fieldsOf('delegations', await readKey(tx, rosa.id))
    await tx.insert(delegations).values({
      ...{ personId: rosa.id, id, aideId: theo.id, scope: [...scope], offeredAt, acceptedAt, grantedAt },
      addressSealed: sealed.seal(id, 'address', theo.email) ?? '',
      endsOn: new Date(until.getTime() + 30 * day).toISOString().slice(0, 10),
    })
  })
  const act = (by: Member, action: Event['action'], at: Date): Event => ({
    ...{ at, by, action, kind: 'delegation', id, personId: rosa.id },
  })
  return [
    act(rosa, 'aide.asked', offeredAt),
    act(theo, 'aide.accepted', acceptedAt),
    act(rosa, 'aide.granted', grantedAt),
    ...sittings.map((at) => act(theo, 'aide.answering', new Date(at.getTime() - 2 * 60_000))),
  ]
}
