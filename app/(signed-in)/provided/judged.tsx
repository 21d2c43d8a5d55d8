import { cache } from 'react'
import { ActionSteps } from '@/app/ui/action-steps'
import { Judgements } from '@/app/ui/judgements'
import { Notice } from '@/app/ui/notice'
import type { Actor } from '@/lib/access/actor'
import type { ItemId } from '@/lib/guidance/codes'
import { providedForAll } from '@/lib/provided/queries'
import type { Doing } from '@/lib/words/how-to'
import { providedWords as words } from '@/lib/words/provided'

/** What the organisation provides, read once for a page. */
const provided = cache((actor: Actor) => providedForAll(actor))

/** Verdicts one by one, with what the organisation provides beside each. */
export async function Judged({
  actor,
  ...judged
}: Omit<Parameters<typeof Judgements>[0], 'provided'> & { actor: Actor }) {
  return <Judgements {...judged} provided={await provided(actor)} />
}

/** How an action is done, and who acts where the organisation provides it. */
export async function HowToDo({ actor, ...doing }: Doing & { actor: Actor }) {
  return <ActionSteps {...doing} provided={await provided(actor)} />
}

/** Above the questions of a piece, where the organisation provides some of what it asks about. */
export async function ProvidedHere({ actor, items }: { actor: Actor; items: readonly ItemId[] }) {
  const here = (await provided(actor)).filter(({ item }) => items.includes(item))
  if (here.length === 0) return null
  return (
    <Notice kind="note" word={words.tag}>
      {here.map(({ item, text }) => (
        <p key={item}>{text}</p>
      ))}
      <p>{words.ofPiece}</p>
    </Notice>
  )
}
