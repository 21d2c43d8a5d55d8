'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import type { Conflict } from '@/app/ui/form-state'
import { answersOf } from '@/lib/rulings/answers'
import { type CurrentRuling, endGroupRuling, stateAny } from '@/lib/rulings/commands'
import { entryFrom, rulingField, topicFrom } from '@/lib/rulings/entry'

export const state = action({
  command: stateAny,
  read: (form) => ({ topic: topicFrom(form.get('topic')), entry: entryFrom(form) }),
  done: () => ({ to: '/rulings?saved=yes' as Route }),
  fieldOf: rulingField,
  standing,
})

export const end = action({
  command: endGroupRuling,
  read: (form) => ({ key: form.get('key'), version: form.get('version') }),
  done: () => ({ to: '/rulings?saved=ended' as Route }),
  standing,
})

function standing(current: unknown): Conflict {
  const { topic, version, ...told } = current as CurrentRuling
  return { version, now: answersOf(topic, told) }
}
