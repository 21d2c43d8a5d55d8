/**
 * An authenticator and its browser in software, for tests and measurements: it makes real keys and answers
 * options as `navigator.credentials` would, in JSON. Each step can be spoilt, to see what the server says.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Cbor, CborMap } from './cbor'
import { writeCbor } from './cbor.fixture'
import type { Algorithm } from './cose'

interface Settings {
  origin: string
  rpId: string
  alg?: Algorithm
  /** A synced passkey by default; false for one that stays on its device. */
  synced?: boolean
  /** Counts its signatures; synced passkeys leave the counter at zero. */
  counts?: boolean
  /** 32 hex digits. */
  aaguid?: string
  transports?: string[]
}

/** The parts of authenticator data, in their order. */
export interface DataParts {
  rpIdHash: Uint8Array
  flags: number
  counter: number
  aaguid?: Uint8Array
  /** What the length field says; the id's own length unless spoilt. */
  idLength?: number
  id?: Uint8Array
  key?: Uint8Array
  extensions?: Uint8Array
  trailing?: Uint8Array
}

/** Steps of a ceremony, in their order; each takes what an honest one makes and returns what to use instead. */
export interface Spoil {
  clientData?: (honest: Record<string, unknown>) => unknown
  clientDataBytes?: (honest: Buffer) => Uint8Array
  key?: (honest: CborMap) => Cbor
  data?: (honest: DataParts) => DataParts
  dataBytes?: (honest: Buffer) => Uint8Array
  /** What gets signed. */
  signed?: (honest: Buffer, parts: { data: Uint8Array; clientData: Uint8Array }) => Uint8Array
  signature?: (honest: Buffer) => Uint8Array
  attestation?: (honest: CborMap, sign: () => Uint8Array) => Cbor
  attestationBytes?: (honest: Buffer) => Uint8Array
}

export interface RegistrationJson {
  id: string
  rawId: string
  type: 'public-key'
  authenticatorAttachment: string
  clientExtensionResults: Record<string, unknown>
  response: { clientDataJSON: string; attestationObject: string; transports: string[] }
}

export interface AssertionJson {
  id: string
  rawId: string
  type: 'public-key'
  authenticatorAttachment: string
  clientExtensionResults: Record<string, unknown>
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string }
}

interface Passkey {
  id: Buffer
  handle: string
  privateKey: KeyObject
  counter: number
}

export const flag = { UP: 0x01, UV: 0x04, BE: 0x08, BS: 0x10, AT: 0x40, ED: 0x80 }

export function softAuthenticator(settings: Settings) {
  const { origin, rpId, alg = -7, synced = true, counts = false } = settings
  const { aaguid = '00'.repeat(16), transports = ['internal', 'hybrid'] } = settings
  const held: Passkey[] = []
  const steady = flag.UP | flag.UV | (synced ? flag.BE | flag.BS : 0)

  const clientData = (type: string, challenge: string, spoil: Spoil) => {
    const honest = { type, challenge, origin, crossOrigin: false }
    const bytes = Buffer.from(JSON.stringify(spoil.clientData ? spoil.clientData(honest) : honest))
    return spoil.clientDataBytes?.(bytes) ?? bytes
  }

  const data = (honest: DataParts, spoil: Spoil) => {
    const bytes = joinData(spoil.data?.(honest) ?? honest)
    return spoil.dataBytes?.(bytes) ?? bytes
  }

  const signer = (key: KeyObject, authData: Uint8Array, client: Uint8Array, spoil: Spoil) => {
    const honest = Buffer.concat([authData, sha256(client)])
    const signed = spoil.signed?.(honest, { data: authData, clientData: client }) ?? honest
    const signature = sign(alg === -8 ? null : 'sha256', signed, key)
    return spoil.signature?.(signature) ?? signature
  }

  return {
    /** Every passkey it holds, oldest first. */
    held,

    register(
      options: { challenge: string; user: { id: string }; excludeCredentials?: { id: string }[] },
      spoil: Spoil = {},
    ): RegistrationJson {
      if (options.excludeCredentials?.some(({ id }) => held.some((one) => base64url(one.id) === id)))
        throw new Error('InvalidStateError: already registered')
      const { privateKey, key } = newKey(alg)
      const passkey = { id: randomBytes(32), handle: options.user.id, privateKey, counter: counts ? 1 : 0 }
      held.push(passkey)
      const client = clientData('webauthn.create', options.challenge, spoil)
      const authData = data(
        {
          rpIdHash: sha256(rpId),
          flags: steady | flag.AT,
          counter: passkey.counter,
          aaguid: Buffer.from(aaguid, 'hex'),
          id: passkey.id,
          key: writeCbor(spoil.key?.(key) ?? key),
        },
        spoil,
      )
      const object: CborMap = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const spoilt = spoil.attestation?.(object, () => signer(privateKey, authData, client, spoil)) ?? object
      const bytes = writeCbor(spoilt)
      return {
        id: base64url(passkey.id),
        rawId: base64url(passkey.id),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: base64url(client),
          attestationObject: base64url(spoil.attestationBytes?.(bytes) ?? bytes),
          transports,
        },
      }
    },

    /** Signs in with the newest passkey, or the first one allowed. */
    assert(
      options: { challenge: string; allowCredentials?: { id: string }[] },
      spoil: Spoil = {},
    ): AssertionJson {
      const allowed = options.allowCredentials?.map(({ id }) => id)
      const passkey = allowed?.length ? held.find((one) => allowed.includes(base64url(one.id))) : held.at(-1)
      if (!passkey) throw new Error('NotAllowedError: no passkey for it')
      if (counts) passkey.counter += 1
      const client = clientData('webauthn.get', options.challenge, spoil)
      const authData = data({ rpIdHash: sha256(rpId), flags: steady, counter: passkey.counter }, spoil)
      return {
        id: base64url(passkey.id),
        rawId: base64url(passkey.id),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authData),
          signature: base64url(signer(passkey.privateKey, authData, client, spoil)),
          userHandle: passkey.handle,
        },
      }
    },
  }
}

export const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

function newKey(alg: Algorithm): { privateKey: KeyObject; key: CborMap } {
  const { privateKey, publicKey } =
    alg === -7
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === -8
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = publicKey.export({ format: 'jwk' })
  const part = (name: string) => Buffer.from(String(jwk[name]), 'base64url')
  const parameters: [number, Cbor][] =
    alg === -7
      ? [
          [1, 2],
          [3, alg],
          [-1, 1],
          [-2, part('x')],
          [-3, part('y')],
        ]
      : alg === -8
        ? [
            [1, 1],
            [3, alg],
            [-1, 6],
            [-2, part('x')],
          ]
        : [
            [1, 3],
            [3, alg],
            [-1, part('n')],
            [-2, part('e')],
          ]
  return { privateKey, key: new Map<number | string, Cbor>(parameters) }
}

function joinData(parts: DataParts): Buffer {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(parts.counter)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(parts.idLength ?? parts.id?.length ?? 0)
  const attested = parts.id ? [parts.aaguid, length, parts.id, parts.key] : []
  return Buffer.concat(
    [parts.rpIdHash, Buffer.of(parts.flags), counter, ...attested, parts.extensions, parts.trailing].filter(
      (part) => part !== undefined,
    ),
  )
}
