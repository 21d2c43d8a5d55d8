'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { erasePerson } from '@/lib/people/commands/erase'
import { makeJoiningLink } from '@/lib/people/commands/invite'
import { deactivatePerson, reactivatePerson } from '@/lib/people/commands/leave'
import { openRecord } from '@/lib/people/commands/open-record'
import { revisePerson } from '@/lib/people/commands/revise'
import { askSearch } from '@/lib/people/queries/search'
import { endSessionsOfPerson } from '@/lib/sessions/commands'
import { leaveWords, personWords } from '@/lib/words/people'
import { personEdit, personStanding, versioned } from './forms'

export const find = action({
  command: askSearch,
  read: (form) => ({ text: form.get('text') ?? '' }),
  done: (result) => ({ result }),
})

export const revise = action({
  command: revisePerson,
  read: personEdit,
  done: () => ({ said: personWords.revise.saved }),
  standing: personStanding,
})

export const makeLink = action({
  command: makeJoiningLink,
  read: (form) => ({ personId: form.get('personId') }),
  done: ({ path, endsAt }) => ({ result: { path, endsAt } }),
})

export const deactivate = action({
  command: deactivatePerson,
  read: versioned,
  done: () => ({ said: leaveWords.ended }),
})

export const reactivate = action({
  command: reactivatePerson,
  read: versioned,
  done: () => ({ said: leaveWords.returned }),
})

export const endSessions = action({
  command: endSessionsOfPerson,
  read: (form) => ({ personId: form.get('personId') }),
  done: ({ ended }) => ({ said: personWords.endSessions.ended(ended) }),
})

export const erase = action({
  command: erasePerson,
  read: versioned,
  done: (_, form) => ({ to: `/people/${String(form.get('personId'))}` as Route }),
})

export const open = action({
  command: openRecord,
  read: (form) => ({
    personId: form.get('personId'),
    reason: form.get('reason') ?? '',
    note: form.get('note') ?? '',
  }),
  done: ({ personId }) => ({ to: `/people/${personId}` as Route }),
})
