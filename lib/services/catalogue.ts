/** The services that ship with the product, and an administrator's dated corrections over them. */
import { carriers } from '@/lib/services/catalogue/carriers'
import { emailAndCloud } from '@/lib/services/catalogue/email-and-cloud'
import { finance } from '@/lib/services/catalogue/finance'
import { passwordsAndIdentity } from '@/lib/services/catalogue/passwords-and-identity'
import { socialAndMessaging } from '@/lib/services/catalogue/social-and-messaging'
import { work } from '@/lib/services/catalogue/work'
import { type CatalogueService, type CorrectableField, correctableFields } from '@/lib/services/facts'
import { methodRoles, methods, offered, smsConstraints } from '@/lib/vocabulary'

/** About 90 services, by category, the commonest first within each. */
export const catalogue: readonly CatalogueService[] = [
  ...emailAndCloud,
  ...socialAndMessaging,
  ...carriers,
  ...finance,
  ...passwordsAndIdentity,
  ...work,
]

const byId: ReadonlyMap<string, CatalogueService> = new Map(catalogue.map((service) => [service.id, service]))

/** The service as it ships, without corrections; null for an id that is not in the catalogue. */
export function serviceById(id: string): CatalogueService | null {
  return byId.get(id) ?? null
}

/** An administrator's word on one fact, with the day it was checked. */
export type Correction = { serviceId: string; field: string; value: string; checkedOn: string; madeAt?: Date }

/**
 * The catalogue with corrections over it, by service id. Of several corrections of one fact the latest checked counts,
 * then the latest made. A correction of a service, field or value that is not known changes nothing.
 */
export function withCorrections(
  services: readonly CatalogueService[],
  corrections: readonly Correction[],
): ReadonlyMap<string, CatalogueService> {
  const corrected = new Map(services.map((service) => [service.id, service]))
  for (const correction of [...corrections].sort(byAge)) {
    const service = corrected.get(correction.serviceId)
    const change = service && changeOf(correction.field, correction.value, service)
    if (!change) continue
    const correctedOn = { ...service.correctedOn, [correction.field]: correction.checkedOn }
    corrected.set(service.id, { ...service, ...change, correctedOn })
  }
  return corrected
}

/**
 * May this be stored as a correction? Takes the value as text: 'yes' or 'no', one word of the field's list, or for
 * methods and passkeyUse their words with blanks between (empty: none).
 */
export function isCorrection(serviceId: string, field: string, value: string): field is CorrectableField {
  const service = serviceById(serviceId)
  return service !== null && changeOf(field, value, service) !== null
}

function byAge(one: Correction, other: Correction): number {
  if (one.checkedOn !== other.checkedOn) return one.checkedOn < other.checkedOn ? -1 : 1
  return (one.madeAt?.getTime() ?? 0) - (other.madeAt?.getTime() ?? 0)
}

function changeOf(field: string, value: string, service: CatalogueService): Partial<CatalogueService> | null {
  const known = oneOf(correctableFields, field)
  switch (known) {
    case 'methods': {
      const list = allOf(methods, value)
      if (!list || service.correctedOn?.fidoOffered) return list && { methods: list }
      return { methods: list, fidoOffered: list.includes('fido_security_key') || list.includes('passkey') }
    }
    case 'passkeyUse': {
      const list = allOf(methodRoles, value)
      return list && { passkeyUse: list }
    }
    case 'smsConstraint': {
      const smsConstraint = oneOf(smsConstraints, value)
      return smsConstraint && { smsConstraint }
    }
    case 'carrierPinOffered': {
      const carrierPinOffered = oneOf(offered, value)
      return service.category === 'carrier' && carrierPinOffered ? { carrierPinOffered } : null
    }
    case null:
      return null
    default:
      return value === 'yes' || value === 'no' ? { [known]: value === 'yes' } : null
  }
}

function oneOf<Word extends string>(list: readonly Word[], text: string): Word | null {
  return list.find((word) => word === text) ?? null
}

function allOf<Word extends string>(list: readonly Word[], text: string): Word[] | null {
  const words = text.split(/[ ,]/).filter(Boolean)
  const known = list.filter((word) => words.includes(word))
  return known.length === new Set(words).size ? known : null
}
