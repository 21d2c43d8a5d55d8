import { z } from 'zod'
import { command } from '@/lib/access/door'

export const heldForms = ['json', 'csv'] as const
export type HeldForm = (typeof heldForms)[number]

/** Notes that somebody takes everything held about them, before the first byte. Needs a fresh confirmation for `held.take`. */
export const takeHeld = command({
  permission: 'held:read:own',
  action: 'held.taken',
  input: z.strictObject({ form: z.enum(heldForms) }),
  confirmed: () => 'held.take',
  run: async ({ actor, now }, { form }) => ({
    result: { madeAt: now.toISOString() },
    trail: { subject: { kind: 'person', id: actor.personId, personId: actor.personId }, after: { form } },
  }),
})
