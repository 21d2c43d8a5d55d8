import type { StoredCredential } from '@/lib/passkeys/ceremonies'
import { readAssertion } from '@/lib/passkeys/envelope'

/**
 * A credential that nobody holds, in the shape of the one an answer names: verified against it, an unknown credential
 * takes as long to refuse as a known one, so that the time tells nobody which ones exist. Throws CeremonyRefused for
 * what cannot be read.
 */
export function decoyFor(response: unknown): StoredCredential {
  const { id, authenticator, userHandle } = readAssertion(response)
  const backupEligible = ((authenticator[32] ?? 0) & 0x08) !== 0
  return { id, publicKey: key, counter: 0, backupEligible, handle: userHandle ?? new Uint8Array() }
}

/** A COSE key (ES256, P-256) whose point is the curve's own generator (SP 800-186, 3.2.1.3). */
const key = new Uint8Array(
  Buffer.from(
    'a5010203262001' +
      '2158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
      '2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
    'hex',
  ),
)
