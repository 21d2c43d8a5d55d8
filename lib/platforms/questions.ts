/** What is asked of each kind of thing in the register, in the order in which it is asked. Words: lib/words/platform-form.ts. */
import { type RegisterKind, registerKinds } from '@/lib/vocabulary'

export type Question = {
  name: string
  in: 'facts' | 'texts'
  asks:
    | 'one'
    | 'short'
    | 'methods'
    | 'keys'
    | 'text'
    | 'long'
    | 'day'
    | 'count'
    | 'service'
    | 'platform'
    | 'party'
  /** May be left empty. */
  optional?: true
  /** Asked only where another question was answered with one of these. */
  after?: { question: string; is: readonly string[] }
}

const one = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  in: 'facts',
  asks: 'one',
  ...more,
})
const short = (name: string, more: Partial<Question> = {}) => one(name, { asks: 'short', ...more })
const day = (name: string, more: Partial<Question> = {}) =>
  one(name, { asks: 'day', optional: true, ...more })
const text = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  in: 'texts',
  asks: 'text',
  ...more,
})
const optional = (name: string, more: Partial<Question> = {}) => text(name, { optional: true, ...more })

/** In the list of platforms: one that is not in it. */
export const otherPlatform = 'other'
const ownName = { after: { question: 'serviceId', is: [otherPlatform] } }
const evidence = { after: { question: 'compromise', is: ['suspected', 'confirmed'] } }
const written = { after: { question: 'agreement', is: ['signed', 'ended'] } }
const audit = { after: { question: 'audited', is: ['yes'] } }

export const questionsOf: Readonly<Record<RegisterKind, readonly Question[]>> = {
  sending: [one('sends')],
  staff: [
    one('people', { asks: 'count', optional: true }),
    one('withMfa', { asks: 'count', optional: true }),
  ],
  interfaces: [one('credentials'), one('thirdParties')],
  monitoring: [
    one('activityWatched'),
    one('unwantedWatched'),
    optional('watcher'),
    one('audited'),
    day('lastAuditOn', audit),
    optional('report', audit),
  ],
  teaching: [one('given')],
  platform: [
    one('serviceId', { asks: 'service' }),
    text('name', ownName),
    one('fidoOffered', ownName),
    one('mfaRequired'),
    one('allListed'),
  ],
  account: [
    text('label'),
    one('platformId', { asks: 'platform' }),
    one('heldBy'),
    one('thirdPartyId', { asks: 'party', optional: true, after: { question: 'heldBy', is: ['agency'] } }),
    one('access'),
    one('signsInBy'),
    one('shows'),
    one('methods', { asks: 'methods', after: { question: 'shows', is: ['methods'] } }),
    one('smsRecovery'),
  ],
  credential: [
    text('name'),
    one('platformId', { asks: 'platform', optional: true }),
    optional('purpose'),
    optional('owner'),
    one('whereKept'),
    one('watched'),
    day('lastLookedOn'),
    one('compromise'),
    optional('action', { asks: 'long', ...evidence }),
    day('actionOn', evidence),
    day('createdOn'),
    day('lastChangedOn'),
  ],
  third_party: [
    text('party'),
    one('credentialIds', { asks: 'keys', optional: true }),
    one('agreement'),
    short('coversUse', written),
    short('coversProtection', written),
    short('coversSharing', written),
    optional('document', written),
    day('signedOn', written),
    day('endsOn', written),
  ],
  event: [
    text('what', { asks: 'long' }),
    one('happenedOn', { asks: 'day' }),
    optional('action', { asks: 'long' }),
    day('actionOn'),
  ],
  training: [
    text('topic'),
    one('audience'),
    one('givenOn', { asks: 'day' }),
    one('people', { asks: 'count' }),
    one('of', { asks: 'count' }),
  ],
}

export const kindFrom = (word: unknown): RegisterKind | null =>
  registerKinds.find((kind) => kind === word) ?? null

/** The answer that stands for none, by how it is asked: a blank is never read as "no". */
export function blankOf({ asks, in: part }: Question): unknown {
  if (part === 'texts') return ''
  if (asks === 'one' || asks === 'short') return 'unanswered'
  return asks === 'methods' || asks === 'keys' ? [] : null
}
