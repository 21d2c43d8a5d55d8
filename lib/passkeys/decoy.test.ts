import { expect, test } from 'vitest'
import { softAuthenticator } from '@/lib/passkeys/authenticator.fixture'
import { newChallenge, relyingParty, verifyAssertion } from '@/lib/passkeys/ceremonies'
import { decoyFor } from '@/lib/passkeys/decoy'

const rp = relyingParty('https://muster.example.org')

test.each([{ synced: true }, { synced: false }])(
  'a stranger’s answer fails at the signature and no earlier: %j',
  async (settings) => {
    const stranger = softAuthenticator({ origin: rp.origin, rpId: rp.id, ...settings })
    stranger.register({ challenge: newChallenge(), user: { id: Buffer.alloc(64, 1).toString('base64url') } })
    const challenge = newChallenge()
    const response = stranger.assert({ challenge })
    await expect(
      verifyAssertion({ rp, challenge, response, credential: decoyFor(response) }),
    ).rejects.toMatchObject({ name: 'CeremonyRefused', reason: 'signature' })
  },
)
