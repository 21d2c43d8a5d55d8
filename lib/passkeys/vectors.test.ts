/**
 * The test vectors of WebAuthn Level 3. Their flags are random, and most carry attestation that was never asked
 * for, so each has the answer a server must give that requires user verification, runs in no frame and takes
 * no certificates.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readAttestationObject } from './attestation'
import { readAuthenticatorData } from './authenticator-data'
import { relyingParty, verifyAssertion, verifyRegistration } from './ceremonies'
import { readAssertion, readRegistration } from './envelope'

const file = new URL('../../../shared/data/webauthn-l3-vectors.json', import.meta.url)
const shape = z.object({
  origin: z.string(),
  vectors: z.array(
    z.object({
      name: z.string(),
      credential_id_b64u: z.string(),
      registration_challenge_b64u: z.string(),
      registration_response_json: z.unknown(),
      authentication_challenge_b64u: z.string(),
      authentication_response_json: z.unknown(),
    }),
  ),
})

const answers: Record<string, [registration: string, assertion: string]> = {
  'none-es256': ['not_verified', 'not_verified'],
  'packed-self-es256': ['accepted', 'not_verified'],
  'none-es256-crossOrigin': ['framed', 'framed'],
  'none-es256-topOrigin': ['framed', 'framed'],
  'none-es256-long-credential-id': ['not_verified', 'accepted'],
  'packed-es256': ['attestation', 'accepted'],
  'packed-es384': ['not_verified', 'key'],
  'packed-es512': ['key', 'not_verified'],
  'packed-rs256': ['attestation', 'not_verified'],
  'packed-eddsa': ['not_verified', 'not_verified'],
  'packed-ed448': ['not_verified', 'key'],
  'tpm-es256': ['attestation', 'accepted'],
  'android-key-es256': ['attestation', 'not_verified'],
  'apple-es256': ['not_verified', 'not_verified'],
  'fido-u2f-es256': ['not_verified', 'not_verified'],
}

const answer = (ceremony: Promise<unknown>) =>
  ceremony.then(
    () => 'accepted',
    (error: { reason: string }) => error.reason,
  )

if (!existsSync(file)) console.info(`the vectors are not beside the project (${file.pathname}): skipped`)

describe.skipIf(!existsSync(file))('the vectors of the standard', () => {
  const { origin, vectors } = existsSync(file)
    ? shape.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { origin: 'https://example.org', vectors: [] }
  const rp = relyingParty(origin)

  test('all have an answer', () => {
    expect(vectors.map(({ name }) => name)).toEqual(Object.keys(answers))
  })

  test.each(vectors)('$name', async (vector) => {
    const response = vector.registration_response_json
    const registration = answer(
      verifyRegistration({ rp, challenge: vector.registration_challenge_b64u, response }),
    )
    const { authenticatorData } = readAttestationObject(readRegistration(response).attestation)
    const { attested, backupEligible, counter } = readAuthenticatorData(authenticatorData)
    if (!attested) throw new Error('no credential in the vector')
    const assertion = answer(
      verifyAssertion({
        rp,
        challenge: vector.authentication_challenge_b64u,
        response: vector.authentication_response_json,
        credential: {
          id: vector.credential_id_b64u,
          publicKey: attested.keyBytes,
          counter,
          backupEligible,
          handle: readAssertion(vector.authentication_response_json).userHandle ?? new Uint8Array(1),
        },
        requireUserHandle: false,
      }),
    )
    expect([await registration, await assertion]).toEqual(answers[vector.name])
  })
})
