'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { addPhone, removePhone, renamePhone, restorePhone } from '@/lib/phones/commands'

export const add = action({
  command: addPhone,
  read: (form) => ({ ...named(form), platform: form.get('platform') }),
  done: ({ id }) => ({ to: savedAt(id, 'added') }),
})

export const rename = action({
  command: renamePhone,
  read: (form) => ({ ...based(form), ...named(form) }),
  done: ({ id }) => ({ to: savedAt(id, 'renamed') }),
})

export const remove = action({
  command: removePhone,
  read: based,
  done: ({ id }) => ({ to: `/phones?removed=${id}` as Route }),
})

export const restore = action({
  command: restorePhone,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'restored') }),
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}

function named(form: FormData) {
  return {
    label: form.get('label') ?? '',
    hardwareId: form.get('hardwareId') || null,
    model: form.get('model') ?? '',
  }
}

function savedAt(id: string, what: string) {
  return `/phones/${id}?saved=${what}` as Route
}
