import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue, isCorrection, serviceById, withCorrections } from '@/lib/services/catalogue'
import { methods } from '@/lib/vocabulary'
import { cautionSentences, smsConstraintSentences } from '@/lib/words/services'

const source = '../shared/data/services.json'
const ourWord: Record<string, string> = {
  totp: 'authenticator_code',
  push: 'app_approval',
  sms: 'sms_code',
  voice: 'voice_code',
  email: 'email_code',
  smart_card: 'piv_cac',
  app_biometrics: 'other',
  voice_biometrics: 'other',
}
type Row = {
  id: string
  name: string
  domain: string
  category: string
  methods: string[]
  fido_available: boolean
  passkey_use: string[]
  best_available: string
  sms_constraint: string
  vendor_apps: string[]
  regions: string[]
  additional_domains: string[]
  as_of: string
}

describe('the catalogue', () => {
  it.skipIf(!existsSync(source))(`carries every fact of the source (needs ${source})`, () => {
    const rows: Row[] = JSON.parse(readFileSync(source, 'utf8'))
    const expected = rows.map((row) => ({
      id: row.id,
      name: row.name,
      domain: row.domain,
      category: row.category,
      methods: [...new Set(row.methods.map((method) => ourWord[method] ?? method))].sort(),
      fidoOffered: row.fido_available,
      passkeyUse: row.passkey_use,
      bestAvailable: row.best_available,
      smsConstraint: row.sms_constraint,
      vendorApps: row.vendor_apps,
      regions: row.regions,
      additionalDomains: row.additional_domains,
      asOf: row.as_of,
    }))
    const ours = catalogue.map((service) => ({
      id: service.id,
      name: service.name,
      domain: service.domain,
      category: service.category,
      methods: [...service.methods].sort(),
      fidoOffered: service.fidoOffered,
      passkeyUse: service.passkeyUse,
      bestAvailable: service.bestAvailable,
      smsConstraint: service.smsConstraint,
      vendorApps: service.vendorApps,
      regions: [...service.onlyIn, ...service.notIn.map((region) => `-${region}`)],
      additionalDomains: service.additionalDomains,
      asOf: service.asOf,
    }))
    const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
    expect(ours.sort(byId)).toEqual(expected.sort(byId))
  })

  it('has about 90 services, each id once, with known words only', () => {
    expect(catalogue.length).toBeGreaterThan(85)
    expect(new Set(catalogue.map((service) => service.id)).size).toBe(catalogue.length)
    for (const service of catalogue) {
      expect(methods).toEqual(expect.arrayContaining([...service.methods]))
      expect(service.signsInThrough === null || serviceById(service.signsInThrough)).not.toBeNull()
      expect(smsConstraintSentences[service.smsConstraint]).toMatch(/\.$/)
      for (const caution of service.cautions) expect(cautionSentences[caution]).toMatch(/\.$/)
      expect('carrierPinOffered' in service).toBe(service.category === 'carrier')
    }
  })

  it('knows which services are registered by phone number, and which have Advanced Protection', () => {
    const ids = (test: (service: (typeof catalogue)[number]) => boolean) =>
      catalogue.filter(test).map(({ id }) => id)
    expect(ids((service) => service.registeredByPhone)).toEqual(['signal', 'whatsapp', 'telegram'])
    expect(ids((service) => service.advancedProtection)).toEqual(['google'])
    expect(ids((service) => service.carrierPinOffered === 'yes')).toEqual(['verizon', 'att'])
    expect(ids((service) => service.carrierPinOffered === 'no')).toEqual([])
  })

  it('counts a passkey for signing in as FIDO, which one of the two sources alone leaves out', () => {
    expect(serviceById('microsoft')?.fidoOffered).toBe(true)
    expect(serviceById('att')?.fidoOffered).toBe(false)
    expect(serviceById('nowhere')).toBeNull()
  })
})

describe("an administrator's corrections", () => {
  const on = (checkedOn: string, serviceId: string, field: string, value: string, madeAt?: Date) => ({
    serviceId,
    field,
    value,
    checkedOn,
    ...(madeAt ? { madeAt } : {}),
  })

  it('stand over the catalogue with their date, and leave all else as it is', () => {
    const corrected = withCorrections(catalogue, [
      on('2026-11-01', 'att', 'methods', 'sms_code authenticator_code'),
    ])
    expect(corrected.size).toBe(catalogue.length)
    expect(corrected.get('att')).toEqual({
      ...serviceById('att'),
      methods: ['authenticator_code', 'sms_code'],
      correctedOn: { methods: '2026-11-01' },
    })
    expect(corrected.get('verizon')).toBe(serviceById('verizon'))
    expect(serviceById('att')?.methods).toEqual(['sms_code'])
  })

  it('the latest checked of a fact counts, then the latest made, in whatever order they come', () => {
    const corrections = [
      on('2026-11-02', 'x', 'smsConstraint', 'not_offered', new Date('2026-11-05T10:00:00Z')),
      on('2026-10-01', 'x', 'smsConstraint', 'cannot_be_disabled', new Date('2026-11-09T10:00:00Z')),
      on('2026-11-02', 'x', 'smsConstraint', 'needed_to_set_up', new Date('2026-11-03T10:00:00Z')),
    ]
    for (const order of [corrections, [...corrections].reverse()]) {
      const service = withCorrections(catalogue, order).get('x')
      expect(service?.smsConstraint).toBe('not_offered')
      expect(service?.correctedOn).toEqual({ smsConstraint: '2026-11-02' })
    }
  })

  it('a corrected list of methods decides whether FIDO is offered, unless that is corrected by itself', () => {
    const withKey = on('2026-11-01', 'instagram', 'methods', 'passkey, authenticator_code')
    const noFido = on('2026-10-01', 'instagram', 'fidoOffered', 'no')
    expect(withCorrections(catalogue, [withKey]).get('instagram')?.fidoOffered).toBe(true)
    expect(withCorrections(catalogue, [withKey, noFido]).get('instagram')?.fidoOffered).toBe(false)
  })

  it.each([
    ['att', 'carrierPinOffered', 'no', true],
    ['google', 'carrierPinOffered', 'no', false],
    ['google', 'advancedProtection', 'no', true],
    ['google', 'advancedProtection', 'maybe', false],
    ['google', 'methods', '', true],
    ['google', 'methods', 'passkey carrier_pigeon', false],
    ['google', 'passkeyUse', 'sign_in', true],
    ['google', 'smsConstraint', 'none', false],
    ['google', 'name', 'Evil', false],
    ['google', '__proto__', 'yes', false],
    ['nowhere', 'fidoOffered', 'yes', false],
  ])('%s: %s = "%s" may be stored: %s', (serviceId, field, value, may) => {
    expect(isCorrection(serviceId, field, value)).toBe(may)
    const changed = withCorrections(catalogue, [on('2026-11-01', serviceId, field, value)])
    expect([...changed.values()].some((service) => service.correctedOn !== undefined)).toBe(may)
  })
})
