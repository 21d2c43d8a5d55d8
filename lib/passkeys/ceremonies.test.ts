import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aaguidName } from './aaguids'
import { base64url, softAuthenticator } from './authenticator.fixture'
import {
  challengeIn,
  confirmationOptions,
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

async function samRegisters(settings: Partial<Parameters<typeof softAuthenticator>[0]> = {}) {
  const device = softAuthenticator({ origin: rp.origin, rpId: rp.id, ...settings })
  const options = await registrationOptions({ rp, person: sam, exclude: [], challenge: newChallenge() })
  const response = device.register(options)
  const credential = await verifyRegistration({ rp, challenge: options.challenge, response })
  return { device, credential: { ...credential, id: credential.credentialId, handle: sam.handle } }
}

describe.each(algorithms)('a passkey of algorithm %i', (alg) => {
  test('Sam registers it and signs in with it', async () => {
    const { device, credential } = await samRegisters({ alg })
    expect(credential).toMatchObject({ algorithm: alg, counter: 0, backupEligible: true, backedUp: true })
    const { challenge, ...options } = await signInOptions({ rp, challenge: newChallenge() })
    const response = device.assert({ challenge, ...options })
    expect(challengeIn(response)).toBe(challenge)
    expect(credentialIn(response)).toEqual({ id: credential.id, userHandle: sam.handle })
    const verified = await verifyAssertion({ rp, challenge, response, credential })
    expect(verified).toEqual({ newCounter: 0, backedUp: true })
  })
})

test('a security key that counts is accepted each time it counted on', async () => {
  const aaguid = 'cb69481e8ff7403993ec0a2729a154a8'
  const { device, credential } = await samRegisters({
    synced: false,
    counts: true,
    transports: ['usb'],
    aaguid,
  })
  expect(credential).toMatchObject({
    counter: 1,
    backupEligible: false,
    backedUp: false,
    transports: ['usb'],
    aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8',
  })
  for (const counter of [1, 2]) {
    const { challenge } = await signInOptions({ rp, challenge: newChallenge() })
    const response = device.assert({ challenge })
    const known = { ...credential, counter }
    expect(await verifyAssertion({ rp, challenge, response, credential: known })).toEqual({
      newCounter: counter + 1,
      backedUp: false,
    })
  }
})

describe('the options', () => {
  test('of a registration ask for a passkey that verifies its holder, in three algorithms, without attestation', async () => {
    const exclude = [{ id: base64url(randomBytes(32)), transports: ['usb'] }]
    const challenge = newChallenge()
    expect(await registrationOptions({ rp, person: sam, exclude, challenge })).toEqual({
      challenge,
      rp: { id: 'muster.example', name: 'Muster' },
      user: { id: base64url(sam.handle), name: 'sam@example.org', displayName: 'Sam' },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      timeout: 300_000,
      attestation: 'none',
      excludeCredentials: [{ ...exclude[0], type: 'public-key' }],
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      extensions: { credProps: true },
      hints: ['client-device', 'security-key', 'hybrid'],
    })
  })

  test('of a sign-in name nobody', async () => {
    const challenge = newChallenge()
    expect(JSON.parse(JSON.stringify(await signInOptions({ rp, challenge })))).toEqual({
      rpId: 'muster.example',
      challenge,
      timeout: 300_000,
      userVerification: 'required',
    })
  })

  test("of a confirmation name the person's own passkeys", async () => {
    const allow = [{ id: base64url(randomBytes(32)), transports: ['internal'] }]
    expect(await confirmationOptions({ rp, challenge: newChallenge(), allow })).toMatchObject({
      allowCredentials: [{ ...allow[0], type: 'public-key' }],
      userVerification: 'required',
    })
  })
})

test('no two challenges are alike, and each holds 32 bytes', () => {
  const challenges = Array.from({ length: 1000 }, newChallenge)
  expect(new Set(challenges).size).toBe(1000)
  for (const challenge of challenges) expect(Buffer.from(challenge, 'base64url')).toHaveLength(32)
})

describe('the relying party', () => {
  test.each([
    ['https://muster.example', 'muster.example', 'https://muster.example'],
    ['https://Muster.Example:8443/', 'muster.example', 'https://muster.example:8443'],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ])('of %s', (configured, id, origin) => {
    expect(relyingParty(configured)).toEqual({ id, origin, name: 'Muster' })
  })

  test.each([
    'http://muster.example',
    'https://muster.example/app',
    'https://sam@muster.example',
    'https://muster.example?x',
    'https://192.0.2.1',
    'https://[2001:db8::1]',
    'http://127.0.0.1:3000',
    'ftp://muster.example',
    'muster.example',
    'null',
    '',
  ])('cannot be had of %j', (configured) => {
    expect(() => relyingParty(configured)).toThrow()
  })
})

describe('reading a message before it is verified', () => {
  const asClientData = (text: string) => ({ response: { clientDataJSON: base64url(Buffer.from(text)) } })

  test('finds the challenge even where the rest is spoilt, so that it is spent', () => {
    const challenge = newChallenge()
    expect(challengeIn(asClientData(JSON.stringify({ challenge, type: 7, origin: [] })))).toBe(challenge)
  })

  test.each([
    undefined,
    null,
    'x',
    7,
    [],
    {},
    { response: null },
    { response: { clientDataJSON: 7 } },
    asClientData('null'),
    asClientData('[]'),
    asClientData('{'),
    asClientData('{"challenge":7}'),
    asClientData('{"challenge":""}'),
    asClientData(`{"challenge":"${'\\u0000'.repeat(43)}"}`),
    asClientData(`{"challenge":"${'A'.repeat(44)}"}`),
    asClientData(`{"challenge":"${'A'.repeat(43)}\\n"}`),
    asClientData(`{"challenge":"${'A'.repeat(43)}","x":"${'x'.repeat(100_000)}"}`),
  ])('finds no challenge and no credential in message %#', (message) => {
    expect(challengeIn(message)).toBeNull()
    expect(credentialIn(message)).toBeNull()
  })

  test('finds a credential without user handle', async () => {
    const { device, credential } = await samRegisters()
    const { response, ...honest } = device.assert({ challenge: newChallenge() })
    expect(credentialIn({ ...honest, response: { ...response, userHandle: null } })).toEqual({
      id: credential.id,
      userHandle: null,
    })
  })
})

test('a maker is named where it is known, and never guessed', () => {
  expect(aaguidName('EA9B8D66-4D01-1D21-3CE4-B6B48CB575D4')).toBe('Google Password Manager')
  expect(aaguidName('00000000-0000-0000-0000-000000000000')).toBeNull()
  expect(aaguidName('constructor')).toBeNull()
})
