/**
 * Messages that must be refused, in the order of WebAuthn Level 3 sections 7.1 and 7.2. Each starts from an
 * honest ceremony, spoils one thing, and must be refused for that thing: with the one error, never another.
 */
import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  type AssertionJson,
  base64url,
  flag,
  type RegistrationJson,
  type Spoil,
  sha256,
  softAuthenticator,
} from './authenticator.fixture'
import type { Cbor, CborMap } from './cbor'
import { writeCbor } from './cbor.fixture'
import { newChallenge, relyingParty, verifyAssertion, verifyRegistration } from './ceremonies'
import { CeremonyRefused, type RefusalReason } from './refusal'

interface Row {
  name: string
  reason: RefusalReason
  spoil?: Spoil
}
interface Hostile<Json> extends Row {
  message?: (honest: Json) => unknown
}

const rp = relyingParty('https://muster.example')
const handle = new Uint8Array(randomBytes(32))
const options = () => ({ challenge: newChallenge(), user: { id: base64url(handle) } })
const authenticator = (settings = {}) => softAuthenticator({ origin: rp.origin, rpId: rp.id, ...settings })

async function registering({ spoil, message }: Partial<Hostile<RegistrationJson>>, device = authenticator()) {
  const asked = options()
  const honest = device.register(asked, spoil)
  return verifyRegistration({ rp, challenge: asked.challenge, response: message ? message(honest) : honest })
}

async function asserting(
  { spoil, message }: Partial<Hostile<AssertionJson>>,
  { device = authenticator(), stored = {}, ...rest }: Asserting = {},
) {
  const credential = { ...(await registering({}, device)), handle, ...stored }
  const asked = options()
  const honest = device.assert(asked, spoil)
  const response = message ? message(honest) : honest
  const { challenge } = asked
  return verifyAssertion({
    rp,
    challenge,
    response,
    credential: { id: credential.credentialId, ...credential },
    ...rest,
  })
}
interface Asserting {
  device?: ReturnType<typeof authenticator>
  stored?: { id?: string; counter?: number; backupEligible?: boolean; handle?: Uint8Array }
  requireUserHandle?: boolean
}

async function expectRefusal(ceremony: Promise<unknown>, reason: RefusalReason) {
  const outcome = await ceremony.catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(CeremonyRefused)
  // Nothing of the message comes along: no other property, no cause.
  expect(String(outcome)).toBe(`CeremonyRefused: ceremony refused: ${reason}`)
  expect(Object.getOwnPropertyNames(outcome).sort()).toEqual(['message', 'name', 'reason', 'stack'])
}

// ── what the browser says (rows 1 to 37) ──────────────────────────────────────────────────────────────────
const says = (name: string, reason: RefusalReason, change: Record<string, unknown>): Row => ({
  name,
  reason,
  spoil: { clientData: (honest) => ({ ...honest, ...change }) },
})
const saysBytes = (name: string, bytes: (honest: Buffer) => Uint8Array): Row => ({
  name,
  reason: 'client_data',
  spoil: { clientDataBytes: bytes },
})
const saysText = (name: string, change: (honest: string) => string) =>
  saysBytes(name, (honest) => Buffer.from(change(honest.toString())))
const saysChallenge = (name: string, change: (honest: string) => unknown, reason: RefusalReason): Row => ({
  name,
  reason,
  spoil: { clientData: (honest) => ({ ...honest, challenge: change(String(honest.challenge)) }) },
})

