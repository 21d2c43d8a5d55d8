/**
 * The code that goes with a recovery link: whoever asks for the recovery is shown it, whoever approves it is shown the
 * link, and only both together bind a passkey. So neither of the two can sign in as the person.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedKey } from '@/lib/installation/key'
import { newCode, readCode } from '@/lib/text/codes'

/** Wrong codes after which the link is worth nothing: 40 bits then stand against five guesses. */
export const mostWrongCodes = 5

/** Eight letters and digits, 40 random bits. */
export const newRecoveryCode = () => newCode(8, 4)

/** What is stored of a code: HMAC-SHA-256 under a key that is not in the database, bound to its request. */
export function recoveryCodeHash(requestId: string, typed: string): string {
  return createHmac('sha256', derivedKey('ticket'))
    .update(`recovery code ${requestId} ${readCode(typed)}`)
    .digest('base64url')
}

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
