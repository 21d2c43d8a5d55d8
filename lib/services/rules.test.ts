import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountFacts } from '@/lib/accounts/facts'
import { catalogue, serviceById, withCorrections } from '@/lib/services/catalogue'
import { defaultsFor, popularServices, searchServices } from '@/lib/services/rules'

const found = (query: string) => searchServices(query, catalogue).map((service) => service.id)

describe('searching for a service', () => {
  it.each([
    ['gmail', 'google'],
    ['Gmail.com', 'google'],
    ['sam@gmail.com', 'google'],
    ['https://www.linkedin.com/in/sam?x=1', 'linkedin'],
    ['login.github.com', 'github'],
    ['hotmail', 'microsoft'],
    ['icloud', 'apple'],
    ['apple id', 'apple'],
    ['twitter', 'x'],
    ['x', 'x'],
    ['AT&T', 'att'],
    ['att', 'att'],
    ['tmobile', 't-mobile'],
    ['T Mobile', 't-mobile'],
    ['bank of am', 'bank-of-america'],
    ['amex', 'american-express'],
    ['turbotax', 'intuit'],
    ['whats', 'whatsapp'],
    ['1pass', '1password'],
    ['fácebook', 'facebook'],
    ['ＰＡＹＰＡＬ', 'paypal'],
    ['wells', 'wells-fargo'],
    ['federal', 'navy-federal'],
    ['security', 'ssa'],
  ])('"%s" brings %s first', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  it('brings nothing for nothing, and nothing for what is not there', () => {
    expect(found('')).toEqual([])
    expect(found('  @ ')).toEqual([])
    expect(found('zzzz')).toEqual([])
  })

  it('brings at most as many as asked for, each once, and takes any text', () => {
    expect(searchServices('a', catalogue, 3)).toHaveLength(3)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const ids = found(query)
        expect(ids.length).toBeLessThanOrEqual(8)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('finds every service by its name and by its domain', () => {
    for (const service of catalogue) {
      expect(found(service.name)[0]).toBe(service.id)
      expect(found(service.domain)[0]).toBe(service.id)
    }
  })

  it('offers the ones most people have before anything is typed', () => {
    expect(popularServices.map((service) => service.id).slice(0, 3)).toEqual(['google', 'microsoft', 'apple'])
    expect(popularServices).toHaveLength(12)
  })
})

describe('what an account form starts with', () => {
  it('never answers anything for the person', () => {
    for (const service of [...catalogue, null]) {
      const { facts } = defaultsFor(service)
      expect(accountFacts.safeParse(facts).success).toBe(true)
      expect(facts.methods.every((row) => row.state === 'unanswered')).toBe(true)
      expect(new Set(facts.methods.map((row) => row.method)).size).toBe(facts.methods.length)
      expect([
        facts.smsSecondFactor,
        facts.smsRecovery,
        facts.passwordStillWorks,
        facts.mailboxRecovery,
      ]).toEqual(Array(4).fill('unanswered'))
    }
  })

  it('lists what a Google account offers, keys first, and asks about text messages and Advanced Protection apart', () => {
    const start = defaultsFor(serviceById('google'))
    expect(start.facts.methods.map((row) => row.method)).toEqual([
      'fido_security_key',
      'passkey',
      'authenticator_code',
      'app_approval',
      'vendor_code_app',
      'voice_code',
    ])
    expect(start.facts.methods[1]?.roles).toEqual(['sign_in', 'second_factor'])
    expect(start.facts).toMatchObject({ category: 'email', value: 'high', advancedProtection: 'unanswered' })
    expect(start.asks).toEqual({
      smsSecondFactor: true,
      smsRecovery: true,
      passwordStillWorks: true,
      keysOrPasskeys: true,
      advancedProtection: true,
      mailboxRecovery: true,
    })
  })

  it('asks Signal for its PIN, not for the code that registers the number', () => {
    const start = defaultsFor(serviceById('signal'))
    expect(start.facts.methods).toEqual([
      { method: 'app_pin', roles: ['second_factor'], state: 'unanswered' },
    ])
    expect(start.asks).toMatchObject({ smsSecondFactor: false, smsRecovery: false, keysOrPasskeys: false })
    expect(defaultsFor(serviceById('whatsapp')).facts.methods.map((row) => row.method)).toEqual([
      'passkey',
      'app_pin',
    ])
  })

  it('does not ask for text messages where none are offered, nor for keys where there is no FIDO', () => {
    expect(defaultsFor(serviceById('tuta')).asks.smsSecondFactor).toBe(false)
    expect(defaultsFor(serviceById('box')).asks).toMatchObject({
      smsSecondFactor: true,
      keysOrPasskeys: false,
    })
    expect(defaultsFor(serviceById('tuta')).facts.advancedProtection).toBe('not_applicable')
  })

  it('points OneDrive to the Microsoft account that opens it', () => {
    const start = defaultsFor(serviceById('onedrive'))
    expect(start.signsInThrough).toBe('microsoft')
    expect(start.facts.signsInBy).toBe('another_account')
  })

  it('follows a correction', () => {
    const corrected = withCorrections(catalogue, [
      { serviceId: 'box', field: 'methods', value: 'passkey authenticator_code', checkedOn: '2026-11-01' },
    ]).get('box')
    expect(defaultsFor(corrected ?? null).facts.methods.map((row) => row.method)).toEqual([
      'passkey',
      'authenticator_code',
    ])
  })

  it('asks everything of a service named freely, and takes its value as not decided', () => {
    const start = defaultsFor(null)
    expect(start.facts).toMatchObject({ category: 'other', value: 'not_sure', fidoOffered: 'not_known' })
    expect(start.asks).toMatchObject({ smsSecondFactor: true, smsRecovery: true, keysOrPasskeys: true })
  })
})
