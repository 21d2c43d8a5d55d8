/** What of an entry cannot be true together, and what it refers to that is not there. */
import type { RegisterEntry } from '@/lib/platforms/entry'
import type { Register } from '@/lib/platforms/facts'
import type { ServiceFacts } from '@/lib/services/facts'
import type { FieldProblems, RegisterKind } from '@/lib/vocabulary'
import { platformProblems as says } from '@/lib/words/platform-problems'

/** The most of each kind that the register holds at a time: it is read and judged whole. */
export const mostOf: Readonly<Record<RegisterKind, number>> = {
  sending: 1,
  staff: 1,
  interfaces: 1,
  monitoring: 1,
  teaching: 1,
  platform: 30,
  account: 300,
  credential: 200,
  third_party: 100,
  event: 200,
  training: 200,
}

type Beside = { register: Register; today: string; services: ReadonlyMap<string, ServiceFacts> }

/**
 * @returns sentences by field of the command's input; empty when all is well (ASVS V2.1.2, V2.2.3)
 */
export function problemsOf(entry: RegisterEntry, beside: Beside): FieldProblems {
  const found: FieldProblems = {}
  const note: Note = (field, sentence) => {
    found[field] = [...(found[field] ?? []), sentence]
  }
  for (const [name, value] of Object.entries(entry.facts))
    if (name !== 'endsOn' && isDay(name, value)) aboutDay(`facts.${name}`, value, beside.today, note)
  switch (entry.kind) {
    case 'staff':
      aboutCount(entry.facts.withMfa, entry.facts.people, 'facts.withMfa', note)
      if (entry.facts.people === null && entry.facts.withMfa !== null) note('facts.people', says.ofHowMany)
      break
    case 'training':
      aboutCount(entry.facts.people, entry.facts.of, 'facts.people', note)
      break
    case 'monitoring':
      if (entry.facts.audited !== 'yes' && entry.facts.lastAuditOn !== null)
        note('facts.lastAuditOn', says.noAudit)
      break
    case 'platform':
      aboutPlatform(entry, beside, note)
      break
    case 'account':
      aboutAccount(entry, beside, note)
      break
    case 'credential':
      aboutCredential(entry, beside, note)
      break
    case 'third_party':
      aboutParty(entry, beside, note)
      break
    case 'event':
      aboutAction(entry.facts.actionOn, entry.texts.action, note)
      if (entry.facts.actionOn !== null && entry.facts.actionOn < entry.facts.happenedOn)
        note('facts.actionOn', says.beforeIt)
      break
  }
  return found
}

type Note = (field: string, sentence: string) => void
type Of<Kind extends RegisterKind> = Extract<RegisterEntry, { kind: Kind }>

const isDay = (name: string, value: unknown): value is string =>
  name.endsWith('On') && typeof value === 'string'

/** Text messages are not older: an earlier year is a slip. */
const firstDay = '1992-01-01'
function aboutDay(field: string, day: string, today: string, note: Note) {
  if (day > today) note(field, says.dayAhead)
  if (day < firstDay) note(field, says.dayTooEarly)
}

function aboutCount(some: number | null, all: number | null, field: string, note: Note) {
  if (some !== null && all !== null && some > all) note(field, says.moreThanAll)
}

/** What was done, and when, belong together. */
function aboutAction(actionOn: string | null, action: string, note: Note) {
  if (actionOn !== null && action === '') note('texts.action', says.whatWasDone)
  if (actionOn === null && action !== '') note('facts.actionOn', says.whenWasIt)
}

function aboutPlatform({ facts, texts }: Of<'platform'>, { services }: Beside, note: Note) {
  const service = facts.serviceId === null ? null : services.get(facts.serviceId)
  if (facts.serviceId !== null && service?.category !== 'message_platform')
    note('facts.serviceId', says.unknownPlatform)
  if (facts.serviceId === null && texts.name === '') note('texts.name', says.nameIt)
  if (facts.serviceId !== null && texts.name !== '') note('texts.name', says.nameStands)
}

function aboutAccount({ facts }: Of<'account'>, { register }: Beside, note: Note) {
  if (!register.platforms.some(({ id }) => id === facts.platformId))
    note('facts.platformId', says.platformGone)
  const { heldBy, thirdPartyId } = facts
  if (thirdPartyId !== null && !register.thirdParties.some(({ id }) => id === thirdPartyId))
    note('facts.thirdPartyId', says.partyGone)
  if (thirdPartyId !== null && heldBy !== 'agency') note('facts.heldBy', says.noAgency)
  if (facts.shows === 'methods' && facts.methods.length === 0) note('facts.methods', says.whichMethods)
  if (facts.shows !== 'methods' && facts.methods.length > 0) note('facts.shows', says.methodsNamed)
}

function aboutCredential({ facts, texts }: Of<'credential'>, { register }: Beside, note: Note) {
  const { platformId, compromise } = facts
  if (platformId !== null && !register.platforms.some(({ id }) => id === platformId))
    note('facts.platformId', says.platformGone)
  if (facts.createdOn !== null && facts.lastChangedOn !== null && facts.lastChangedOn < facts.createdOn)
    note('facts.lastChangedOn', says.beforeMade)
  const evidence = compromise === 'suspected' || compromise === 'confirmed'
  if (evidence) aboutAction(facts.actionOn, texts.action, note)
  else if (facts.actionOn !== null || texts.action !== '') note('facts.compromise', says.nothingSeen)
}

function aboutParty({ facts }: Of<'third_party'>, { register }: Beside, note: Note) {
  if (facts.credentialIds.some((id) => !register.credentials.some((credential) => credential.id === id)))
    note('facts.credentialIds', says.credentialGone)
  if (facts.signedOn !== null && facts.endsOn !== null && facts.endsOn < facts.signedOn)
    note('facts.endsOn', says.endsBefore)
  const signed = facts.agreement === 'signed' || facts.agreement === 'ended'
  if (!signed && (facts.signedOn !== null || facts.endsOn !== null)) note('facts.agreement', says.notSigned)
}
