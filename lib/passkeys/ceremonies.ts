import { createHash, randomBytes } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Transport } from '@/lib/vocabulary'
import { checkAttestationStatement, readAttestationObject } from './attestation'
import { type AuthenticatorData, readAuthenticatorData } from './authenticator-data'
import { readCborMap } from './cbor'
import { checkClientData } from './client-data'
import { type Algorithm, algorithmOf, algorithms, checkCoseKey } from './cose'
import { challengeInMessage, fromBase64url, readAssertion, readRegistration } from './envelope'
import { insist, refusing } from './refusal'
import { isStrictDerSignature } from './signature'

/** How long the browser waits for the person, in milliseconds; the stored challenge should live as long. */
const ceremonyTimeout = 5 * 60_000

/** Whose passkeys these are (section 4, "Relying Party"). */
export interface RelyingParty {
  id: string
  origin: string
  name: string
}

/** A passkey named to the browser; the id in base64url, as stored. */
export interface Descriptor {
  id: string
  transports: readonly string[]
}

export interface NewCredential {
  /** base64url, of 16 to 1023 bytes. */
  credentialId: string
  /** COSE key, byte for byte as the authenticator gave it. */
  publicKey: Uint8Array<ArrayBuffer>
  algorithm: Algorithm
  /** 0 to 2^32 - 1: needs more than a signed 32-bit column. */
  counter: number
  backupEligible: boolean
  backedUp: boolean
  transports: Transport[]
  /** Claimed, not proven; for a name only. */
  aaguid: string
}

export interface StoredCredential {
  id: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  backupEligible: boolean
  /** The user handle of the person who holds it. */
  handle: Uint8Array
}

/**
 * The relying party of a configured origin, for example "https://muster.example.org". Never hand in anything
 * from a request. Throws an Error unless it is a bare https origin (http on localhost) with a host name.
 */
