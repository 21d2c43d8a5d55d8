/** The register as its pages show it: judged from the facts as of today, so that no page waits for the clock. */
import { and, asc, desc, eq, gte } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { namesOf } from '@/lib/people/names'
import type { RegisterEntry } from '@/lib/platforms/entry'
import type { FactsOf } from '@/lib/platforms/facts'
import { type EntryOnPage, nameOf, onPage } from '@/lib/platforms/reading'
import { judgeRegister, type RegisterJudgement, signInsOf } from '@/lib/platforms/rules'
import { cisaParts, textsAreAll } from '@/lib/platforms/sign-ins'
import {
  circumstancesOf,
  entryFrom,
  entryWithStatement,
  type Held,
  presentEntries,
  registerFrom,
  textsOf,
} from '@/lib/platforms/store'
import { wholeOrganisation } from '@/lib/posture/organisation'
import {
  type RegisterAnswerKind,
  type RegisterListKind,
  registerAnswerKinds,
  type Verdict,
} from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

const removedFor = 30 * 86_400_000

export type PlatformOnPage = EntryOnPage & { textsOnly: boolean; signIns: EntryOnPage[] }
export type RegisterPage = {
  /** Whether messages are sent, as it was answered. */
  sends: FactsOf<'sending'>['sends']
  /** C1 to C4 and their parts, for the organisation. */
  verdicts: RegisterJudgement[]
  counts: Record<Verdict, number>
  /** The one next thing, and what it is about; null when nothing is left to do. */
  next: { judged: RegisterJudgement; about: EntryOnPage | null } | null
  platforms: PlatformOnPage[]
  lists: Record<Exclude<RegisterListKind, 'platform' | 'account'>, EntryOnPage[]>
  answers: Record<RegisterAnswerKind, EntryOnPage | null>
  /** Taken out in the last 30 days, the latest first. */
  removed: { id: string; version: number; name: string; removedOn: string }[]
  today: string
}

const four = ['C1', 'C2', 'C3', 'C4'] as const
/** The order in which things are to be done: what is known to be bad, then what is missing, then the rest. */
const urgency = ['not_met', 'unknown', 'partly_met', 'met', 'not_applicable'] as const

/** The whole register. */
export const readRegister = query('platforms:read', async ({ tx, now }): Promise<RegisterPage> => {
  const [{ held, known, register }, gone] = await Promise.all([
    knownOf(tx, now),
    tx
      .select({ entry: platformEntries, statement: platformStatements })
      .from(platformEntries)
      .innerJoin(
        platformStatements,
        and(
          eq(platformStatements.entryId, platformEntries.id),
          eq(platformStatements.validTo, platformEntries.removedAt),
        ),
      )
      .where(gte(platformEntries.removedAt, new Date(now.getTime() - removedFor)))
      .orderBy(desc(platformEntries.removedAt)),
  ])
  const all = held.map((each) => onPage(each, known))
  const of = (kind: RegisterListKind | RegisterAnswerKind) => all.filter(({ entry }) => entry.kind === kind)
  const whole = known.judgements.filter(({ scopeId }) => scopeId === wholeOrganisation)
  return {
    sends: register.sending?.facts.sends ?? 'unanswered',
    verdicts: whole,
    counts: countsOf(whole),
    next: nextAmong(whole, all),
    platforms: of('platform').map((platform) => platformOf(platform, of('account'), known)),
    lists: {
      credential: of('credential'),
      third_party: of('third_party'),
      event: of('event'),
      training: of('training'),
    },
    answers: {
      sending: of('sending')[0] ?? null,
      staff: of('staff')[0] ?? null,
      interfaces: of('interfaces')[0] ?? null,
      monitoring: of('monitoring')[0] ?? null,
      teaching: of('teaching')[0] ?? null,
    },
    removed: gone.map((each) => ({
      id: each.entry.id,
      version: each.entry.version,
      name: nameOf(entryFrom(each), known.services),
      removedOn: dayOf(each.entry.removedAt ?? now, known.timeZone),
    })),
    today: known.today,
  }
})

export type EntryPage = EntryOnPage & {
  /** Of a sign-in or a key: where it is. */
  platform: { id: string; name: string } | null
  /** Of a sign-in: CISA's General 2 and General 3 apart. */
  parts: { fido: Verdict; sms: Verdict } | null
  /** Of a sign-in that an agency uses: which third party that is. */
  thirdParty: { id: string; name: string } | null
  /** Of a third party: the names of the keys it has. */
  keys: string[]
  signIns: EntryOnPage[]
  textsOnly: boolean
  history: Happening[]
  today: string
}
export type Happening = {
  at: Date
  what: 'recorded' | 'revised' | 'confirmed' | 'removed' | 'restored'
  by: string
}

