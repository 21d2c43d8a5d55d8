'use server'
import { action } from '@/app/action'
import { putOff, takeUp } from '@/lib/today/commands'

export const putItOff = action({
  command: putOff,
  read: (form) => ({
    action: form.get('action'),
    scopeId: form.get('scopeId'),
    piece: form.get('piece') ?? '',
    reason: form.get('why') === 'cannot' ? (form.get('reason') ?? '') : null,
  }),
  done: () => ({ to: '/today?put=off' }),
})

export const takeItUp = action({
  command: takeUp,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/today' }),
})