export function relyingParty(configuredOrigin: string): RelyingParty {
  const { protocol, hostname, origin, href } = new URL(configuredOrigin)
  const secure = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
  if (!secure || href !== `${origin}/`) throw new Error('a relying party needs a bare https origin')
  // An address is not a domain, so browsers refuse it as a relying party id.
  if (/^[\d.]+$|^\[/.test(hostname)) throw new Error('a relying party needs a host name, not an address')
  return { id: hostname, origin, name: 'Muster' }
}

/** A new challenge: 32 random bytes in base64url (13.4.3). Store it, and spend it with one deleting statement. */
export const newChallenge = () => randomBytes(32).toString('base64url')

/** The challenge a message answers, to look it up and spend it, even if the rest is spoilt; else null. */
export const challengeIn = (response: unknown): string | null => challengeInMessage(response)

/**
 * The credential id (base64url) and user handle an assertion names, to look the credential up by both; null if
 * the message cannot be read. Unverified.
 */
export function credentialIn(response: unknown): { id: string; userHandle: Uint8Array | null } | null {
  try {
    const { id, userHandle } = readAssertion(response)
    return { id, userHandle }
  } catch {
    return null
  }
}

/** What `navigator.credentials.create` is asked for (section 5.4). `exclude`: the person's passkeys so far. */
export async function registrationOptions(asked: {
  rp: RelyingParty
  /** `handle`: 1 to 64 random bytes that say nothing of the person (section 14.6.1). */
  person: { handle: Uint8Array; name: string; displayName: string }
  exclude: readonly Descriptor[]
  challenge: string
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await generateRegistrationOptions({
    rpID: asked.rp.id,
    rpName: asked.rp.name,
    userID: new Uint8Array(asked.person.handle),
    userName: asked.person.name,
    userDisplayName: asked.person.displayName,
    challenge: challengeBytes(asked.challenge),
    timeout: ceremonyTimeout,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: descriptors(asked.exclude),
    // Named here because the library's own list differs between versions of Node.
    supportedAlgorithmIDs: [...algorithms],
  })
  return { ...options, hints: ['client-device', 'security-key', 'hybrid'] }
}

/** What `navigator.credentials.get` is asked for at sign-in: no list, so that no name need be typed (7.2). */
export function signInOptions(asked: {
  rp: RelyingParty
  challenge: string
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return requestOptions(asked)
}

/** The same for a fresh assertion by a person who is signed in, with one of the passkeys in `allow`. */
export function confirmationOptions(asked: {
  rp: RelyingParty
  challenge: string
  allow: readonly Descriptor[]
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return requestOptions(asked)
}

/**
 * Verifies a registration (section 7.1) against the challenge the caller has just spent. Whether the
 * credential id is new is the caller's to check. Throws CeremonyRefused, and nothing else.
 */
export function verifyRegistration(given: {
  rp: RelyingParty
  challenge: string
  response: unknown
}): Promise<NewCredential> {
  return refusing(async () => {
    const { rp, challenge } = given
    const message = readRegistration(given.response)
    checkClientData(message.clientData, { type: 'webauthn.create', challenge, origin: rp.origin })
    const attestation = readAttestationObject(message.attestation)
    const data = readAuthenticatorData(attestation.authenticatorData)
    checkAuthenticatorData(data, rp)
    insist(data.attested, 'authenticator_data')
    const { id, key, keyBytes, aaguid } = data.attested
    insist(base64url(id) === message.id, 'credential_id')
    const algorithm = checkCoseKey(key)
    checkAttestationStatement(attestation, algorithm)
    const { verified } = await verifyRegistrationResponse({
      response: {
        id: message.id,
        rawId: message.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: message.clientDataJSON, attestationObject: message.attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    })
    insist(verified, 'attestation')
    return {
      credentialId: message.id,
      publicKey: keyBytes,
      algorithm,
      counter: data.counter,
      backupEligible: data.backupEligible,
      backedUp: data.backedUp,
      transports: message.transports,
      aaguid,
    }
  })
}

/**
 * Verifies an assertion (section 7.2) against the challenge the caller has just spent and the credential found
 * by `credentialIn`. Sign-in needs the user handle; a confirmation may do without (`requireUserHandle: false`),
 * but a wrong one is refused there too. Throws CeremonyRefused, and nothing else.
 *
 * A counter that did not grow is refused (7.2 step 22 leaves the choice to us: a copied key is worth more than a
 * retry), only after the signature held, so that a stranger cannot raise the alarm; `cloneSuspected` on the
 * refusal says so for the audit. Synced passkeys stay at zero, which is fine. Store `newCounter` only where it
 * is greater than what is stored.
 */
export function verifyAssertion(given: {
  rp: RelyingParty
  challenge: string
  response: unknown
  credential: StoredCredential
  requireUserHandle?: boolean
}): Promise<{ newCounter: number; backedUp: boolean }> {
  return refusing(async () => {
    const { rp, challenge, credential, requireUserHandle = true } = given
    const message = readAssertion(given.response)
    insist(message.id === credential.id, 'credential_id')
    checkUserHandle(message.userHandle, credential.handle, requireUserHandle)
    checkClientData(message.clientData, { type: 'webauthn.get', challenge, origin: rp.origin })
    const data = readAuthenticatorData(message.authenticator)
    checkAuthenticatorData(data, rp)
    insist(!data.attested, 'authenticator_data')
    insist(data.backupEligible === credential.backupEligible, 'backup_flags')
    const algorithm = algorithmOf(readCborMap(credential.publicKey))
    insist(algorithm !== -7 || isStrictDerSignature(message.signatureBytes), 'signature')
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id: message.id,
        rawId: message.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: message.clientDataJSON,
          authenticatorData: message.authenticatorData,
          signature: message.signature,
        },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      // Zero, or the library would judge the counter before the signature; it is judged below.
      credential: { id: credential.id, publicKey: credential.publicKey, counter: 0 },
    })
    insist(verified, 'signature')
    insist(data.counter > credential.counter || (data.counter === 0 && credential.counter === 0), 'counter')
    return { newCounter: data.counter, backedUp: data.backedUp }
  })
}

/** 7.1 steps 14 to 17, 7.2 steps 15 to 18. */
function checkAuthenticatorData(data: AuthenticatorData, rp: RelyingParty) {
  insist(createHash('sha256').update(rp.id).digest().equals(data.rpIdHash), 'relying_party')
  insist(data.userPresent, 'not_present')
  insist(data.userVerified, 'not_verified')
  insist(data.backupEligible || !data.backedUp, 'backup_flags')
}

function checkUserHandle(sent: Uint8Array | null, held: Uint8Array, required: boolean) {
  insist(sent === null ? !required : Buffer.from(held).equals(sent), 'user_handle')
}

async function requestOptions(asked: {
  rp: RelyingParty
  challenge: string
  allow?: readonly Descriptor[]
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: asked.rp.id,
    challenge: challengeBytes(asked.challenge),
    timeout: ceremonyTimeout,
    userVerification: 'required',
    allowCredentials: asked.allow && descriptors(asked.allow),
  })
}

const challengeBytes = (challenge: string) => fromBase64url(challenge, 16, 64)
const descriptors = (list: readonly Descriptor[]) =>
  list.map(({ id, transports }) => ({ id, transports: [...transports] }))
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
