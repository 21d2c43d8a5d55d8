'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { endOtherSessions, endOwnSession } from '@/lib/sessions/commands'

export const end = action({
  command: endOwnSession,
  read: (form) => ({ sessionId: form.get('session') }),
  done: () => ({ to: '/sessions?ended=1' as Route }),
})

export const endOthers = action({
  command: endOtherSessions,
  read: () => ({}),
  done: ({ ended }) => ({ to: `/sessions?ended=${ended}` as Route }),
})
