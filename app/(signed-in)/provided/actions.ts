'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { endProvided, stateProvided } from '@/lib/provided/commands'
import { providedWords } from '@/lib/words/provided'

export const say = action({
  command: stateProvided,
  read: (form) => ({
    item: form.get('item') ?? '',
    text: form.get('text') ?? '',
    since: form.get('since') ?? '',
  }),
  done: () => ({ said: providedWords.saved }),
})

export const end = action({
  command: endProvided,
  read: (form) => ({ id: form.get('id') }),
  // What was ended is drawn no more, and its form with it: the page says so.
  done: () => ({ to: '/provided?ended=yes' as Route }),
})