const clientDataRows: Row[] = [
  says('type missing', 'client_data', { type: undefined }),
  says('type in other case', 'type', { type: 'WebAuthn.Create' }),
  says('type payment.get', 'type', { type: 'payment.get' }),
  saysChallenge('challenge at random', newChallenge, 'challenge'),
  saysChallenge('challenge empty', () => '', 'challenge'),
  saysChallenge('challenge missing', () => undefined, 'client_data'),
  saysChallenge('challenge cut short', (honest) => honest.slice(0, 20), 'challenge'),
  saysChallenge('challenge with a suffix', (honest) => `${honest}AA`, 'challenge'),
  saysChallenge('challenge in an array', (honest) => [honest], 'client_data'),
  saysChallenge('challenge a number', () => 1, 'client_data'),
  says('origin of another host', 'origin', { origin: 'https://evil.example' }),
  says('origin with our name as prefix', 'origin', { origin: 'https://muster.example.evil.test' }),
  says('origin with our name as suffix', 'origin', { origin: 'https://notmuster.example' }),
  says('origin of a sub-domain', 'origin', { origin: 'https://login.muster.example' }),
  says('origin of another scheme', 'origin', { origin: 'http://muster.example' }),
  says('origin of another port', 'origin', { origin: 'https://muster.example:8443' }),
  says('origin with a trailing slash', 'origin', { origin: 'https://muster.example/' }),
  says('origin with a name before it', 'origin', { origin: 'https://muster.example@evil.test' }),
  says('origin "null"', 'origin', { origin: 'null' }),
  says('origin missing', 'client_data', { origin: undefined }),
  says('origin in an array', 'client_data', { origin: ['https://muster.example'] }),
  saysText('origin named twice, ours last', (honest) =>
    honest.replace('"origin"', '"origin":"https://evil.example","origin"'),
  ),
  saysText('origin named twice, once escaped', (honest) =>
    honest.replace('"origin"', '"\\u006frigin":"https://evil.example","origin"'),
  ),
  says('crossOrigin true', 'framed', { crossOrigin: true }),
  says('crossOrigin "true"', 'framed', { crossOrigin: 'true' }),
  says('topOrigin with crossOrigin', 'framed', { crossOrigin: true, topOrigin: 'https://evil.example' }),
  says('topOrigin without crossOrigin', 'framed', { topOrigin: rp.origin }),
  saysText('not JSON', () => 'type=webauthn.create'),
  saysText('JSON cut short', (honest) => honest.slice(0, -5)),
  saysText('null', () => 'null'),
  saysText('an array', (honest) => `[${honest}]`),
  saysBytes('broken UTF-8', (honest) =>
    Buffer.concat([honest.subarray(0, -1), Buffer.from(',"x":"\xff"}', 'latin1')]),
  ),
  saysText('UTF-16', (honest) => Buffer.from(honest, 'utf16le').toString('latin1')),
  saysText('two marks of byte order', (honest) => `\ufeff\ufeff${honest}`),
  saysText('everything under __proto__', (honest) => `{"__proto__":${honest}}`),
  saysText(
    'a __proto__ beside the rest',
    (honest) => `${honest.slice(0, -1)},"__proto__":{"crossOrigin":true}}`,
  ),
  saysText('members 3,000 deep', (honest) => `${honest.slice(0, -1)},"x":${'['.repeat(3000)}`),
  {
    ...says('a token binding of unknown status', 'unexpected', { tokenBinding: { status: 'maybe' } }),
  },
]

// ── what the authenticator says (rows 38 to 52) ───────────────────────────────────────────────────────────
const clears = (name: string, flags: number, reason: RefusalReason): Row => ({
  name,
  reason,
  spoil: { data: (honest) => ({ ...honest, flags: honest.flags & ~flags }) },
})
const hashes = (name: string, rpIdHash: Uint8Array): Row => ({
  name,
  reason: 'relying_party',
  spoil: { data: (honest) => ({ ...honest, rpIdHash }) },
})
const extension = writeCbor(new Map([['credProtect', 2]]))

const authenticatorRows: Row[] = [
  hashes('rpIdHash of another party', sha256('evil.example')),
  hashes('rpIdHash of zeros', Buffer.alloc(32)),
  hashes('rpIdHash of the parent domain', sha256('example')),
  hashes('rpIdHash of the origin', sha256(rp.origin)),
  clears('UP clear', flag.UP, 'not_present'),
  clears('UV clear', flag.UV, 'not_verified'),
  clears('all four flags clear', flag.UP | flag.UV | flag.BE | flag.BS, 'not_present'),
  clears('BS without BE', flag.BE, 'backup_flags'),
  {
    name: 'bytes after its end',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, trailing: Buffer.of(0) }) },
  },
  {
    name: 'ED set and nothing there',
    reason: 'cbor',
    spoil: { data: (honest) => ({ ...honest, flags: honest.flags | flag.ED }) },
  },
  {
    name: 'extensions there and ED clear',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, extensions: extension }) },
  },
  {
    name: 'extensions that are no map',
    reason: 'authenticator_data',
    spoil: {
      data: (honest) => ({
        ...honest,
        flags: honest.flags | flag.ED,
        extensions: writeCbor(['credProtect']),
      }),
    },
  },
  {
    name: 'AT flag telling a lie',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, flags: honest.flags ^ flag.AT }) },
  },
]

