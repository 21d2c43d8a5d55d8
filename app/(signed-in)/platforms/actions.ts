'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import type { Conflict } from '@/app/ui/form-state'
import { answersOf } from '@/lib/platforms/answers'
import {
  type CurrentEntry,
  confirmEntry,
  recordEntry,
  removeEntry,
  restoreEntry,
  reviseEntry,
} from '@/lib/platforms/commands'
import { entryFrom, registerField } from '@/lib/platforms/form'

export const record = action({
  command: recordEntry,
  read: entryFrom,
  done: ({ id }) => ({ to: savedAt('recorded', id) }),
  fieldOf: registerField,
})

export const revise = action({
  command: reviseEntry,
  read: (form) => ({ ...based(form), entry: entryFrom(form) }),
  done: ({ id }) => ({ to: savedAt('revised', id) }),
  fieldOf: registerField,
  standing: standsNow,
})

export const confirm = action({
  command: confirmEntry,
  read: based,
  done: ({ id }) => ({ to: savedAt('confirmed', id) }),
  standing: standsNow,
})

export const remove = action({
  command: removeEntry,
  read: based,
  done: ({ id }) => ({ to: `/platforms?removed=${id}` as Route }),
  standing: standsNow,
})

export const restore = action({
  command: restoreEntry,
  read: based,
  done: ({ id }) => ({ to: savedAt('restored', id) }),
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}

function savedAt(what: string, id: string) {
  return `/platforms?saved=${what}&entry=${id}` as Route
}

/** Without the names of what it refers to: these stand on the page around the form. */
function standsNow(current: unknown): Conflict {
  const { version, entry } = current as CurrentEntry
  return { version, now: answersOf(entry, new Map()) }
}
