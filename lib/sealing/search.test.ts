import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindIndex, indexKeyOf, nameKeys, nameMatches, sameEmail, searchKeys } from '@/lib/sealing/search'

const key = indexKeyOf({ id: 'k1', key: Buffer.alloc(32, 7) })
const found = (name: string, query: string) => {
  const keys = new Set(nameKeys(name, key))
  return searchKeys(query, key).every((asked) => keys.has(asked))
}

describe('a blind index', () => {
  it('gives the same 22 characters for the same value, purpose and key, and others for any other', () => {
    const index = blindIndex('sam@example.org', 'email', key)
    expect(index).toMatch(/^[\w-]{22}$/)
    expect(blindIndex('sam@example.org', 'email', key)).toBe(index)
    expect(blindIndex('sam@example.com', 'email', key)).not.toBe(index)
    expect(blindIndex('sam@example.org', 'handle', key)).not.toBe(index)
    expect(blindIndex('lsam@example.org', 'emai', key)).not.toBe(index)
    expect(
      blindIndex('sam@example.org', 'email', indexKeyOf({ id: 'k1', key: Buffer.alloc(32, 8) })),
    ).not.toBe(index)
  })

  it('finds an address however its letters were typed', () => {
    expect(sameEmail('  Sam.Müller@Example.ORG ')).toBe(sameEmail('sam.mu\u0308ller@example.org'))
    expect(sameEmail('sam@example.org')).not.toBe(sameEmail('sam@example.com'))
  })
})

describe('finding a name by the beginnings of its words', () => {
  it.each([
    ['Rosa Martínez', 'ro'],
    ['Rosa Martínez', 'martinez'],
    ['Rosa Martínez', 'MARTÍNEZ rosa'],
    ['Rosa Marti\u0301nez', 'Martí'],
    ['Rosa Martínez', 'r mart'],
    ["Kim O'Brien", 'obri'],
    ["Kim O'Brien", 'O’Brien'],
    ["Kim O'Brien", 'brien'],
    ['Anne-Marie Søndergård', 'marie sonder'],
    ['Jürgen Groß', 'gross'],
    ['Łukasz Żółć', 'lukasz zol'],
    ['Bartholomew Christopherson', 'christophers'],
    ['İlkay Işık', 'ilkay isik'],
    ['王伟', '王'],
    ['王伟', '王伟'],
    ['김민준', '김'],
    ['محمد علي', 'محم'],
    ['דוד לוי', 'לוי'],
    ['Νίκος', 'ΝΙΚΟΣ'],
    ['Theo', ''],
    ['Theo', '  '],
    ['Theo', 't'],
    ['Sam Otto', 'sam o'],
  ])('%s is found by "%s"', (name, query) => {
    expect(found(name, query)).toBe(true)
    if (query.trim().length > 1 && name !== 'Theo') expect(nameMatches(name, query)).toBe(true)
  })

  it.each([
    ['Rosa Martínez', 'osa'],
    ['Rosa Martínez', 'rosa lee'],
    ['Rosa Martínez', 'martins'],
    ['王伟', '伟'],
    ['Sam', 'samuel'],
  ])('%s is not found by "%s"', (name, query) => {
    expect(found(name, query)).toBe(false)
    expect(nameMatches(name, query)).toBe(false)
  })

  it('may bring a longer word than asked for, which the opened name then settles', () => {
    expect(found('Christopher Lee', 'christophorus')).toBe(true)
    expect(nameMatches('Christopher Lee', 'christophorus')).toBe(false)
    expect(nameMatches('Christopher Lee', 'christopher')).toBe(true)
  })

  it('keeps at most 40 keys, all different, in an order that tells nothing', () => {
    const long = 'Maximiliana Bartholomea Christophera Dominiquette Evangelinah Ferdinandos Gwendolynne'
    const keys = nameKeys(long, key)
    expect(keys).toHaveLength(40)
    expect(new Set(keys).size).toBe(40)
    expect(keys).toEqual([...keys].sort())
    expect(nameKeys('x'.repeat(120), key)).toHaveLength(7)
    expect(nameKeys('', key)).toEqual([])
  })

  it('finds each name of up to five words by each of its words, cut anywhere from two letters on', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdéñöш'), minLength: 2, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (words, which, cut) => {
        const asked = words[which % words.length] ?? ''
        expect(found(words.join(' '), asked.slice(0, 2 + (cut % 13)))).toBe(true)
      }),
    )
  })
})
