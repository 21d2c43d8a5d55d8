'use server'
import type { Route } from 'next'
import { after } from 'next/server'
import { action } from '@/app/action'
import type { Conflict } from '@/app/ui/form-state'
import {
  applyDirectory,
  type CurrentChanges,
  stageDirectory,
  withdrawDirectory,
} from '@/lib/services/commands/import'
import { type NamedChange, named } from '@/lib/services/imports'
import { judgeAnew } from '@/lib/services/judging'
import { directoryWords as words } from '@/lib/words/directories'
import { correctionWords } from '@/lib/words/settings'

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
  read: (form) => ({ id: form.get('id'), seen: form.get('seen') }),
  standing: (current): Conflict => {
    const { version, changes } = current as CurrentChanges
    return { version, now: changes.map(named).map(changeInWords) }
  },
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

const changeInWords = ({ service, field, from, to }: NamedChange) => ({
  label: words.changeOf(service, correctionWords.shortFields[field]),
  value: words.changed(from || correctionWords.noWords, to || correctionWords.noWords),
})