// ── the envelope (rows 53 to 62) ──────────────────────────────────────────────────────────────────────────
type Json = RegistrationJson | AssertionJson
const envelope = (
  name: string,
  reason: RefusalReason,
  message: (honest: Json) => unknown,
): Hostile<Json> => ({
  name,
  reason,
  message,
})
const respelt = (name: string, spelling: (honest: string) => string): Hostile<Json> => ({
  name,
  reason: 'encoding',
  // Tildes make "+" in standard base64 whatever stands before them.
  spoil: { clientData: (honest) => ({ ...honest, x: '~~~~~~~~' }) },
  message: ({ response, ...honest }) => ({
    ...honest,
    response: { ...response, clientDataJSON: spelling(response.clientDataJSON) },
  }),
})
const envelopeRows: Hostile<Json>[] = [
  envelope('id other than rawId', 'credential_id', (honest) => ({
    ...honest,
    id: base64url(randomBytes(32)),
  })),
  envelope('rawId other than id', 'credential_id', (honest) => ({
    ...honest,
    rawId: base64url(randomBytes(32)),
  })),
  envelope('wrong credential type', 'envelope', (honest) => ({ ...honest, type: 'password' })),
  envelope('padded id', 'encoding', (honest) => ({ ...honest, id: `${honest.id}=`, rawId: `${honest.id}=` })),
  respelt('padded base64url', (honest) => `${honest.replace(/=*$/, '')}=`),
  respelt('standard base64', (honest) =>
    Buffer.from(honest, 'base64url').toString('base64').replace(/=*$/, ''),
  ),
  respelt('whitespace inside', (honest) => `${honest.slice(0, 8)}\n${honest.slice(8)}`),
  respelt('whitespace at the end', (honest) => `${honest} `),
  respelt('a character outside the alphabet', (honest) => `${honest}!`),
  respelt('loose bits at the end', (honest) => `${honest.slice(0, -(honest.length % 4 || 4))}AB`),
  envelope('id a number', 'envelope', (honest) => ({ ...honest, id: 7, rawId: 7 })),
  envelope('id null', 'envelope', (honest) => ({ ...honest, id: null })),
  envelope('id missing', 'envelope', ({ id, ...honest }) => honest),
  envelope('rawId missing', 'envelope', ({ rawId, ...honest }) => honest),
  envelope('response missing', 'envelope', ({ response, ...honest }) => honest),
  envelope('response null', 'envelope', (honest) => ({ ...honest, response: null })),
  envelope('response a string', 'envelope', (honest) => ({
    ...honest,
    response: JSON.stringify(honest.response),
  })),
  envelope('response an array', 'envelope', (honest) => ({ ...honest, response: [honest.response] })),
  envelope('response empty', 'envelope', (honest) => ({ ...honest, response: {} })),
  envelope('clientDataJSON an object', 'envelope', (honest) => ({
    ...honest,
    response: { ...honest.response, clientDataJSON: { length: 5 } },
  })),
  envelope('extension results no object', 'envelope', (honest) => ({
    ...honest,
    clientExtensionResults: 'x',
  })),
  envelope('200 kB of extension results', 'envelope', (honest) => ({
    ...honest,
    clientExtensionResults: { blob: 'x'.repeat(200_000) },
  })),
  envelope('1 MB of client data', 'envelope', (honest) => ({
    ...honest,
    response: { ...honest.response, clientDataJSON: 'A'.repeat(1_000_000) },
  })),
  envelope('12 kB of client data', 'encoding', (honest) => ({
    ...honest,
    response: { ...honest.response, clientDataJSON: 'A'.repeat(12_000) },
  })),
  envelope('everything under __proto__', 'envelope', (honest) =>
    JSON.parse(`{"__proto__":${JSON.stringify(honest)}}`),
  ),
  envelope('a __proto__ beside the rest', 'envelope', (honest) =>
    JSON.parse(`{"__proto__":{"admin":true},${JSON.stringify(honest).slice(1)}`),
  ),
  envelope('members inherited, not own', 'envelope', (honest) => Object.create(honest)),
  envelope('nested 100,000 deep', 'envelope', (honest) => {
    let deep: unknown = {}
    for (let i = 0; i < 100_000; i++) deep = { deep }
    return { ...honest, clientExtensionResults: deep }
  }),
  envelope('a circle', 'envelope', (honest) => {
    const circle: Record<string, unknown> = { ...honest }
    circle.clientExtensionResults = circle
    return circle
  }),
  envelope('a trap in a getter', 'envelope', (honest) =>
    Object.defineProperty({ ...honest }, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('trap')
      },
    }),
  ),
  ...[undefined, null, true, 1, 'x', [], {}, 10n, Symbol('x'), () => 1].map((message) =>
    envelope(`the message is ${typeof message} ${String(message)}`, 'envelope', () => message),
  ),
]

