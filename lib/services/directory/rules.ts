/** The facts of a directory's file over those that ship, and what a file would change. */
import type { DatedFacts, DirectoryMethod, PasskeyFact, TwoFactorFact } from '@/lib/services/directory/facts'
import { type CatalogueService, type CorrectableField, correctableFields } from '@/lib/services/facts'
import { type Method, type MethodRole, methods, type SmsConstraint } from '@/lib/vocabulary'

type InTime = { readOn: string; appliedAt: Date }

/** Of several files of one directory only the latest fetched counts, then the latest applied. */
export function inForce<File extends DatedFacts & InTime>(files: readonly File[]): File[] {
  const latest = new Map<string, File>()
  for (const file of files) {
    const other = latest.get(file.source)
    if (!other || isLater(file, other)) latest.set(file.source, file)
  }
  return [...latest.values()]
}

function isLater(one: InTime, other: InTime): boolean {
  if (one.readOn !== other.readOn) return one.readOn > other.readOn
  return one.appliedAt.getTime() > other.appliedAt.getTime()
}

/**
 * The services as the files say, each fact of a file only where it is newer than the day the shipped one was read. The
 * two directories speak of different things and are laid over each other in one order, whichever came first.
 */
export function withDirectories(
  services: readonly CatalogueService[],
  files: readonly DatedFacts[],
): CatalogueService[] {
  const twoFactor = new Map<string, TwoFactorFact & { readOn: string }>()
  const passkeys = new Map<string, PasskeyFact & { readOn: string }>()
  for (const { readOn, ...file } of files) {
    if (file.source === '2fa_directory')
      for (const fact of file.services) twoFactor.set(fact.serviceId, { ...fact, readOn })
    else for (const fact of file.services) passkeys.set(fact.serviceId, { ...fact, readOn })
  }
  return services.map((service) => {
    const factors = twoFactor.get(service.id)
    const keys = passkeys.get(service.id)
    let now = service
    if (factors && factors.readOn > service.asOf) now = withFactors(now, factors)
    if (keys && keys.readOn > service.asOf) now = withPasskeys(now, keys)
    return now
  })
}

/** What the 2FA Directory calls each of our methods; passkeys, PINs and backup codes are none of its matters. */
const calledThere: Readonly<Partial<Record<Method, DirectoryMethod>>> = {
  fido_security_key: 'u2f',
  authenticator_code: 'totp',
  sms_code: 'sms',
  voice_code: 'call',
  email_code: 'email',
  app_approval: 'custom-software',
  vendor_code_app: 'custom-software',
  other: 'custom-software',
  hardware_code_token: 'custom-hardware',
  piv_cac: 'custom-hardware',
}

function withFactors(service: CatalogueService, fact: TwoFactorFact & { readOn: string }): CatalogueService {
  const offered = methods.filter((method) => {
    const called = calledThere[method]
    if (!called) return service.methods.includes(method)
    if (!fact.methods.includes(called)) return false
    if (called !== 'custom-software' && called !== 'custom-hardware') return true
    // The file says only that there is something of the service's own: what we know of it stands.
    const known = service.methods.filter((one) => calledThere[one] === called)
    return known.length > 0 ? known.includes(method) : method === assumed(called, fact)
  })
  return {
    ...offering(service, offered),
    smsConstraint: smsConstraintAfter(service, offered),
    readOn: { ...service.readOn, '2fa_directory': fact.readOn },
  }
}

const assumed = (called: 'custom-software' | 'custom-hardware', fact: TwoFactorFact): Method => {
  if (called === 'custom-hardware') return 'hardware_code_token'
  return fact.approves ? 'app_approval' : 'vendor_code_app'
}

/** The file lists methods, not whether one lets go: what we know stays, unless the list contradicts it. */
function smsConstraintAfter(service: CatalogueService, offered: readonly Method[]): SmsConstraint {
  const { smsConstraint: before } = service
  if (service.registeredByPhone) return before
  if (!offered.includes('sms_code')) return service.methods.includes('sms_code') ? 'not_offered' : before
  const alone = offered.every((method) => ['sms_code', 'voice_code', 'backup_codes'].includes(method))
  if (before === 'not_offered' || before === 'none_known') return alone ? 'only_second_factor' : 'none_known'
  return before === 'only_second_factor' && !alone ? 'none_known' : before
}

function withPasskeys(service: CatalogueService, fact: PasskeyFact & { readOn: string }): CatalogueService {
  const readOn = { ...service.readOn, passkeys_directory: fact.readOn }
  // The published file repeats every security key of the 2FA Directory as a second factor: that is no passkey yet.
  const onlyAKey = service.methods.includes('fido_security_key') && !service.methods.includes('passkey')
  if (onlyAKey && !fact.signsIn) return { ...service, readOn }
  const passkeyUse: MethodRole[] = []
  if (fact.signsIn) passkeyUse.push('sign_in')
  if (fact.secondFactor) passkeyUse.push('second_factor')
  const offered = methods.filter((method) =>
    method === 'passkey' ? passkeyUse.length > 0 : service.methods.includes(method),
  )
  return { ...offering(service, offered), passkeyUse, readOn }
}

function offering(service: CatalogueService, offered: readonly Method[]): CatalogueService {
  const same =
    offered.length === service.methods.length && offered.every((one) => service.methods.includes(one))
  return {
    ...service,
    methods: same ? service.methods : offered,
    fidoOffered: offered.includes('fido_security_key') || offered.includes('passkey'),
  }
}

/** A fact of a service in words with blanks between, as corrections take it; '' where a list is empty. */
export function writtenFact(service: CatalogueService, field: CorrectableField): string {
  const value = service[field]
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === undefined) return 'not_known'
  return typeof value === 'string' ? value : value.join(' ')
}

export type FactChange = { serviceId: string; field: CorrectableField; from: string; to: string }

/** Every fact that differs between two states of the list. The order of words in a list is no difference. */
export function changesBetween(
  before: Iterable<CatalogueService>,
  after: ReadonlyMap<string, CatalogueService>,
): FactChange[] {
  const sorted = (written: string) => written.split(' ').sort().join(' ')
  return [...before].flatMap((service) => {
    const then = after.get(service.id) ?? service
    return correctableFields.flatMap((field) => {
      const [from, to] = [writtenFact(service, field), writtenFact(then, field)]
      return sorted(from) === sorted(to) ? [] : [{ serviceId: service.id, field, from, to }]
    })
  })
}
