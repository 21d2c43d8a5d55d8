/** What the pages of the register show, put together from its rows. */
import type { RegisterEntry } from '@/lib/platforms/entry'
import type { RegisterJudgement } from '@/lib/platforms/rules'
import { entryFrom, type Held } from '@/lib/platforms/store'
import type { RegisterIntervals } from '@/lib/platforms/wholes'
import { countsUntil, freshnessOf } from '@/lib/posture/ageing'
import type { ServiceFacts } from '@/lib/services/facts'
import type { Freshness, RegisterKind } from '@/lib/vocabulary'
import { registerKindWords } from '@/lib/words/platforms'

export type EntryOnPage = {
  id: string
  version: number
  entry: RegisterEntry
  name: string
  /** The last day somebody said or did what it rests on. */
  lookedOn: string
  /** Null for what does not grow old: an event. */
  freshness: Freshness | null
  countsUntil: string | null
  judged: RegisterJudgement[]
}

const intervalOf: Readonly<Record<RegisterKind, keyof RegisterIntervals | null>> = {
  sending: 'sending',
  staff: 'signIns',
  interfaces: 'credentials',
  monitoring: 'monitoring',
  teaching: 'training',
  platform: 'signIns',
  account: 'signIns',
  credential: 'credentials',
  third_party: 'agreements',
  event: null,
  training: 'training',
}

type Known = {
  today: string
  intervals: RegisterIntervals
  services: ReadonlyMap<string, Pick<ServiceFacts, 'name'>>
  judgements: readonly RegisterJudgement[]
}

/** One thing in the register as a page shows it. */
export function onPage(held: Held, { today, intervals, services, judgements }: Known): EntryOnPage {
  const entry = entryFrom(held)
  const lookedOn = lookedOnOf(entry, held.statement.confirmedOn)
  const setting = intervalOf[entry.kind]
  return {
    id: held.entry.id,
    version: held.entry.version,
    entry,
    name: nameOf(entry, services),
    lookedOn,
    freshness: setting && freshnessOf(lookedOn, today, intervals[setting]),
    countsUntil: setting && countsUntil(lookedOn, intervals[setting]),
    judged: judgements.filter(({ scopeId }) => scopeId === held.entry.id),
  }
}

/** A key that is watched is as fresh as the last look at it, a training as the day it was given. */
function lookedOnOf(entry: RegisterEntry, confirmedOn: string): string {
  if (entry.kind === 'credential' && entry.facts.watched === 'yes' && entry.facts.lastLookedOn !== null)
    return entry.facts.lastLookedOn
  return entry.kind === 'training' ? entry.facts.givenOn : confirmedOn
}

/** What something in the register is called. */
export function nameOf(
  entry: RegisterEntry,
  services: ReadonlyMap<string, Pick<ServiceFacts, 'name'>>,
): string {
  switch (entry.kind) {
    case 'platform':
      return entry.facts.serviceId === null
        ? entry.texts.name
        : (services.get(entry.facts.serviceId)?.name ?? entry.facts.serviceId)
    case 'account':
      return entry.texts.label
    case 'credential':
      return entry.texts.name
    case 'third_party':
      return entry.texts.party
    case 'event':
      return entry.texts.what
    case 'training':
      return entry.texts.topic
    default:
      return registerKindWords[entry.kind]
  }
}