// ── registration only (rows 46 to 47, 63 to 101) ──────────────────────────────────────────────────────────
const attested = (
  name: string,
  reason: RefusalReason,
  bytes: number,
  outer = bytes,
): Hostile<RegistrationJson> => ({
  name,
  reason,
  spoil: { data: (honest) => ({ ...honest, id: Buffer.alloc(bytes, 7) }) },
  message: (honest) => {
    const id = base64url(Buffer.alloc(outer, 7))
    return { ...honest, id, rawId: id }
  },
})
const key = (name: string, change: Record<number, Cbor | undefined>, reason: RefusalReason = 'key') => ({
  name,
  reason,
  spoil: { key: (honest: CborMap) => withMembers(honest, change) },
})
function withMembers(honest: CborMap, change: Record<number, Cbor | undefined>): CborMap {
  const changed = new Map(honest)
  for (const [label, value] of Object.entries(change))
    if (value === undefined) changed.delete(Number(label))
    else changed.set(Number(label), value)
  return changed
}
const modulus = (bits: number) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return Buffer.from(String(publicKey.export({ format: 'jwk' }).n), 'base64url')
}
const [n512, n1024, n2048] = [modulus(512), modulus(1024), modulus(2048)]
const rsa = (n: Uint8Array, exponent: Uint8Array = Buffer.of(1, 0, 1), alg = -257) => ({
  1: 3,
  3: alg,
  [-1]: n,
  [-2]: exponent,
  [-3]: undefined,
})
const p384 = () => createECDH('secp384r1').generateKeys()
const ed25519Point = Buffer.from(
  String(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x),
  'base64url',
)
const okp = (point: Buffer): Record<number, Cbor | undefined> => ({
  1: 1,
  3: -8,
  [-1]: 6,
  [-2]: point,
  [-3]: undefined,
})

const attests = (
  name: string,
  reason: RefusalReason,
  attestation: Spoil['attestation'],
): Hostile<RegistrationJson> => ({
  name,
  reason,
  spoil: { attestation },
})
const statement = (object: CborMap, fmt: Cbor, members: [string, Cbor][]) =>
  new Map(object).set('fmt', fmt).set('attStmt', new Map<number | string, Cbor>(members))
const bytes = (
  name: string,
  attestationBytes: Spoil['attestationBytes'],
  reason: RefusalReason = 'cbor',
) => ({
  name,
  reason,
  spoil: { attestationBytes },
})
const hex = (text: string) => () => Buffer.from(text, 'hex')

