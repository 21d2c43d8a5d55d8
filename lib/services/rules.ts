/** Finding a service by what people type, and what an account there is asked about. */
import { type AccountFacts, type MethodRow, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { catalogue } from '@/lib/services/catalogue'
import { type CatalogueService, methodsAskedWithoutFacts, type ServiceFacts } from '@/lib/services/facts'
import { highByDefault, type Method, type MethodRole, methods } from '@/lib/vocabulary'

/** The services offered before anything is typed: what most people have, the ones that reset others first. */
export const popularServices: readonly CatalogueService[] = [
  'google',
  'microsoft',
  'apple',
  'microsoft-365',
  'facebook',
  'linkedin',
  'whatsapp',
  'signal',
  'instagram',
  'x',
  'amazon',
  'paypal',
].flatMap((id) => catalogue.find((service) => service.id === id) ?? [])

/**
 * The services that a person may mean, best first, at most `most`. Takes a name, a part of one, a domain, an address of
 * a page or an e-mail address; capitals, accents, blanks and punctuation do not matter. Empty for an empty query.
 */
export function searchServices<Service extends CatalogueService>(
  query: string,
  services: readonly Service[],
  most = 8,
): Service[] {
  const asked = fold(hostOf(query))
  if (asked === '') return []
  return services
    .map((service, at) => ({ service, at, rank: rankOf(service, asked) }))
    .filter(({ rank }) => rank < none)
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, most)
    .map(({ service }) => service)
}

/** What an account form starts with, and which questions it need not ask. */
export type AccountStart = {
  /** Nothing is answered: rows of what the service offers, strongest first, and what follows from the service. */
  facts: AccountFacts
  asks: {
    /** Second factor by text message, and whether the service would let it go. */
    smsSecondFactor: boolean
    smsRecovery: boolean
    passwordStillWorks: boolean
    keysOrPasskeys: boolean
    advancedProtection: boolean
    mailboxRecovery: boolean
  }
  /** Id of the service whose account opens this one, or null. */
  signsInThrough: string | null
}

/** Takes a service of the catalogue, or null for one that is named freely. Never answers anything for the person. */
export function defaultsFor(service: CatalogueService | null): AccountStart {
  const offers = methodsAskedFor(service)
  const rows = methods.filter((method) => offers.includes(method)).map((method) => rowOf(method, service))
  const category = service?.category ?? 'other'
  return {
    facts: {
      ...nothingSaidOfAccount,
      category,
      heldAs: service?.cautions.includes('methods_set_by_organisation') ? 'employer' : 'personal',
      value: highByDefault.includes(category) ? 'high' : 'not_sure',
      signsInBy: service?.signsInThrough ? 'another_account' : 'own_sign_in',
      methods: rows,
      advancedProtection: service === null || service.advancedProtection ? 'unanswered' : 'not_applicable',
    },
    asks: {
      smsSecondFactor: service === null || (offersTexts(service) && !service.registeredByPhone),
      smsRecovery: !service?.registeredByPhone,
      passwordStillWorks: rows.some((row) => row.roles.includes('sign_in')),
      keysOrPasskeys: service === null || service.fidoOffered,
      advancedProtection: service?.advancedProtection ?? false,
      mailboxRecovery: !service?.registeredByPhone,
    },
    signsInThrough: service?.signsInThrough ?? null,
  }
}

/** Text messages have questions of their own; where the number is the registration, a code is no factor. */
function methodsAskedFor(service: CatalogueService | null): readonly Method[] {
  if (service === null) return methodsAskedWithoutFacts
  if (!service.registeredByPhone) return service.methods.filter((method) => method !== 'sms_code')
  const registration: readonly Method[] = ['sms_code', 'voice_code', 'email_code']
  return ['app_pin', ...service.methods.filter((method) => !registration.includes(method))]
}

function rowOf(method: Method, service: ServiceFacts | null): MethodRow {
  return { method, roles: rolesOf(method, service), state: 'unanswered' }
}

function rolesOf(method: Method, service: ServiceFacts | null): MethodRole[] {
  if (method !== 'passkey') return ['second_factor']
  return service?.passkeyUse.length ? [...service.passkeyUse] : ['sign_in']
}

function offersTexts(service: ServiceFacts): boolean {
  return service.methods.includes('sms_code') || service.smsConstraint !== 'not_offered'
}

const none = 9

function rankOf(service: CatalogueService, asked: string): number {
  const names = [service.name, ...service.name.split(/[/(),]/), ...service.otherNames]
  const hosts = [service.domain, ...service.additionalDomains]
  const written = [...names, ...hosts].map(fold)
  if (written.includes(asked)) return 0
  if (hosts.some((host) => asked.endsWith(`.${fold(host)}`))) return 1
  if (written.some((text) => text.startsWith(asked))) return 2
  const compact = asked.replaceAll(/[ .-]/g, '')
  if (
    names.some((name) =>
      fold(name)
        .split(' ')
        .some((word) => word.startsWith(asked)),
    )
  )
    return 3
  if (compact !== '' && written.some((text) => text.replaceAll(/[ .-]/g, '').startsWith(compact))) return 4
  if (asked.length > 2 && written.some((text) => text.includes(asked))) return 5
  return none
}

/** sam@gmail.com and https://www.gmail.com/inbox are both gmail.com. */
function hostOf(query: string): string {
  const text = query.trim().slice(0, 200)
  const behindAt = text.slice(text.lastIndexOf('@') + 1)
  return behindAt
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#].*$/s, '')
}

function fold(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return plain.replace(/[^\p{L}\p{N}.-]+/gu, ' ').trim()
}
