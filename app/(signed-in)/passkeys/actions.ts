'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { removePasskey, renamePasskey } from '@/lib/passkeys/commands/keep'
import { makeSheet } from '@/lib/passkeys/commands/sheet'
import { stopOwnRecovery } from '@/lib/recovery/commands'
import { entryNotices, passkeyWords } from '@/lib/words/passkeys'

export const rename = action({
  command: renamePasskey,
  read: (form) => ({ id: form.get('id'), version: form.get('version'), name: form.get('name') }),
  done: () => ({ said: passkeyWords.renamed }),
  standing: (current) => passkeyWords.standing(current as { name: string | null; version: number }),
})

export const remove = action({
  command: removePasskey,
  read: (form) => ({ id: form.get('id') }),
  done: ({ ended }) => ({ to: `/passkeys?ended=${ended}` as Route }),
})

export const newSheet = action({
  command: makeSheet,
  read: () => ({}),
  done: (result) => ({ result }),
})

export const stopRecovery = action({
  command: stopOwnRecovery,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ said: entryNotices.stopped }),
})
