'use server'
import { action } from '@/app/action'
import { verifyNow } from '@/lib/audit/commands'
import { auditWords } from '@/lib/words/audit'

export const verify = action({
  command: verifyNow,
  read: () => ({}),
  done: (result) => ({ said: auditWords.found(result) }),
})
