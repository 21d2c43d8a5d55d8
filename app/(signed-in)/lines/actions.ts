'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import type { Conflict } from '@/app/ui/form-state'
import { recordLine } from '@/lib/lines/commands/record'
import { removeLine, restoreLine } from '@/lib/lines/commands/remove'
import { type CurrentLine, confirmLine, reviseLine, stateCarrierPin } from '@/lib/lines/commands/revise'
import { entryFrom, lineField } from '@/lib/lines/form'
import { serviceById } from '@/lib/services/catalogue'
import { lineAnswers } from '@/lib/words/line-form'

export const record = action({
  command: recordLine,
  read: entryFrom,
  done: ({ id }) => ({ to: savedAt(id, 'recorded') }),
  fieldOf: lineField,
})

export const revise = action({
  command: reviseLine,
  read: (form) => ({ ...based(form), ...entryFrom(form) }),
  done: ({ id, moved }) => ({ to: savedAt(id, moved ? 'moved' : 'revised') }),
  fieldOf: lineField,
  standing: standsNow,
})

export const confirm = action({
  command: confirmLine,
  read: based,
  done: ({ id }, form) => {
    const from = form.get('from')
    if (from === 'pieces') return { to: '/pieces' }
    return { to: from === 'list' ? '/lines' : savedAt(id, 'confirmed') }
  },
  standing: standsNow,
})

export const pinIsSet = action({
  command: stateCarrierPin,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'pin') }),
  standing: standsNow,
})

export const remove = action({
  command: removeLine,
  read: based,
  done: ({ id }) => ({ to: `/lines?removed=${id}` as Route }),
  standing: standsNow,
})

export const restore = action({
  command: restoreLine,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'restored') }),
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}

function savedAt(id: string, what: string) {
  return `/lines/${id}?saved=${what}` as Route
}

function standsNow(current: unknown): Conflict {
  const { version, entry } = current as CurrentLine
  const { carrierId } = entry.facts
  const carrier = carrierId === null ? entry.ownCarrier : (serviceById(carrierId)?.name ?? '')
  return { version, now: lineAnswers(entry, { carrier: carrier || null, carrierAccount: null }) }
}
