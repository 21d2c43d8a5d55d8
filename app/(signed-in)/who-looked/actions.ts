'use server'
import { action } from '@/app/action'
import { stopOwnRole } from '@/lib/roles/commands/decide'

export const stopRole = action({
  command: stopOwnRole,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/who-looked' }),
})
