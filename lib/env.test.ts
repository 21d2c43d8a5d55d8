import { describe, expect, it } from 'vitest'
import { EnvironmentProblem, parseEnvironment } from '@/lib/env'

const parse = (source: Record<string, string>) => parseEnvironment(source, '/srv/muster')
const sentence = (source: Record<string, string>): string => {
  try {
    parse(source)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentProblem)
    return error instanceof Error ? error.message : ''
  }
}

describe('the settings', () => {
  it('need none to be given', () => {
    expect(parse({})).toEqual({
      origin: 'http://localhost:3000',
      relyingParty: 'localhost',
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/srv/muster/.data',
      keyFile: '/srv/muster/.data/muster.key',
      databaseUrl: null,
      poolSize: 10,
      roomToWrite: 100 * 1024 * 1024,
      trustProxy: false,
      demo: false,
    })
  })

  it('follow one another: the origin the port, the key file the data folder', () => {
    const env = parse({ PORT: '8080', MUSTER_DATA: '/var/lib/muster' })
    expect(env.origin).toBe('http://localhost:8080')
    expect(env.keyFile).toBe('/var/lib/muster/muster.key')
    expect(parse({ MUSTER_DATA: 'here', MUSTER_KEY_FILE: 'keys/one' })).toMatchObject({
      dataFolder: '/srv/muster/here',
      keyFile: '/srv/muster/keys/one',
    })
  })

  it('take an origin with or without a slash at its end, and make its host the relying party', () => {
    for (const MUSTER_ORIGIN of ['https://muster.example.org', 'https://muster.example.org/'])
      expect(parse({ MUSTER_ORIGIN })).toMatchObject({
        origin: 'https://muster.example.org',
        relyingParty: 'muster.example.org',
      })
    expect(parse({ MUSTER_ORIGIN: 'https://muster.example.org:8443' }).origin).toBe(
      'https://muster.example.org:8443',
    )
  })

  it('count an empty value as not given', () => {
    expect(parse({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 })
  })

  it.each([
    [{ MUSTER_ORIGIN: 'http://muster.example.org' }],
    [{ MUSTER_ORIGIN: 'http://127.0.0.1:3000' }],
    [{ MUSTER_ORIGIN: 'https://muster.example.org/app' }],
    [{ MUSTER_ORIGIN: 'https://user@muster.example.org' }],
    [{ MUSTER_ORIGIN: 'HTTPS://muster.example.org' }],
    [{ MUSTER_ORIGIN: 'muster.example.org' }],
    [{ MUSTER_ORIGIN: 'ftp://localhost' }],
    [{ PORT: '0' }],
    [{ PORT: '65536' }],
    [{ PORT: '80a' }],
    [{ PORT: '1e3' }],
    [{ MUSTER_HOST: 'here and there' }],
    [{ DATABASE_URL: 'mysql://localhost/muster' }],
    [{ DATABASE_URL: 'postgres://localhost' }],
    [{ DATABASE_URL: 'localhost:5432/muster' }],
    [{ MUSTER_POOL: '0' }],
    [{ MUSTER_ROOM_MB: '-1' }],
    [{ MUSTER_TRUST_PROXY: 'yes' }],
    [{ MUSTER_DEMO: 'true' }],
  ])('name the one that is wrong in one sentence: %o', (source) => {
    const said = sentence(source)
    expect(said).toMatch(/^[^\n]+\.$/)
    expect(said).toContain(Object.keys(source)[0])
  })

  it('never repeat an address of a database, which may hold a password', () => {
    expect(sentence({ DATABASE_URL: 'mysql://muster:secret@localhost/muster' })).not.toContain('secret')
  })
})
