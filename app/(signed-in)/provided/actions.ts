'use server'
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
  done: () => ({ said: providedWords.ended }),
})
