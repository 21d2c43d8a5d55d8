'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import {
  addMessagingApp,
  removeMessagingApp,
  restoreMessagingApp,
  sendAppName,
  takeBackAppName,
} from '@/lib/messaging/commands'

/** In the list of apps: one that is not in it. */
const another = 'other'

export const add = action({
  command: addMessagingApp,
  read: (form) => {
    const chosen = String(form.get('serviceId') ?? '')
    const known = chosen !== '' && chosen !== another
    return {
      serviceId: known ? chosen : null,
      ownName: known ? '' : String(form.get('ownName') ?? ''),
    }
  },
  done: ({ id }) => ({ to: savedAt(id, 'added') }),
})

export const remove = action({
  command: removeMessagingApp,
  read: based,
  done: ({ id }) => ({ to: `/apps?removed=${id}` as Route }),
})

export const send = action({
  command: sendAppName,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'sent') }),
})

export const takeBack = action({
  command: takeBackAppName,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'takenBack') }),
})

export const restore = action({
  command: restoreMessagingApp,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'restored') }),
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}

function savedAt(id: string, what: string) {
  return `/apps/${id}?saved=${what}` as Route
}
