'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { applyImport, stageImport } from '@/lib/people/commands/import'

export const stage = action({
  command: stageImport,
  read: async (form) => {
    const file = form.get('file')
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
    return { file: bytes.toString('base64') }
  },
  done: ({ id }) => ({ to: `/people/import?staged=${id}` as Route }),
})

export const apply = action({
  command: applyImport,
  read: (form) => ({ id: form.get('id'), addUnits: form.get('addUnits') === 'yes' }),
  done: (result) => ({ result }),
})
