/** Trying the code of a recovery link, before the ceremony. */
import { z } from 'zod'
import { recoveryRequests } from '@/db/schema/access'
import { openCommand } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import type { Ticket } from '@/lib/links/store'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { lockPerson } from '@/lib/people/store'
import { mostWrongCodes, recoveryCodeHash, sameHash } from '@/lib/recovery/code'
import { closeRequest, openOf } from '@/lib/recovery/store'
import { fieldWords } from '@/lib/words/fields'
import { recoveryWords } from '@/lib/words/recovery'

/** Compares the code, one visitor after another, and counts the wrong ones; written down either way. */
const tryCode = openCommand({
  by: 'visitor',
  action: 'recovery.code_tried',
  input: z.custom<{ ticket: Ticket; code: string }>(),
  run: async ({ tx, now }, { ticket, code }) => {
    if (ticket.personId) await lockPerson(tx, ticket.personId)
    const [request] = await tx.select().from(recoveryRequests).where(openOf(ticket)).for('update')
    const subject = { kind: 'recovery', id: request?.id ?? null, personId: ticket.personId }
    // Ended meanwhile, by the last wrong code or by somebody who stopped it.
    if (!request) return { result: { right: false, left: 0 }, outcome: 'refused', trail: { subject } }
    const right = sameHash(request.codeHash, recoveryCodeHash(request.id, code))
    const wrongCodes = request.wrongCodes + (right ? 0 : 1)
    const left = mostWrongCodes - wrongCodes
    if (!right) {
      await tx.update(recoveryRequests).set({ wrongCodes }).where(openOf(ticket))
      if (left <= 0) await closeRequest(tx, request, { why: 'wrong_code', by: null, at: now })
    }
    return {
      result: { right, left },
      outcome: right ? 'done' : 'refused',
      trail: { subject, after: { wrongCodes } },
    }
  },
})

/**
 * Goes on only with the code that belongs to a link that needs one. Throws Problems at `code`, and
 * CeremonyRefused once the link is worth nothing.
 */
export async function insistOnCode(ticket: Ticket, answers: unknown): Promise<void> {
  const read = z.strictObject({ code: z.string().max(60) }).safeParse(answers)
  if (!read.success || read.data.code.trim() === '') throw problemAt('code', fieldWords.missing)
  const tried = await tryCode({ ticket, code: read.data.code })
  if (!tried.ok || tried.result.left <= 0) throw new CeremonyRefused('link')
  if (!tried.result.right) throw problemAt('code', recoveryWords.codeWrong(tried.result.left))
}
