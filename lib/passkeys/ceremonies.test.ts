import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { softAuthenticator } from './authenticator.fixture'
import {
  challengeIn,
  credentialIn,
  newChallenge,
  registrationOptions,
  relyingParty,
  signInOptions,
  verifyAssertion,
  verifyRegistration,
} from './ceremonies'
import { algorithms } from './cose'

const rp = relyingParty('https://muster.example')
const sam = { handle: new Uint8Array(randomBytes(32)), name: 'sam@example.org', displayName: 'Sam' }

const registered = async (settings: Partial<Parameters<typeof softAuthenticator>[0]> = {}) => {
  const device = softAuthenticator({ origin: rp.origin, rpId: rp.id, ...settings })
  const options = await registrationOptions({ rp, person: sam, exclude: [], challenge: newChallenge() })
  const { challenge } = options
  const credential = await verifyRegistration({ rp, challenge, response: device.register(options) })
  return { device, credential: { ...credential, id: credential.credentialId, handle: sam.handle } }
}

describe.each(algorithms)('a passkey of algorithm %i', (alg) => {
  test('Sam registers it and signs in with it', async () => {
    const { device, credential } = await registered({ alg })
    expect(credential).toMatchObject({ algorithm: alg, counter: 0, backupEligible: true, backedUp: true })
    const options = await signInOptions({ rp, challenge: newChallenge() })
    const response = device.assert(options)
    expect(challengeIn(response)).toBe(options.challenge)
    expect(credentialIn(response)).toEqual({ id: credential.id, userHandle: sam.handle })
    const verified = await verifyAssertion({ rp, challenge: options.challenge, response, credential })
    expect(verified).toEqual({ newCounter: 0, backedUp: true })
  })
})