const registrationRows: Hostile<RegistrationJson>[] = [
  says('type of the other ceremony', 'type', { type: 'webauthn.get' }),
  {
    name: 'authenticator data of 36 bytes',
    reason: 'authenticator_data',
    spoil: { dataBytes: (honest) => honest.subarray(0, 36) },
  },
  {
    name: 'authenticator data empty',
    reason: 'authenticator_data',
    spoil: { dataBytes: () => Buffer.alloc(0) },
  },
  {
    name: 'authenticator data without a credential',
    reason: 'authenticator_data',
    spoil: {
      data: ({ rpIdHash, flags, counter }) => ({ rpIdHash, flags: flags & ~flag.AT, counter }),
    },
  },
  ...Array.from({ length: 18 }, (_, cut) => ({
    name: `authenticator data cut ${cut} bytes into the credential`,
    reason: 'authenticator_data' as const,
    spoil: { dataBytes: (honest: Buffer) => honest.subarray(0, 37 + cut) },
  })),
  {
    name: 'the response of an assertion',
    reason: 'envelope',
    message: ({ response, ...honest }) => ({
      ...honest,
      response: { clientDataJSON: response.clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' },
    }),
  },
  {
    name: 'transports no list',
    reason: 'envelope',
    message: (honest) => ({ ...honest, response: { ...honest.response, transports: 'usb' } }),
  },
  {
    name: 'an id that was not attested',
    reason: 'credential_id',
    message: (honest) => {
      const id = base64url(randomBytes(32))
      return { ...honest, id, rawId: id }
    },
  },
  attested('credential id empty', 'encoding', 0),
  attested('credential id of 4 bytes', 'encoding', 4),
  attested('credential id of 1024 bytes', 'encoding', 1024),
  attested('credential id empty, named otherwise outside', 'credential_id', 0, 32),
  attested('credential id of 15 bytes, named otherwise outside', 'credential_id', 15, 32),
  attested('credential id of 1024 bytes, named otherwise outside', 'credential_id', 1024, 32),
  {
    name: 'credential id shorter than its length says',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, idLength: 1000 }) },
  },
  {
    name: 'credential id longer than its length says',
    reason: 'cbor',
    spoil: { data: (honest) => ({ ...honest, id: Buffer.alloc(32, 0xff), idLength: 16 }) },
  },
  key('algorithm not offered', { 3: -35, [-1]: 2, [-2]: p384().subarray(1, 49), [-3]: p384().subarray(49) }),
  key('algorithm RS1', rsa(n2048, undefined, -65535)),
  key('algorithm PS256', rsa(n2048, undefined, -37)),
  key('algorithm 0', { 3: 0 }),
  key('algorithm as text', { 3: 'ES256' }),
  key('algorithm missing', { 3: undefined }),
  key('key type of Ed25519 with ES256', { 1: 1 }),
  key('key type of RSA with ES256', { 1: 3 }),
  key('key type as text', { 1: 'EC2' }),
  key('key type missing', { 1: undefined }),
  key('P-384 named for ES256', { [-1]: 2 }),
  key('a point of P-384 with ES256', { [-2]: p384().subarray(1, 49), [-3]: p384().subarray(49) }),
  key('EdDSA over the curve of ES256', { 3: -8 }),
  key('EdDSA over Ed448', { ...okp(randomBytes(57)), [-1]: 7 }),
  key('X25519 under EdDSA', { ...okp(ed25519Point), [-1]: 4 }),
  key('key type of EC2 with EdDSA', { ...okp(ed25519Point), 1: 2 }),
  key('key type of EC2 with RS256', { ...rsa(n2048), 1: 2 }),
  key('a point off the curve', { [-2]: randomBytes(32), [-3]: randomBytes(32) }),
  key('the point zero', { [-2]: Buffer.alloc(32), [-3]: Buffer.alloc(32) }),
  key('a compressed point', { [-3]: true }),
  key('x missing', { [-2]: undefined }),
  key('y missing', { [-3]: undefined }),
  key('x as text', { [-2]: 'x'.repeat(32) }),
  {
    name: 'x with a leading zero',
    reason: 'key',
    spoil: {
      key: (honest) =>
        new Map(honest).set(-2, Buffer.concat([Buffer.of(0), Buffer.from(honest.get(-2) as Uint8Array)])),
    },
  },
  key('a private part beside the public one', { [-4]: randomBytes(32) }),
  key('a further parameter', { 2: randomBytes(4) }),
  key('a further parameter of EdDSA', { ...okp(ed25519Point), 2: randomBytes(4) }),
  key('a further parameter of RS256', { ...rsa(n2048), 2: randomBytes(4) }),
  key('Ed25519 point of zeros', okp(Buffer.alloc(32))),
  key('Ed25519 point of order 1', okp(Buffer.from(`01${'00'.repeat(31)}`, 'hex'))),
  key(
    'Ed25519 point of order 8',
    okp(Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'hex')),
  ),
  key('Ed25519 bytes that are no point', okp(Buffer.from(`02${'00'.repeat(31)}`, 'hex'))),
  key('Ed25519 point spelt above the field', okp(Buffer.alloc(32, 0xff))),
  key('Ed25519 point too short', okp(Buffer.alloc(31, 9))),
  key('RSA of 512 bits', rsa(n512)),
  key('RSA of 1024 bits', rsa(n1024)),
  key('RSA of 2047 bits', rsa(Buffer.alloc(256, 0x7f))),
  key('RSA of 8192 bits', rsa(Buffer.alloc(1024, 0xff))),
  key('RSA with exponent 1', rsa(n2048, Buffer.of(1))),
  key('RSA with an even exponent', rsa(n2048, Buffer.of(1, 0, 0))),
  key('RSA with a leading zero', rsa(n2048, Buffer.of(0, 1, 0, 1))),
  key('RSA with a leading zero in the modulus', rsa(Buffer.concat([Buffer.of(0), n2048]))),
  key('RSA with an even modulus', rsa(Buffer.alloc(256, 0xfe))),
  key('RSA with an exponent of 5 bytes', rsa(n2048, Buffer.of(1, 0, 0, 0, 1))),
  key('RSA without exponent', { ...rsa(n2048), [-2]: undefined }),
  { name: 'an empty key', reason: 'key', spoil: { key: () => new Map() } },
  { name: 'a key that is a list', reason: 'key', spoil: { key: (honest) => [...honest.values()] } },
  {
    name: 'no key at all',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, key: Buffer.alloc(0) }) },
  },
  {
    name: 'an item after the key',
    reason: 'authenticator_data',
    spoil: { data: (honest) => ({ ...honest, trailing: extension }) },
  },
  attests('an unknown format', 'attestation', (object) => statement(object, 'muster', [])),
  attests('a format in other case', 'attestation', (object) => statement(object, 'None', [])),
  attests('a numeric format', 'attestation', (object) => statement(object, 0, [])),
  attests('an unknown format, signed by itself', 'attestation', (object, sign) =>
    statement(object, 'muster', [
      ['alg', -7],
      ['sig', sign()],
    ]),
  ),
  attests('none with a statement', 'attestation', (object) => statement(object, 'none', [['alg', -7]])),
  ...['fido-u2f', 'apple', 'tpm', 'android-key', 'android-safetynet', 'compound'].map((format) =>
    attests(`${format} with an empty statement`, 'attestation', (object) => statement(object, format, [])),
  ),
  attests('self-attestation by another key', 'attestation', (object) =>
    statement(object, 'packed', [
      ['alg', -7],
      ['sig', otherSignature()],
    ]),
  ),
  attests('self-attestation of broken DER', 'attestation', (object, sign) =>
    statement(object, 'packed', [
      ['alg', -7],
      ['sig', Buffer.concat([sign(), Buffer.of(0)])],
    ]),
  ),
  attests('self-attestation without signature', 'attestation', (object) =>
    statement(object, 'packed', [['alg', -7]]),
  ),
  attests('self-attestation of another algorithm', 'attestation', (object, sign) =>
    statement(object, 'packed', [
      ['alg', -257],
      ['sig', sign()],
    ]),
  ),
  attests('packed with forged certificates', 'attestation', (object, sign) =>
    statement(object, 'packed', [
      ['alg', -7],
      ['sig', sign()],
      ['x5c', [randomBytes(300)]],
    ]),
  ),
  attests('packed with no certificates in the list', 'attestation', (object, sign) =>
    statement(object, 'packed', [
      ['alg', -7],
      ['sig', sign()],
      ['x5c', []],
    ]),
  ),
  bytes('attestation of garbage', () => randomBytes(200).fill(0xff, 0, 1)),
  bytes('attestation empty', () => Buffer.alloc(0), 'encoding'),
  bytes('attestation with bytes after it', (honest) => Buffer.concat([honest, Buffer.of(0)])),
  bytes('attestation cut short', (honest) => honest.subarray(0, -1)),
  ...['fmt', 'attStmt', 'authData'].map((member) =>
    attests(`attestation without ${member}`, 'attestation', (object) => {
      const less = new Map(object)
      less.delete(member)
      return less
    }),
  ),
  attests('attestation with a fourth member', 'attestation', (object) => new Map(object).set('x', 1)),
  attests('authData as text', 'attestation', (object) => new Map(object).set('authData', 'x'.repeat(200))),
  attests('attStmt a list', 'attestation', (object) => new Map(object).set('attStmt', [])),
  attests('attestation a list', 'cbor', (object) => [...object.values()]),
  bytes('lists 9,000 deep', () => Buffer.alloc(9_000, 0x81)),
  bytes('maps 9,000 deep', () => Buffer.from('a100'.repeat(4_500), 'hex')),
  bytes('a byte string of 4 GiB', hex('a3617800627878007affffffff')),
  bytes('a byte string of 2^64 - 1', hex('a1005bffffffffffffffff')),
  bytes('a list of 2^32 - 1', hex('a1009affffffff')),
  bytes('a map of 2^32 - 1', hex('baffffffff')),
  bytes('a map of indefinite length', (honest) =>
    Buffer.concat([Buffer.of(0xbf), honest.subarray(1), Buffer.of(0xff)]),
  ),
  bytes('a string of indefinite length', hex('a1007f6161ff')),
  bytes('a list of 2^33', hex('a1009b0000000200000000')),
  bytes('a reserved length', hex(`a1001c${'00'.repeat(16)}`)),
  bytes('a tag', hex('a100c000')),
  bytes('a tag of nothing', hex('a100c0')),
  bytes('a float', hex('a100f93c00')),
  bytes('a map as key', hex('a1a000')),
  bytes('a string of broken UTF-8', hex('a10061ff')),
  bytes('a member named twice', (honest) =>
    Buffer.concat([Buffer.of(0xa4), writeCbor('fmt'), writeCbor('none'), honest.subarray(1)]),
  ),
  {
    name: 'a key parameter named twice',
    reason: 'cbor',
    spoil: {
      data: (honest) => ({
        ...honest,
        key: Buffer.concat([Buffer.of(0xa6, 3, 0x26), Buffer.from(honest.key ?? []).subarray(1)]),
      }),
    },
  },
  bytes('20 kB of attestation', () => Buffer.alloc(20_000, 0x81), 'encoding'),
  bytes('2 MB of attestation', () => Buffer.alloc(2_000_000, 0x81), 'envelope'),
]

