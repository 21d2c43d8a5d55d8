/** What the forms of exceptions say, in the shape of the commands, and what stands now beside a stale one. */
import type { Conflict } from '@/app/ui/form-state'
import type { ExceptionStands } from '@/lib/exceptions/commands'
import { writtenDay } from '@/lib/words/dates'
import { exceptionWords } from '@/lib/words/exceptions'

export const wish = (form: FormData) => ({
  item: form.get('item') ?? '',
  scopeId: form.get('scopeId'),
  reason: form.get('reason') ?? '',
  reasonText: form.get('reasonText') ?? '',
  endsOn: form.get('endsOn') ?? '',
})

export const basedOn = (form: FormData) => ({ id: form.get('id'), version: Number(form.get('version')) })

export const decision = (form: FormData) => ({
  ...basedOn(form),
  personId: form.get('personId'),
  outcome: form.get('outcome') ?? '',
  endsOn: form.get('endsOn') ?? '',
  note: form.get('note') ?? '',
})

export function exceptionStanding(current: unknown): Conflict {
  const { version, outcome, endsOn, over } = current as ExceptionStands
  const { standsNow, outcomes, yes, notYet } = exceptionWords.team
  return {
    version,
    now: [
      { label: standsNow.outcome, value: outcome ? outcomes[outcome].done : notYet },
      { label: standsNow.endsOn, value: writtenDay(endsOn) },
      ...(over ? [{ label: standsNow.over, value: yes }] : []),
    ],
  }
}
