/** Whatever is changed by chance: the one refusal, or exactly what the honest message would have given. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64url, type Spoil, softAuthenticator } from './authenticator.fixture'
import type { Cbor } from './cbor'
import {
  challengeIn,
  credentialIn,
  newChallenge,
  relyingParty,
  verifyAssertion,
  verifyRegistration,
} from './ceremonies'
import { algorithms } from './cose'
import { CeremonyRefused } from './refusal'

const rp = relyingParty('https://muster.example')
const handle = new Uint8Array(randomBytes(32))
const runs = { numRuns: 400 }

const ceremonies = async (alg: (typeof algorithms)[number]) => {
  const device = softAuthenticator({ origin: rp.origin, rpId: rp.id, alg })
  // Self-attestation, so that everything but the envelope is signed in a registration too.
  const signed: Spoil = {
    attestation: (object, sign) =>
      new Map(object).set('fmt', 'packed').set(
        'attStmt',
        new Map<string, Cbor>([
          ['alg', alg],
          ['sig', sign()],
        ]),
      ),
  }
  const challenge = newChallenge()
  const registration = device.register({ challenge, user: { id: base64url(handle) } }, signed)
  const credential = await verifyRegistration({ rp, challenge, response: registration })
  const assertion = device.assert({ challenge })
  const known = { ...credential, id: credential.credentialId, handle }
  return {
    registration,
    assertion,
    verify: {
      registration: (response: unknown) => verifyRegistration({ rp, challenge, response }),
      assertion: (response: unknown) => verifyAssertion({ rp, challenge, response, credential: known }),
    },
  }
}

const cut = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 3 }) })
const changed = (
  encoded: string,
  { at, remove, insert }: { at: number; remove: number; insert: Uint8Array },
) => {
  const bytes = Buffer.from(encoded, 'base64url')
  const start = at % (bytes.length + 1)
  return base64url(Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]))
}

async function refusedOrSame(ceremony: Promise<unknown>, honest: unknown): Promise<'refused' | 'same'> {
  const outcome = await ceremony.catch((error: unknown) => error)
  if (outcome instanceof CeremonyRefused) return 'refused'
  expect(outcome).toEqual(honest)
  return 'same'
}

describe.each(algorithms)('with algorithm %i', (alg) => {
  test('bytes changed in any part of a registration or an assertion never pass for the honest ones', async () => {
    const { registration, assertion, verify } = await ceremonies(alg)
    const honest = {
      registration: await verify.registration(registration),
      assertion: await verify.assertion(assertion),
    }
    const part = fc.oneof(
      fc
        .constantFrom('clientDataJSON', 'attestationObject')
        .map((name) => ({ of: 'registration' as const, name })),
      fc
        .constantFrom('clientDataJSON', 'authenticatorData', 'signature', 'userHandle')
        .map((name) => ({ of: 'assertion' as const, name })),
    )
    await fc.assert(
      fc.asyncProperty(part, cut, async ({ of, name }, change) => {
        const message = { registration, assertion }[of]
        const before = String(new Map(Object.entries(message.response)).get(name))
        const after = changed(before, change)
        const response = { ...message, response: { ...message.response, [name]: after } }
        const outcome = await refusedOrSame(verify[of](response), honest[of])
        // CBOR has more than one spelling of a length, so an attestation object may read the same.
        if (after !== before && name !== 'attestationObject') expect(outcome).toBe('refused')
        if (after === before) expect(outcome).toBe('same')
      }),
      runs,
    )
  })
})

test('members changed to anything never make another error, or another answer', async () => {
  const { registration, assertion, verify } = await ceremonies(-7)
  const honest = {
    registration: await verify.registration(registration),
    assertion: await verify.assertion(assertion),
  }
  const places = [
    'id',
    'rawId',
    'type',
    'response',
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('registration' as const, 'assertion' as const),
      fc.constantFrom(...places),
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
      async (of, place, value) => {
        const message = { registration, assertion }[of]
        const outer = { ...message, [place]: value }
        const inner = { ...message, response: { ...message.response, [place]: value } }
        for (const response of [outer, inner]) {
          await refusedOrSame(verify[of](response), honest[of])
          challengeIn(response)
          credentialIn(response)
        }
      },
    ),
    runs,
  )
})

test('a message that is anything at all is refused', async () => {
  const { verify } = await ceremonies(-7)
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
  await fc.assert(
    fc.asyncProperty(anything, async (response) => {
      expect(await refusedOrSame(verify.registration(response), null)).toBe('refused')
      expect(await refusedOrSame(verify.assertion(response), null)).toBe('refused')
      expect(challengeIn(response)).toBeNull()
      expect(credentialIn(response)).toBeNull()
    }),
    runs,
  )
})
