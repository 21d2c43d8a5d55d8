import { z } from 'zod'
import { type Transport, transports } from '@/lib/vocabulary'
import { parseStrictJson } from './json'
import { insist } from './refusal'

/** The largest message read at all, in bytes of JSON; a real one has one to four thousand. */
const largestMessage = 64 * 1024
const largest = { clientData: 8192, attestation: 16384, authenticatorData: 8192, signature: 1024, handle: 64 }

export interface RegistrationMessage {
  /** As sent, for the library. */
  id: string
  clientDataJSON: string
  attestationObject: string
  /** The same, decoded. */
  clientData: Uint8Array
  attestation: Uint8Array
  transports: Transport[]
}

export interface AssertionMessage {
  id: string
  clientDataJSON: string
  authenticatorData: string
  signature: string
  clientData: Uint8Array
  authenticator: Uint8Array
  signatureBytes: Uint8Array
  userHandle: Uint8Array | null
}

const plainObject = z.record(z.string(), z.unknown())
const envelope = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().nullish(),
  clientExtensionResults: plainObject.optional(),
  response: plainObject,
})
const attestationResponse = z.object({
  clientDataJSON: z.string(),
  attestationObject: z.string(),
  transports: z.array(z.unknown()).nullish(),
})
const assertionResponse = z.object({
  clientDataJSON: z.string(),
  authenticatorData: z.string(),
  signature: z.string(),
  userHandle: z.string().nullish(),
})

const withClientData = z.object({ response: z.object({ clientDataJSON: z.string() }) })
const withChallenge = z.object({ challenge: z.string() })

/** Reads RegistrationResponseJSON (section 5.1) strictly; members it does not know pass unread. */
export function readRegistration(response: unknown): RegistrationMessage {
  const { id, inner } = readEnvelope(response)
  const read = attestationResponse.safeParse(inner)
  insist(read.success, 'envelope')
  const { clientDataJSON, attestationObject } = read.data
  return {
    id,
    clientDataJSON,
    attestationObject,
    clientData: fromBase64url(clientDataJSON, 1, largest.clientData),
    attestation: fromBase64url(attestationObject, 1, largest.attestation),
    transports: knownTransports(read.data.transports ?? []),
  }
}

/** Reads AuthenticationResponseJSON (section 5.1) strictly; a user handle of null counts as absent. */
export function readAssertion(response: unknown): AssertionMessage {
  const { id, inner } = readEnvelope(response)
  const read = assertionResponse.safeParse(inner)
  insist(read.success, 'envelope')
  const { clientDataJSON, authenticatorData, signature, userHandle } = read.data
  return {
    id,
    clientDataJSON,
    authenticatorData,
    signature,
    clientData: fromBase64url(clientDataJSON, 1, largest.clientData),
    authenticator: fromBase64url(authenticatorData, 37, largest.authenticatorData),
    signatureBytes: fromBase64url(signature, 1, largest.signature),
    userHandle: userHandle == null ? null : fromBase64url(userHandle, 1, largest.handle),
  }
}

/**
 * The challenge a message answers, as far as it can be read at all, so that a spoilt message spends its
 * challenge too; null when there is none of the form we give out. Never throws.
 */
export function challengeInMessage(response: unknown): string | null {
  try {
    const encoded = withClientData.parse(response).response.clientDataJSON
    if (encoded.length > largest.clientData * 2) return null
    const text = new TextDecoder().decode(Buffer.from(encoded, 'base64url'))
    const { challenge } = withChallenge.parse(JSON.parse(text))
    return /^[\w-]{43}$/.test(challenge) ? challenge : null
  } catch {
    return null
  }
}

function readEnvelope(response: unknown): { id: string; inner: Record<string, unknown> } {
  const read = envelope.safeParse(plainCopy(response))
  insist(read.success, 'envelope')
  const { id, rawId, response: inner } = read.data
  insist(id === rawId, 'credential_id')
  // 16 bytes hold the least entropy the standard allows, 1023 the longest id (7.1 step 25, 6.5.1).
  fromBase64url(id, 16, 1023)
  return { id, inner }
}

/** A copy that is nothing but JSON: no getters, no foreign prototypes, no `__proto__`, of bounded size. */
function plainCopy(response: unknown): unknown {
  try {
    const text = JSON.stringify(response)
    return Buffer.byteLength(text) <= largestMessage ? parseStrictJson(text) : undefined
  } catch {
    return undefined
  }
}

/** Decodes unpadded base64url that has exactly one spelling, of `least` to `most` bytes. */
export function fromBase64url(text: string, least: number, most: number): Uint8Array<ArrayBuffer> {
  insist(text.length <= Math.ceil((most * 4) / 3), 'encoding')
  const bytes = Buffer.from(text, 'base64url')
  insist(bytes.toString('base64url') === text && bytes.length >= least, 'encoding')
  return new Uint8Array(bytes)
}

/** Known words only, each once; junk is dropped, for nothing is decided by them (7.1 step 27). */
const knownTransports = (claimed: unknown[]) => transports.filter((known) => claimed.includes(known))
