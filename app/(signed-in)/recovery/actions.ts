'use server'
import { action } from '@/app/action'
import { approveRecovery, requestRecovery, withdrawRecovery } from '@/lib/recovery/commands'
import { recoveryWords } from '@/lib/words/recovery'

export const ask = action({
  command: requestRecovery,
  read: (form) => ({ who: form.get('who'), verifiedHow: form.get('verifiedHow') ?? '' }),
  done: ({ code }) => ({ result: { code } }),
})

export const approve = action({
  command: approveRecovery,
  read: (form) => ({ id: form.get('id') }),
  done: (result) => ({ result }),
})

export const withdraw = action({
  command: withdrawRecovery,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ said: recoveryWords.withdrawn }),
})
