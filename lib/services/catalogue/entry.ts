import type { CatalogueService } from '@/lib/services/facts'
import type { Category } from '@/lib/vocabulary'

type Always = 'id' | 'name' | 'domain' | 'methods' | 'bestAvailable'
type Derived = 'category' | 'fidoOffered' | 'asOf' | 'readOn' | 'correctedOn'
type Entry = Pick<CatalogueService, Always> & Partial<Omit<CatalogueService, Always | Derived>>

/** The day the two directories were read. */
const readOn = '2026-08-04'

/** Fills in what most services have nothing to say about. Only what is said stands in the lists. */
export function entries(category: Category, list: readonly Entry[]): CatalogueService[] {
  return list.map((entry) => ({
    category,
    passkeyUse: [],
    smsConstraint: 'none_known',
    advancedProtection: false,
    registeredByPhone: false,
    otherNames: [],
    additionalDomains: [],
    onlyIn: [],
    notIn: [],
    vendorApps: [],
    signsInThrough: null,
    namedInGuidance: null,
    cautions: [],
    lockNames: [],
    ...(category === 'carrier' ? { carrierPinOffered: 'not_known' } : {}),
    ...entry,
    fidoOffered: entry.methods.includes('fido_security_key') || entry.methods.includes('passkey'),
    asOf: readOn,
  }))
}
