import { expect, test } from 'vitest'
import { stoppedBy } from './reports'

const address = 'https://muster.example.org/people/4f0c?token=secret'

test('a report in the older form keeps the rule and the kind, and no address', () => {
  const report = {
    'csp-report': {
      'document-uri': address,
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://elsewhere.example/x.js',
      'script-sample': 'Sam',
    },
  }
  expect(stoppedBy(report)).toEqual([{ directive: 'script-src-elem', blocked: 'address' }])
})

test('a list in the newer form keeps each violation and leaves other reports out', () => {
  const list = [
    {
      type: 'csp-violation',
      url: address,
      body: { effectiveDirective: 'style-src-attr', blockedURL: 'inline' },
    },
    { type: 'deprecation', body: { id: 'x' } },
  ]
  expect(stoppedBy(list)).toEqual([{ directive: 'style-src-attr', blocked: 'inline' }])
})

test('a stranger cannot put words of his own into the log', () => {
  const report = {
    'csp-report': { 'effective-directive': 'Sam has no PIN', 'blocked-uri': 'data:text/html,Sam' },
  }
  expect(stoppedBy(report)).toEqual([{ directive: 'other', blocked: 'data' }])
  for (const body of [null, 'x', 7, {}, [[]], { 'csp-report': 1 }]) expect(stoppedBy(body)).toEqual([])
})

test('a long list is cut', () => {
  const one = { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'eval' } }
  expect(stoppedBy(Array.from({ length: 500 }, () => one))).toHaveLength(20)
})
