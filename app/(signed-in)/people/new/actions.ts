'use server'
import { action } from '@/app/action'
import { invitePerson } from '@/lib/people/commands/invite'

export const invite = action({
  command: invitePerson,
  read: (form) => ({
    name: form.get('name') ?? '',
    email: form.get('email') ?? '',
    unitId: form.get('unitId') ?? '',
    tier: form.get('tier') ?? '',
  }),
  done: ({ path, endsAt }, form) => ({
    result: { path, endsAt, name: String(form.get('name') ?? '').trim() },
  }),
})
