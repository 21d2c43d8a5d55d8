'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import { confirmAccount } from '@/lib/accounts/commands/revise'
import { acceptToAnswer, stopBeingAide } from '@/lib/aide/commands/answering'
import { askAide, endAide, grantAide } from '@/lib/aide/commands/consent'
import { confirmLine } from '@/lib/lines/commands/revise'
import { sayNone } from '@/lib/pieces/commands/none'
import { confirmPiece } from '@/lib/pieces/commands/state'
import { aidePage as words } from '@/lib/words/aide'

export const ask = action({
  command: askAide,
  read: (form) => ({
    address: form.get('address'),
    scope: form.getAll('scope'),
    endsOn: form.get('endsOn'),
  }),
  done: () => ({ said: words.ask.done }),
})

export const grant = action({
  command: grantAide,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ said: words.granted }),
})

export const end = action({
  command: endAide,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/aide?ended=yes' as Route }),
})

export const accept = action({
  command: acceptToAnswer,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/aide' }),
})

export const stop = action({
  command: stopBeingAide,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/aide?stopped=yes' as Route }),
})

export const confirmAccountGiven = action({
  command: confirmAccount,
  read: based,
  done: () => ({ to: '/aide?confirmed=yes' as Route }),
})

export const confirmLineGiven = action({
  command: confirmLine,
  read: based,
  done: () => ({ to: '/aide?confirmed=yes' as Route }),
})

export const confirmPieceGiven = action({
  command: confirmPiece,
  read: (form) => ({
    piece: form.get('piece'),
    scopeId: form.get('scopeId') || null,
    based: form.get('based'),
  }),
  done: () => ({ to: '/aide?confirmed=yes' as Route }),
})

export const confirmListGiven = action({
  command: stateInventory,
  // Never null: only what was said can be confirmed.
  read: (form) => ({ basedOn: form.get('based') ?? '' }),
  done: () => ({ to: '/aide?confirmed=yes' as Route }),
})

export const confirmNoneGiven = action({
  command: sayNone,
  read: (form) => ({ of: form.get('of'), none: true }),
  done: () => ({ to: '/aide?confirmed=yes' as Route }),
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}
