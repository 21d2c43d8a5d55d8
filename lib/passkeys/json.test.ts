import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStrictJson } from './json'

test('reads any JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
      fc.pre(!text.includes('__proto__'))
      const spelt = JSON.stringify(JSON.parse(text), null, indent)
      expect(parseStrictJson(spelt)).toEqual(JSON.parse(spelt))
    }),
  )
})

test.each([
  '{"a":1,"a":1}',
  '{"a":1,"\\u0061":2}',
  '[{"b":{"a":1,"c":[],"a":2}}]',
  '{"\\"":1,"\\"":2}',
  '{"a":{},"a":{}}',
  '{"__proto__":1}',
  '[{"x":{"__proto__":{}}}]',
  '{"_\\u005fproto__":1}',
  '{',
  '',
])('refuses %s', (text) => {
  expect(() => parseStrictJson(text)).toThrow(SyntaxError)
})

test.each([
  ['{"a":"a","b":"a"}', { a: 'a', b: 'a' }],
  ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ['{"a":{"a":"}"},"b":"{\\"a\\":"}', { a: { a: '}' }, b: '{"a":' }],
])('keeps apart what only looks named twice: %s', (text, value) => {
  expect(parseStrictJson(text)).toEqual(value)
})
