/** Registers for tests: the Harbour Office sends texts through Twilio, and everything is as it should be unless a test says otherwise. */

import { firstSettings } from '@/lib/organisation/settings'
import { emptyRegister, type FactsOf, type Register, type Stated } from '@/lib/platforms/facts'
import type { Circumstances } from '@/lib/platforms/rules'
import { judgeRegister } from '@/lib/platforms/rules'
import type { RegisterItem } from '@/lib/platforms/wholes'
import { wholeOrganisation } from '@/lib/posture/organisation'
import { catalogue } from '@/lib/services/catalogue'
import type { RegisterKind } from '@/lib/vocabulary'

export const today = '2026-11-23'
export const said = '2026-11-02'
export const ids = {
  twilio: '00000000-0000-4000-8000-000000000001',
  kim: '00000000-0000-4000-8000-000000000011',
  nora: '00000000-0000-4000-8000-000000000012',
  key: '00000000-0000-4000-8000-000000000021',
  agency: '00000000-0000-4000-8000-000000000031',
  answer: '00000000-0000-4000-8000-000000000041',
  training: '00000000-0000-4000-8000-000000000051',
} as const

const stated =
  <Kind extends RegisterKind>(id: string, good: FactsOf<Kind>) =>
  (facts: Partial<FactsOf<Kind>> = {}, more: Partial<Omit<Stated<Kind>, 'facts'>> = {}): Stated<Kind> => ({
    id,
    confirmedOn: said,
    ...more,
    facts: { ...good, ...facts },
  })

/** One of each kind, as good as it can be. */
export const good = {
  sending: stated<'sending'>(ids.answer, { sends: 'yes' }),
  staff: stated<'staff'>(ids.answer, { withMfa: 40, people: 40 }),
  interfaces: stated<'interfaces'>(ids.answer, { credentials: 'yes', thirdParties: 'yes' }),
  monitoring: stated<'monitoring'>(ids.answer, {
    activityWatched: 'yes',
    unwantedWatched: 'yes',
    audited: 'yes',
    lastAuditOn: said,
  }),
  teaching: stated<'teaching'>(ids.answer, { given: 'yes' }),
  platform: stated<'platform'>(ids.twilio, {
    serviceId: 'twilio',
    fidoOffered: 'not_known',
    mfaRequired: 'no',
    allListed: 'yes',
  }),
  account: stated<'account'>(ids.kim, {
    platformId: ids.twilio,
    access: 'administers',
    heldBy: 'staff',
    thirdPartyId: null,
    signsInBy: 'own_sign_in',
    shows: 'methods',
    methods: ['authenticator_code'],
    smsRecovery: 'off',
  }),
  credential: stated<'credential'>(ids.key, {
    platformId: ids.twilio,
    createdOn: '2026-01-10',
    lastChangedOn: '2026-09-01',
    whereKept: 'secret_store',
    watched: 'yes',
    lastLookedOn: said,
    compromise: 'none_seen',
    actionOn: null,
  }),
  third_party: stated<'third_party'>(ids.agency, {
    credentialIds: [ids.key],
    agreement: 'signed',
    coversUse: 'yes',
    coversProtection: 'yes',
    coversSharing: 'yes',
    signedOn: '2026-02-01',
    endsOn: '2028-01-31',
  }),
  event: stated<'event'>(ids.answer, { happenedOn: '2026-10-01', actionOn: '2026-10-02' }),
  training: stated<'training'>(ids.training, {
    audience: 'whole_team',
    givenOn: said,
    people: 12,
    of: 12,
  }),
}

/** A register in which each of the four is met. */
export const register = (more: Partial<Register> = {}): Register => ({
  ...emptyRegister,
  sending: good.sending(),
  staff: good.staff(),
  interfaces: good.interfaces(),
  monitoring: good.monitoring(),
  platforms: [good.platform()],
  accounts: [good.account()],
  credentials: [good.credential()],
  thirdParties: [good.third_party()],
  trainings: [good.training()],
  ...more,
})

export const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  today,
  intervals: firstSettings.registerIntervals,
  services: new Map(catalogue.map((service) => [service.id, service])),
  ...more,
})

/** What one item comes to, for the organisation or for one thing in the register. */
export function judged(
  of: Partial<Register>,
  item: RegisterItem,
  at: { on?: string; scopeId?: string } = {},
) {
  const found = judgeRegister(register(of), circumstances({ today: at.on ?? today })).find(
    (each) => each.item === item && each.scopeId === (at.scopeId ?? wholeOrganisation),
  )
  if (!found) throw new Error(`nothing says ${item}`)
  return found
}
