'use server'
import { action } from '@/app/action'
import { takeSnapshot } from '@/lib/overview/commands'
import { overviewWords } from '@/lib/words/overview'

export const take = action({
  command: takeSnapshot,
  read: () => ({}),
  done: () => ({ said: overviewWords.take.done }),
})
