/**
 * The files of the 2FA Directory (version 3 and 4 of its API) and of the Passkeys Directory (version 1), as their own
 * documentation and schemas describe them. What a file says of services that we do not know is counted and left out.
 */
import { z } from 'zod'
import { catalogue } from '@/lib/services/catalogue'
import {
  type DirectoryFacts,
  type DirectoryForm,
  directoryMethods,
  type PasskeyFact,
  type TwoFactorFact,
} from '@/lib/services/directory/facts'
import { type JsonProblem, readJson } from '@/lib/services/directory/json'

/** The largest file, in bytes, and how deep its brackets go: the directories use four levels. */
export const directoryLimits = { maxBytes: 2_000_000, maxDepth: 8 }

export type DirectoryProblem = JsonProblem | 'not_a_directory' | 'nothing_known'
export type DirectoryRead =
  | {
      ok: true
      form: DirectoryForm
      facts: DirectoryFacts
      /** Entries of services that are not in our list. */
      leftOut: number
      /** Ids of services whose entry holds what no version describes: they stay as they are. */
      unread: string[]
    }
  | { ok: false; problem: DirectoryProblem }

/** One entry of a file: the domains it speaks of, the first being its own, and what it says. */
type Entry = { domains: string[]; says: Readonly<Record<string, unknown>> }

/** What a file says of the services in the list, each at most once. */
export function readDirectory(bytes: Uint8Array): DirectoryRead {
  const json = readJson(bytes, directoryLimits)
  if (!json.ok) return json
  const file = entriesOf(json.value)
  if (!file) return { ok: false, problem: 'not_a_directory' }
  const matched = matching(file.entries)
  if (matched.size === 0) return { ok: false, problem: 'nothing_known' }
  const unread: string[] = []
  const read = <Fact>(of: (serviceId: string, says: Entry['says']) => Fact | null): Fact[] =>
    [...matched].flatMap(([serviceId, { entry }]) => {
      const fact = of(serviceId, entry.says)
      if (fact === null) unread.push(serviceId)
      return fact ?? []
    })
  const facts: DirectoryFacts =
    file.form === 'passkeys_v1'
      ? { source: 'passkeys_directory', services: read(passkeyFact) }
      : {
          source: '2fa_directory',
          services: read((id, says) =>
            twoFactorFact(id, file.form === '2fa_v3' ? says.tfa : says.methods, says),
          ),
        }
  const known = file.entries.filter(({ domains }) => domains.some((domain) => serviceOf.has(domain)))
  return { ok: true, form: file.form, facts, leftOut: file.entries.length - known.length, unread }
}

/** Version 3 is a list of names with entries; the other two are entries by domain, told apart by what they say. */
function entriesOf(value: unknown): { form: DirectoryForm; entries: Entry[] } | null {
  if (Array.isArray(value)) {
    const entries = value.map(namedEntry)
    return entries.every((entry) => entry !== null) ? { form: '2fa_v3', entries } : null
  }
  if (!isObject(value)) return null
  const entries = Object.entries(value).map(([domain, says]) =>
    isDomain(domain) && isObject(says) ? { domains: [folded(domain)], says } : null,
  )
  if (!entries.every((entry) => entry !== null)) return null
  const says = (...keys: string[]) =>
    entries.some((entry) => keys.some((key) => Object.hasOwn(entry.says, key)))
  const twoFactor = says('methods')
  if (twoFactor === says('passwordless', 'mfa')) return null
  return { form: twoFactor ? '2fa_v4' : 'passkeys_v1', entries }
}

/** `["GitHub", { "domain": "github.com", "additional-domains": [...], … }]` */
function namedEntry(item: unknown): Entry | null {
  if (!Array.isArray(item) || item.length !== 2) return null
  const [name, says]: unknown[] = item
  if (typeof name !== 'string' || !isObject(says) || !isDomain(says.domain)) return null
  const more = z.array(z.string()).safeParse(says['additional-domains'])
  return { domains: [says.domain, ...(more.success ? more.data : [])].map(folded), says }
}

/** The entry that speaks of each service: the one with its own domain before one with another of its domains. */
function matching(entries: readonly Entry[]): Map<string, { entry: Entry; rank: number }> {
  const found = new Map<string, { entry: Entry; rank: number }>()
  for (const entry of entries) {
    entry.domains.forEach((domain, place) => {
      const service = serviceOf.get(domain)
      if (!service) return
      const rank = service.rank + (place === 0 ? 0 : 2)
      if (rank < (found.get(service.id)?.rank ?? Number.POSITIVE_INFINITY))
        found.set(service.id, { entry, rank })
    })
  }
  return found
}

/** In the Passkeys Directory Apple stands under the address its account is managed at. */
const furtherDomains: Readonly<Record<string, string>> = { 'appleid.apple.com': 'apple' }

/** Later entries of the list win: a service's own domain over another's further one. */
const serviceOf: ReadonlyMap<string, { id: string; rank: number }> = new Map([
  ...Object.entries(furtherDomains).map(([domain, id]) => at(domain, id, 1)),
  ...catalogue.flatMap(({ id, additionalDomains }) => additionalDomains.map((domain) => at(domain, id, 1))),
  ...catalogue.map(({ id, domain }) => at(domain, id, 0)),
])

function at(domain: string, id: string, rank: number): [string, { id: string; rank: number }] {
  return [domain, { id, rank }]
}

const twoFactorShape = z.array(z.enum(directoryMethods)).max(20)
const namesShape = z.array(z.string().max(200)).max(100)
/** How the names of a service's own software tell that a request is approved with it. */
const approvesBy = /push|prompt|approv|notif/i

/** A service without methods has none: it stands in the directory so that people ask it for one. */
function twoFactorFact(serviceId: string, methods: unknown, says: Entry['says']): TwoFactorFact | null {
  const listed = twoFactorShape.safeParse(methods ?? [])
  const names = namesShape.safeParse(says['custom-software'] ?? [])
  if (!listed.success || !names.success) return null
  return {
    serviceId,
    methods: [...new Set(listed.data)],
    approves: names.data.some((name) => approvesBy.test(name)),
  }
}

const passkeyShape = z.object({
  passwordless: z.enum(['allowed', 'required']).optional(),
  mfa: z.enum(['allowed', 'required']).optional(),
})

function passkeyFact(serviceId: string, says: Entry['says']): PasskeyFact | null {
  const read = passkeyShape.safeParse(says)
  if (!read.success) return null
  return {
    serviceId,
    signsIn: read.data.passwordless !== undefined,
    secondFactor: read.data.mfa !== undefined,
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isDomain = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 253 && /^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/i.test(value)
const folded = (domain: string) =>
  domain
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '')
