'use server'
import type { Route } from 'next'
import { after } from 'next/server'
import { action } from '@/app/action'
import { applyDirectory, stageDirectory, withdrawDirectory } from '@/lib/services/commands/import'
import { judgeAnew } from '@/lib/services/judging'
import { directoryWords as words } from '@/lib/words/directories'

export const stage = action({
  command: stageDirectory,
  read: async (form) => {
    const file = form.get('file')
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
    return { file: bytes.toString('base64'), readOn: form.get('readOn') ?? '' }
  },
  done: ({ id }) => ({ to: `/settings/services/import?staged=${id}` as Route }),
})

export const apply = action({
  command: applyDirectory,
  read: (form) => ({ id: form.get('id') }),
  done: () => {
    after(() => judgeAnew().then(() => {}))
    return { to: '/settings/services/import?saved=applied' as Route }
  },
})

export const withdraw = action({
  command: withdrawDirectory,
  read: (form) => ({ id: form.get('id') }),
  done: () => {
    after(() => judgeAnew().then(() => {}))
    return { said: words.withdrawn }
  },
})
