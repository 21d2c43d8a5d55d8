import { expect, test } from 'vitest'
import { editions, itemsNewSince, publishedOn } from '@/lib/guidance/history'
import { guidance } from '@/lib/guidance/items'
import { guidanceVersion } from '@/lib/guidance/version'

test('going from 1.0 to 2.0 makes the introduction and the practices for messaging apps due, and nothing else', () => {
  expect([...itemsNewSince('1.0')]).toEqual([
    'CISA-0',
    'G1.4',
    'G1.5',
    'G1.6',
    'G1.7',
    'G1.8',
    'G1.9',
    'G1.10',
    'G1.11',
    'G1.12',
  ])
})

test('under the version that counts nothing is new', () => {
  expect([...itemsNewSince(guidanceVersion)]).toEqual([])
})

test('the version judged by is the newest, and the day it was published is known', () => {
  expect(editions.at(-1)?.version).toBe(guidanceVersion)
  expect(publishedOn(guidanceVersion)).toBe(guidance.publishedOn)
  expect(() => publishedOn('0.9')).toThrow('no such version')
})
