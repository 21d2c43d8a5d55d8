/**
 * Field encryption at rest: AES-256-GCM under a key for each person, which is wrapped by the installation's key.
 * Text form `s1.<installation key id>.<iv>.<ciphertext and tag>`, parts in base64url (ASVS V11.2.2, V11.3.2, V11.3.3).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** The key of the installation: 32 bytes, kept in a file outside the database. Its id stands in every sealed value. */
export type InstallationKey = { id: string; key: Uint8Array }

/** Seals the fields of one person, or of the organisation where personId is null. 32 bytes. */
export type PersonKey = { personId: string | null; installationKeyId: string; key: Uint8Array }

/** Where a sealed value stands. A value moved to another place does not open there. */
export type Place = { table: string; column: string; personId: string | null; rowId: string }

/** The only answer to a wrong key, tag, place, version or shape: it says nothing of which (ASVS V11.2.5). */
export class CannotOpen extends Error {
  constructor() {
    super('A sealed value cannot be opened.')
    this.name = 'CannotOpen'
  }
}

/** Makes a new data key for one person, to be stored wrapped by this installation key. */
export function newPersonKey(personId: string, installation: InstallationKey): PersonKey {
  return { personId, installationKeyId: installation.id, key: randomBytes(keyBytes) }
}

/** Wraps a person's data key (32 bytes) for storing. Only this person's id and this installation key unwrap it. */
export function wrapKey(personKey: Uint8Array, personId: string, installation: InstallationKey): string {
  if (personKey.length !== keyBytes) throw new TypeError('A data key has 32 bytes.')
  return encrypt('w1', personKey, installation.key, installation.id, ['person_key', personId])
}

/** The inverse of wrapKey. Throws CannotOpen for a wrong person, key, version or shape. */
export function unwrapKey(wrapped: string, personId: string, installation: InstallationKey): PersonKey {
  const key = decrypt('w1', wrapped, installation.key, installation.id, ['person_key', personId])
  if (key.length !== keyBytes) throw new CannotOpen()
  return { personId, installationKeyId: installation.id, key }
}

/** The key for what belongs to no person, such as a staged import. Derived: nothing to store, the same at each start. */
export function organisationKey(installation: InstallationKey): PersonKey {
  const key = new Uint8Array(
    hkdfSync('sha256', installation.key, '', 'muster organisation fields 1', keyBytes),
  )
  return { personId: null, installationKeyId: installation.id, key }
}

/**
 * Seals a text for one place. Takes well-formed Unicode of any length; the result is about 4/3 of its bytes plus 44.
 * Throws TypeError where the key belongs to somebody else than the place, or the text holds half a surrogate pair.
 */
export function seal(plain: string, place: Place, key: PersonKey): string {
  if (key.personId !== place.personId) throw new TypeError('A key seals only what belongs to its own person.')
  return encrypt('s1', utf8(plain), key.key, key.installationKeyId, partsOf(place))
}

/** Opens what seal made. Throws CannotOpen for any wrong key, place, tag, version or shape. */
export function open(sealed: string, place: Place, key: PersonKey): string {
  if (key.personId !== place.personId) throw new CannotOpen()
  return Buffer.from(decrypt('s1', sealed, key.key, key.installationKeyId, partsOf(place))).toString('utf8')
}

/** The id of the installation key that a sealed value or wrapped key needs. Throws CannotOpen if it is neither. */
export function keyIdOf(sealedOrWrapped: string): string {
  const shape = shapeOf(sealedOrWrapped)
  if (!shape) throw new CannotOpen()
  return shape.keyId
}

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
type Version = 's1' | 'w1'

function encrypt(
  version: Version,
  plain: Uint8Array,
  key: Uint8Array,
  keyId: string,
  parts: readonly string[],
) {
  if (!keyIdShape.test(keyId))
    throw new TypeError('A key id has 1 to 64 letters, digits, hyphens or underscores.')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  cipher.setAAD(bindingOf([version, keyId, ...parts]))
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return [version, keyId, iv.toString('base64url'), body.toString('base64url')].join('.')
}

function decrypt(
  version: Version,
  sealed: string,
  key: Uint8Array,
  keyId: string,
  parts: readonly string[],
): Uint8Array {
  const shape = shapeOf(sealed)
  if (shape?.version !== version || shape.keyId !== keyId) throw new CannotOpen()
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, shape.iv, { authTagLength: tagBytes })
    decipher.setAAD(bindingOf([version, keyId, ...parts]))
    decipher.setAuthTag(shape.body.subarray(-tagBytes))
    return Buffer.concat([decipher.update(shape.body.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new CannotOpen()
  }
}

const keyIdShape = /^[A-Za-z0-9_-]{1,64}$/

function shapeOf(sealed: unknown) {
  if (typeof sealed !== 'string') return null
  const [version, keyId, ivText, bodyText, ...rest] = sealed.split('.', 5)
  if ((version !== 's1' && version !== 'w1') || !keyId || !keyIdShape.test(keyId) || rest.length > 0)
    return null
  const iv = bytesOf(ivText)
  const body = bytesOf(bodyText)
  if (iv?.length !== ivBytes || !body || body.length < tagBytes) return null
  return { version, keyId, iv, body }
}

/** Node forgives wrong characters and spare bits in base64url; a sealed value has exactly one spelling. */
function bytesOf(text: string | undefined): Buffer | null {
  if (text === undefined) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

function partsOf(place: Place): string[] {
  const owner = place.personId === null ? ['organisation', ''] : ['person', place.personId]
  return [place.table, place.column, ...owner, place.rowId]
}

/** Each part behind its length, so that no two lists of parts give the same bytes. */
function bindingOf(parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = utf8(part)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

function utf8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  // Half a surrogate pair would be stored as a replacement character: refuse rather than change what was written.
  if (bytes.toString('utf8') !== text) throw new TypeError('Text holds half of a surrogate pair.')
  return bytes
}