// ── assertion only (rows 46 to 52, 103 to 122) ────────────────────────────────────────────────────────────
const n = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
const stranger = softAuthenticator({ origin: rp.origin, rpId: rp.id })
const otherSignature = () => {
  stranger.register(options())
  return Buffer.from(stranger.assert(options()).response.signature, 'base64url')
}
const signs = (name: string, signature: Spoil['signature']): Hostile<AssertionJson> => ({
  name,
  reason: 'signature',
  spoil: { signature },
})
const responds = (
  name: string,
  reason: RefusalReason,
  change: (honest: AssertionJson['response']) => Record<string, unknown>,
): Hostile<AssertionJson> => ({
  name,
  reason,
  message: ({ response, ...honest }) => ({ ...honest, response: { ...response, ...change(response) } }),
})
function flipLast(encoded: string, from = 1) {
  const changed = Buffer.from(encoded, 'base64url')
  changed[changed.length - from] = (changed.at(-from) ?? 0) ^ 1
  return base64url(changed)
}
/** r and s of a DER signature as two plain numbers of 32 bytes. */
const rawSignature = (der: Buffer) => {
  const rEnd = 4 + (der[3] ?? 0)
  const fixed = (part: Buffer) => Buffer.concat([Buffer.alloc(32), part]).subarray(-32)
  return Buffer.concat([fixed(der.subarray(4, rEnd)), fixed(der.subarray(rEnd + 2))])
}

