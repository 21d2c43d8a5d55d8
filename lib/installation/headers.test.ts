import { expect, test } from 'vitest'
import { newNonce, securityHeaders } from './headers'

const served = securityHeaders({ origin: 'https://muster.example.org', dev: false })
const policy = (csp: string) =>
  new Map(csp.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]))

test('scripts run by nonce alone: nothing inline, nothing evaluated', () => {
  const rules = policy(served.csp('abc'))
  expect(rules.get('script-src')).toEqual(["'nonce-abc'", "'strict-dynamic'"])
  expect(rules.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
  expect(served.csp('abc')).not.toMatch(/unsafe/)
})

test('what no rule names is refused, and nobody may frame the pages or move their base', () => {
  const rules = policy(served.csp('abc'))
  for (const name of ['default-src', 'object-src', 'base-uri', 'frame-ancestors', 'font-src'])
    expect(rules.get(name)).toEqual(["'none'"])
  for (const name of ['img-src', 'connect-src', 'form-action']) expect(rules.get(name)).toEqual(["'self'"])
  expect(rules.get('report-uri')).toEqual(['/api/reports'])
})

test('a single sign-on provider may be where a form leads, and nothing else', () => {
  const { csp } = securityHeaders({
    origin: 'https://muster.example.org',
    dev: false,
    formTargets: ['https://id.example.org'],
  })
  expect(policy(csp('abc')).get('form-action')).toEqual(["'self'", 'https://id.example.org'])
  expect(csp('abc').match(/id\.example\.org/g)).toHaveLength(1)
})

test('encryption is asked for a year over https, and never at a plain address', () => {
  expect(served.headers['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains')
  const plain = securityHeaders({ origin: 'http://localhost:3000', dev: false })
  expect(plain.headers).not.toHaveProperty('Strict-Transport-Security')
  expect(plain.csp('abc')).not.toContain('upgrade-insecure-requests')
})

test('every other header of V3.4 is there, and none lets another origin read', () => {
  expect(served.headers).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
  })
  expect(Object.keys(served.headers).join()).not.toMatch(/access-control/i)
})

test('each answer has a nonce of its own, of 128 bits', () => {
  const nonces = new Set(Array.from({ length: 100 }, newNonce))
  expect(nonces.size).toBe(100)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
})
