/** What a form says of one thing in the register: closed words, and the free texts that are sealed. */
import { z } from 'zod'
import { type FactsOf, registerFacts } from '@/lib/platforms/facts'
import { hasTail } from '@/lib/platforms/names'
import { checkedText, optionalText } from '@/lib/text/checked'
import type { RegisterKind } from '@/lib/vocabulary'
import { platformProblems } from '@/lib/words/platform-problems'

/** A text about a key: neither its value nor its end may stand in it. */
const aboutKey = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.superRefine((text, context) => {
    const told = context.issues.length > 0
    if (!told && hasTail(text)) context.addIssue({ code: 'custom', message: platformProblems.tail })
  })

/** The free texts of each kind, by field. */
export const registerTexts = {
  sending: z.strictObject({}),
  staff: z.strictObject({}),
  interfaces: z.strictObject({}),
  monitoring: z.strictObject({
    /** Who would notice: a role or a team. */
    watcher: optionalText('name'),
    /** Where the report of the last audit is found. */
    report: optionalText('name'),
  }),
  teaching: z.strictObject({}),
  /** A name of its own for what is not in the catalogue. */
  platform: z.strictObject({ name: optionalText('name') }),
  account: z.strictObject({ label: checkedText('label') }),
  credential: z.strictObject({
    name: aboutKey(checkedText('name')),
    purpose: aboutKey(optionalText('name')),
    owner: aboutKey(optionalText('name')),
    action: aboutKey(optionalText('reason')),
  }),
  third_party: z.strictObject({
    party: checkedText('name'),
    /** Title and version of the agreement. */
    document: optionalText('name'),
  }),
  event: z.strictObject({ what: checkedText('reason'), action: optionalText('reason') }),
  training: z.strictObject({ topic: checkedText('name') }),
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