const assertionRows: Hostile<AssertionJson>[] = [
  says('type of the other ceremony', 'type', { type: 'webauthn.create' }),
  responds('authenticator data of 36 bytes', 'encoding', ({ authenticatorData }) => ({
    authenticatorData: authenticatorData.slice(0, 48),
  })),
  responds('authenticator data empty', 'encoding', () => ({ authenticatorData: '' })),
  {
    name: 'a credential where none belongs',
    reason: 'authenticator_data',
    spoil: {
      data: (honest) => ({
        ...honest,
        flags: honest.flags | flag.AT,
        aaguid: Buffer.alloc(16),
        id: randomBytes(32),
        key: extension,
      }),
    },
  },
  {
    name: 'the response of a registration',
    reason: 'envelope',
    message: ({ response, ...honest }) => ({
      ...honest,
      response: { clientDataJSON: response.clientDataJSON, attestationObject: 'oA' },
    }),
  },
  responds('one bit of the signature flipped', 'signature', ({ signature }) => ({
    signature: flipLast(signature),
  })),
  responds('the signature empty', 'encoding', () => ({ signature: '' })),
  responds('the signature a number', 'envelope', () => ({ signature: 7 })),
  signs('a signature by another key', otherSignature),
  {
    name: 'signed without the client data',
    reason: 'signature',
    spoil: { signed: (_, { data }) => data },
  },
  {
    name: 'signed over client data that is not hashed',
    reason: 'signature',
    spoil: { signed: (_, { data, clientData }) => Buffer.concat([data, clientData]) },
  },
  signs('r and s bare', rawSignature),
  signs('r = s = 0', hex('3006020100020100')),
  signs('r = s = 1', hex('3006020101020101')),
  signs('r = s = n', hex(`3046022100${n}022100${n}`)),
  signs('a byte after the DER', (honest) => Buffer.concat([honest, Buffer.of(0)])),
  signs('a byte inside the DER after s', (honest) =>
    Buffer.concat([Buffer.of(0x30, (honest[1] ?? 0) + 1), honest.subarray(2), Buffer.of(0)]),
  ),
  signs('a long form of the length', (honest) =>
    Buffer.concat([Buffer.of(0x30, 0x81, honest[1] ?? 0), honest.subarray(2)]),
  ),
  responds('authenticator data changed after signing', 'signature', ({ authenticatorData }) => ({
    authenticatorData: flipLast(authenticatorData),
  })),
  responds('client data changed after signing', 'signature', ({ clientDataJSON }) => ({
    clientDataJSON: base64url(
      Buffer.from(Buffer.from(clientDataJSON, 'base64url').toString().replace('{', '{ ')),
    ),
  })),
  {
    name: 'an unknown credential',
    reason: 'credential_id',
    message: (honest) => {
      const id = base64url(randomBytes(32))
      return { ...honest, id, rawId: id }
    },
  },
  responds('the user handle of another', 'user_handle', () => ({ userHandle: base64url(randomBytes(32)) })),
  responds('no user handle', 'user_handle', () => ({ userHandle: undefined })),
  responds('a user handle of null', 'user_handle', () => ({ userHandle: null })),
  responds('an empty user handle', 'encoding', () => ({ userHandle: '' })),
  responds('a user handle of 65 bytes', 'encoding', () => ({ userHandle: base64url(randomBytes(65)) })),
  responds('a user handle that is an object', 'envelope', () => ({ userHandle: { length: 32 } })),
  responds('a user handle with a suffix', 'user_handle', ({ userHandle }) => ({
    userHandle: `${userHandle?.slice(0, -1)}AAAA`.slice(0, 44),
  })),
]

describe('a registration is refused with', () => {
  const rows = [...clientDataRows, ...authenticatorRows, ...envelopeRows, ...registrationRows]
  test.each(rows)('$name', async ({ reason, ...spoilt }) => {
    await expectRefusal(registering(spoilt), reason)
  })
})

