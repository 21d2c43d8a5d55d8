/** What a form says of one thing in the register: closed words, and the free texts that are sealed. */
import { z } from 'zod'
import { type FactsOf, registerFacts } from '@/lib/platforms/facts'
import { hasTail } from '@/lib/platforms/names'
import { checkedText, optionalText } from '@/lib/text/checked'
import type { TextKind } from '@/lib/text/rules'
import type { RegisterKind } from '@/lib/vocabulary'
import { platformProblems } from '@/lib/words/platform-problems'

/** Every text of the register may be about a key: neither its value nor an end of it may stand in any of them. */
const withoutTail = (schema: z.ZodType<string>) =>
  schema.superRefine((text, context) => {
    const told = context.issues.length > 0
    if (!told && hasTail(text)) context.addIssue({ code: 'custom', message: platformProblems.tail })
  })
const needed = (kind: TextKind) => withoutTail(checkedText(kind))
const optional = (kind: TextKind) => withoutTail(optionalText(kind))

/** The free texts of each kind, by field. */
export const registerTexts = {
  sending: z.strictObject({}),
  staff: z.strictObject({}),
  interfaces: z.strictObject({}),
  monitoring: z.strictObject({
    /** Who would notice: a role or a team. */
    watcher: optional('name'),
    /** Where the report of the last audit is found. */
    report: optional('name'),
  }),
  teaching: z.strictObject({}),
  /** A name of its own for what is not in the catalogue. */
  platform: z.strictObject({ name: optional('name') }),
  account: z.strictObject({ label: needed('label') }),
  credential: z.strictObject({
    name: needed('name'),
    purpose: optional('name'),
    owner: optional('name'),
    action: optional('reason'),
  }),
  third_party: z.strictObject({
    party: needed('name'),
    /** Title and version of the agreement. */
    document: optional('name'),
  }),
  event: z.strictObject({ what: needed('reason'), action: optional('reason') }),
  training: z.strictObject({ topic: needed('name') }),
} as const satisfies Record<RegisterKind, z.ZodType>

export type TextsOf<Kind extends RegisterKind> = z.infer<(typeof registerTexts)[Kind]>
export type EntryOf<Kind extends RegisterKind> = {
  [Each in Kind]: { kind: Each; facts: FactsOf<Each>; texts: TextsOf<Each> }
}[Kind]
/** One of any kind. */
export type RegisterEntry = EntryOf<RegisterKind>

const entryOf = <Kind extends RegisterKind>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), facts: registerFacts[kind], texts: registerTexts[kind] })

export const registerEntry = z.discriminatedUnion('kind', [
  entryOf('sending'),
  entryOf('staff'),
  entryOf('interfaces'),
  entryOf('monitoring'),
  entryOf('teaching'),
  entryOf('platform'),
  entryOf('account'),
  entryOf('credential'),
  entryOf('third_party'),
  entryOf('event'),
  entryOf('training'),
])
