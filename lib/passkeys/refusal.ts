/** Why a ceremony was refused. For the log only: the person and the attacker get one and the same answer. */
export const refusalReasons = [
  'envelope', // not the JSON shape of WebAuthn Level 3 section 5.1, or too large
  'encoding', // not strict base64url
  'client_data', // not one plain JSON object in UTF-8
  'type',
  'challenge',
  'origin',
  'framed', // made in a frame of another site
  'authenticator_data',
  'relying_party',
  'not_present',
  'not_verified',
  'backup_flags',
  'attestation',
  'cbor',
  'credential_id',
  'key',
  'signature',
  'counter',
  'user_handle',
  'credential_known', // bound before, by anybody
  'credential_unknown',
  'link', // a link or sheet that does not or no longer work
  'overtaken', // another use of the same credential came first
  'not_signed_in',
  'unexpected', // anything nobody thought of
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The only error a ceremony ends in. It carries a word from the closed list and nothing of the message. */
export class CeremonyRefused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(`ceremony refused: ${reason}`)
    this.name = 'CeremonyRefused'
  }

  /** A valid signature whose counter did not grow: two devices may hold the same key (7.2 step 22). */
  get cloneSuspected(): boolean {
    return this.reason === 'counter'
  }
}

/** Refuses for the reason given unless the condition holds. */
export function insist(condition: unknown, reason: RefusalReason): asserts condition {
  if (!condition) throw new CeremonyRefused(reason)
}

/** Runs a check; whatever else it throws (TypeError, RangeError, the library's own) becomes one refusal. */
export async function refusing<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    throw error instanceof CeremonyRefused ? error : new CeremonyRefused('unexpected')
  }
}