describe('an assertion is refused with', () => {
  const rows = [...clientDataRows, ...authenticatorRows, ...envelopeRows, ...assertionRows]
  test.each(rows)('$name', async ({ reason, ...spoilt }) => {
    await expectRefusal(asserting(spoilt), reason)
  })

  describe.each([-8, -257] as const)('of algorithm %i', (alg) => {
    test.each([
      ['flipped', (honest: Buffer) => Buffer.from(flipLast(base64url(honest), 5), 'base64url')],
      ['a byte longer', (honest: Buffer) => Buffer.concat([honest, Buffer.of(0)])],
      ['a byte shorter', (honest: Buffer) => honest.subarray(0, -1)],
    ])('a signature %s', async (_, signature) => {
      const device = authenticator({ alg })
      await expectRefusal(asserting({ spoil: { signature } }, { device }), 'signature')
    })
  })

  test.each([
    ['equal', 41, 41],
    ['lower', 40, 41],
    ['back to zero', 0, 41],
  ])('a counter %s', async (_, counter, stored) => {
    const spoil = {
      data: (honest: object) => ({
        ...honest,
        rpIdHash: sha256(rp.id),
        flags: flag.UP | flag.UV | flag.BE | flag.BS,
        counter,
      }),
    }
    await expectRefusal(asserting({ spoil }, { stored: { counter: stored } }), 'counter')
  })

  test.each([true, false])('backup eligibility other than at registration (then %s)', async (then) => {
    const device = authenticator({ synced: !then })
    await expectRefusal(asserting({}, { device, stored: { backupEligible: then } }), 'backup_flags')
  })

  test('a wrong user handle even where none is needed', async () => {
    const wrong = responds('', 'user_handle', () => ({ userHandle: base64url(randomBytes(32)) }))
    await expectRefusal(asserting(wrong, { requireUserHandle: false }), 'user_handle')
  })

  test('a challenge that was never given out, whatever the caller holds', async () => {
    const empty = says('', 'challenge', { challenge: '' })
    const device = authenticator()
    const credential = { ...(await registering({}, device)), handle }
    const response = device.assert(options(), empty.spoil)
    const known = { id: credential.credentialId, ...credential }
    await expectRefusal(verifyAssertion({ rp, challenge: '', response, credential: known }), 'challenge')
  })
})

describe('what the standard wants let through passes', () => {
  const both = async (spoil: Spoil) => {
    await registering({ spoil })
    await asserting({ spoil })
  }

  test('one mark of byte order before the client data', () =>
    both({ clientDataBytes: (honest) => Buffer.concat([Buffer.from('\ufeff'), honest]) }))

  test('members the browser may add, and no crossOrigin at all', () =>
    both({
      clientData: (honest) => ({
        ...honest,
        crossOrigin: undefined,
        extra: { nested: ['"', '{', { a: 1 }] },
      }),
    }))

  test('a token binding of older browsers', () =>
    both({ clientData: (honest) => ({ ...honest, tokenBinding: { status: 'supported' } }) }))

  test('extension outputs nobody asked for', () =>
    both({ data: (honest) => ({ ...honest, flags: honest.flags | flag.ED, extensions: extension }) }))

  test.each([-7, -8, -257] as const)('self-attestation of algorithm %i', async (alg) => {
    const spoil: Spoil = {
      attestation: (object, sign) =>
        statement(object, 'packed', [
          ['alg', alg],
          ['sig', sign()],
        ]),
    }
    expect(await registering({ spoil }, authenticator({ alg }))).toMatchObject({ algorithm: alg })
  })

  test('a credential id of 16 and of 1023 bytes', async () => {
    expect((await registering(attested('', 'credential_id', 16))).credentialId).toHaveLength(22)
    expect((await registering(attested('', 'credential_id', 1023))).credentialId).toHaveLength(1364)
  })

  test('RSA of 4095 bits, and with exponent 3', async () => {
    const spoil = key('', rsa(Buffer.alloc(512, 0x7f), Buffer.of(3))).spoil
    expect(await registering({ spoil })).toMatchObject({ algorithm: -257 })
  })

  test('junk among the transports, of which nothing is kept', async () => {
    const junk = ['usb', '<b>', 7, null, 'usb', ...Array.from({ length: 5000 }, () => 'nfc')]
    const message = (honest: RegistrationJson) => ({
      ...honest,
      response: { ...honest.response, transports: junk },
    })
    expect((await registering({ message })).transports).toEqual(['nfc', 'usb'])
  })

  test('a counter that grew, to the largest there is', async () => {
    const spoil: Spoil = { data: (honest) => ({ ...honest, counter: 0xffffffff }) }
    expect(await asserting({ spoil }, { stored: { counter: 0xfffffffe } })).toMatchObject({
      newCounter: 0xffffffff,
    })
  })

  test('a confirmation without user handle', async () => {
    const message = responds('', 'user_handle', () => ({ userHandle: undefined })).message
    expect(await asserting({ message }, { requireUserHandle: false })).toMatchObject({ backedUp: true })
  })

  test('a passkey that was backed up since', async () => {
    const device = authenticator()
    const notYet: Spoil = { data: (honest) => ({ ...honest, flags: honest.flags & ~flag.BS }) }
    expect(await registering({ spoil: notYet }, device)).toMatchObject({
      backupEligible: true,
      backedUp: false,
    })
    expect(await asserting({}, { device })).toMatchObject({ backedUp: true })
  })
})

test('only a valid signature raises the suspicion of a copy', async () => {
  const outcome = (spoil: Spoil) =>
    asserting({ spoil }, { stored: { counter: 9 } }).catch((error: unknown) => error)
  expect(await outcome({})).toMatchObject({ cloneSuspected: true })
  expect(await outcome({ signature: otherSignature })).toMatchObject({ cloneSuspected: false })
})