/** One thing in the register. Throws NotThere, for what is no id as well. */
export const readEntry = query('platforms:read', async ({ tx, now }, id: string): Promise<EntryPage> => {
  if (!z.uuid().safeParse(id).success) throw new NotThere('register entry')
  const [found, { held, known, register }] = await Promise.all([entryWithStatement(tx, id), knownOf(tx, now)])
  if (found.entry.removedAt !== null) throw new NotThere('register entry')
  const shown = onPage(found, known)
  const names = new Map(held.map((each) => [each.entry.id, nameOf(entryFrom(each), known.services)]))
  const { entry } = shown
  const at = 'platformId' in entry.facts ? entry.facts.platformId : null
  const partyId = 'thirdPartyId' in entry.facts ? entry.facts.thirdPartyId : null
  const named = (one: string | null) => {
    const name = one === null ? undefined : names.get(one)
    return one !== null && name !== undefined ? { id: one, name } : null
  }
  const signIn = signInsOf(register, known.services).find(({ account }) => account.id === id)
  const parts = signIn && cisaParts(signIn)
  const platform =
    entry.kind === 'platform'
      ? platformOf(
          shown,
          held.filter((each) => each.entry.kind === 'account').map((each) => onPage(each, known)),
          known,
        )
      : null
  return {
    ...shown,
    platform: named(at),
    thirdParty: named(partyId),
    parts: parts ? { fido: parts.fido.verdict, sms: parts.sms.verdict } : null,
    keys:
      entry.kind === 'third_party' ? entry.facts.credentialIds.flatMap((key) => names.get(key) ?? []) : [],
    signIns: platform?.signIns ?? [],
    textsOnly: platform?.textsOnly ?? false,
    history: await historyOf(tx, id),
    today: known.today,
  }
})

export type EntryChoices = {
  services: { id: string; name: string }[]
  platforms: { id: string; name: string }[]
  credentials: { id: string; name: string }[]
  thirdParties: { id: string; name: string }[]
  /** The answers that were given already, by kind, with their ids. */
  answered: Partial<Record<RegisterAnswerKind, string>>
}

/** What a form of the register lets choose from. */
export const entryChoices = query('platforms:revise', async ({ tx, now }): Promise<EntryChoices> => {
  const { held, known } = await knownOf(tx, now)
  const named = (kind: RegisterEntry['kind']) =>
    held
      .filter(({ entry }) => entry.kind === kind)
      .map((each) => ({ id: each.entry.id, name: nameOf(entryFrom(each), known.services) }))
  return {
    services: [...known.services.values()]
      .filter(({ category }) => category === 'message_platform')
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
    platforms: named('platform'),
    credentials: named('credential'),
    thirdParties: named('third_party'),
    answered: Object.fromEntries(
      held
        .filter(({ entry }) => registerAnswerKinds.some((kind) => kind === entry.kind))
        .map(({ entry }) => [entry.kind, entry.id]),
    ),
  }
})

async function knownOf(tx: Tx, now: Date) {
  const [held, circumstances] = await Promise.all([presentEntries(tx), circumstancesOf(tx, now)])
  const register = registerFrom(held)
  const judgements = judgeRegister(register, circumstances)
  return { held, register, known: { ...circumstances, judgements } }
}
type Known = Awaited<ReturnType<typeof knownOf>>['known']

function platformOf(platform: EntryOnPage, accounts: readonly EntryOnPage[], known: Known): PlatformOnPage {
  const serviceId = platform.entry.kind === 'platform' ? platform.entry.facts.serviceId : null
  return {
    ...platform,
    textsOnly: textsAreAll(serviceId === null ? null : (known.services.get(serviceId) ?? null)),
    signIns: accounts.filter(
      ({ entry }) => entry.kind === 'account' && entry.facts.platformId === platform.id,
    ),
  }
}

function countsOf(whole: readonly RegisterJudgement[]): Record<Verdict, number> {
  const counts = { met: 0, partly_met: 0, not_met: 0, not_applicable: 0, unknown: 0 }
  for (const { item, verdict } of whole) if (four.some((each) => each === item)) counts[verdict] += 1
  return counts
}

/** What cannot wait: others may be sending in our name now. */
const pressing: readonly RegisterJudgement['nextAction'][] = ['act_on_compromise', 'act_on_event']

function nextAmong(whole: readonly RegisterJudgement[], all: readonly EntryOnPage[]): RegisterPage['next'] {
  const open = whole.filter(
    ({ item, nextAction }) => nextAction !== null && [...four, 'C1.cisa'].some((each) => each === item),
  )
  const ordered = urgency.flatMap((verdict) => open.filter((each) => each.verdict === verdict))
  const judged = ordered.find(({ nextAction }) => pressing.includes(nextAction)) ?? ordered[0]
  return judged ? { judged, about: all.find(({ id }) => id === judged.about) ?? null } : null
}

/** What happened to one thing, the latest first. A gap between two statements is a removal and its undoing. */
async function historyOf(tx: Tx, id: string): Promise<Happening[]> {
  const statements = await tx
    .select()
    .from(platformStatements)
    .where(eq(platformStatements.entryId, id))
    .orderBy(asc(platformStatements.validFrom))
  const names = await namesOf(
    tx,
    statements.map(({ answeredBy }) => answeredBy),
  )
  return statements
    .flatMap((statement, at): Happening[] => {
      const by = names.get(statement.answeredBy) ?? ''
      const before = statements[at - 1]
      if (!before) return [{ at: statement.enteredAt, what: 'recorded', by }]
      const gone = before.validTo !== null && before.validTo < statement.validFrom ? before.validTo : null
      if (gone)
        return [
          { at: gone, what: 'removed', by: '' },
          { at: statement.enteredAt, what: 'restored', by },
        ]
      return [{ at: statement.enteredAt, what: sameAnswers(before, statement) ? 'confirmed' : 'revised', by }]
    })
    .reverse()
}

type Row = Held['statement']
function sameAnswers(before: Row, after: Row): boolean {
  const text = ({ facts }: Row) => JSON.stringify({ ...facts, lastLookedOn: null })
  const texts = (row: Row) => JSON.stringify(textsOf(row))
  return text(before) === text(after) && texts(before) === texts(after)
}
