/**
 * Verdicts on what is said in pieces, stored when it changes or when the calendar turns them. Called by the commands
 * that change a person's pieces, phones or apps, after lockPerson; and by lib/posture/store.ts where an account decides.
 */
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/people'
import { messagingApps, organisationStatements, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import { personStandings, verdicts } from '@/db/schema/posture'
import type { PieceId } from '@/lib/guidance/pieces'
import { settingsOf } from '@/lib/organisation/queries'
import type {
  Context,
  HardwareFacts,
  PersonInPieces,
  PhoneInQuestion,
  Said,
  VaultAccount,
  VaultAccounts,
  VaultMaker,
} from '@/lib/posture/items/facts'
import { judgePieces, pieceItems } from '@/lib/posture/items/rules'
import { hardwareIn, rulingsIn } from '@/lib/posture/items/rulings'
import type { Judgement } from '@/lib/posture/shapes'
import { saidSomething } from '@/lib/posture/store-started'
import { storeVerdicts } from '@/lib/posture/store-verdicts'
import type { Tier, Verdict } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

/** Judges one person's pieces anew and stores what changed. Returns the judgements that count now. */
export async function refreshPieces(
  tx: Tx,
  person: { id: string; tier: Tier },
  at: Date,
): Promise<readonly Judgement[]> {
  const [held, known] = await Promise.all([
    tx
      .select()
      .from(verdicts)
      .where(
        and(
          eq(verdicts.personId, person.id),
          isNull(verdicts.validTo),
          inArray(verdicts.item, [...pieceItems]),
        ),
      ),
    piecesOfPerson(tx, person, at),
  ])
  const judgements = judgePieces(known.person, known.context)
  await Promise.all([
    storeVerdicts(tx, person.id, held, judgements, at),
    tx
      .update(personStandings)
      .set({ started: saidSomething(person.id) })
      .where(
        and(
          eq(personStandings.personId, person.id),
          eq(personStandings.accounts, 0),
          eq(personStandings.lines, 0),
          ne(personStandings.started, saidSomething(person.id)),
        ),
      ),
  ])
  return judgements
}

/** One person's answers and what the organisation rules, in the shape the rules are given. */
export async function piecesOfPerson(
  tx: Tx,
  person: { id: string; tier: Tier },
  at: Date,
): Promise<{ person: PersonInPieces; context: Context }> {
  const own = eq(pieceStatements.personId, person.id)
  const [settings, [row], said, phoneRows, appRows, none, rulings, vaults] = await Promise.all([
    settingsOf(tx),
    tx
      .select({ invitedAt: people.invitedAt, unitId: people.unitId })
      .from(people)
      .where(eq(people.id, person.id)),
    tx
      .select()
      .from(pieceStatements)
      .where(and(own, isNull(pieceStatements.validTo), eq(pieceStatements.source, 'self_stated'))),
    tx
      .select({ id: phones.id, hardwareId: phones.hardwareId, modelSaidAt: phones.modelSaidAt })
      .from(phones)
      .where(and(eq(phones.personId, person.id), isNull(phones.removedAt)))
      .orderBy(asc(phones.createdAt), asc(phones.id)),
    tx
      .select({
        id: messagingApps.id,
        serviceId: messagingApps.serviceId,
        sentNameId: messagingApps.sentNameId,
      })
      .from(messagingApps)
      .where(and(eq(messagingApps.personId, person.id), isNull(messagingApps.removedAt)))
      .orderBy(asc(messagingApps.createdAt), asc(messagingApps.id)),
    tx
      .select({ of: saidNone.of, confirmedOn: saidNone.confirmedOn })
      .from(saidNone)
      .where(and(eq(saidNone.personId, person.id), isNull(saidNone.validTo))),
    tx.select().from(organisationStatements).where(isNull(organisationStatements.validTo)),
    vaultAccountsOf(tx, person.id),
  ])
  const zone = settings.timeZone
  const saidOf = (scopeId: string) => {
    const rows = said.filter((one) => one.scopeId === scopeId)
    return Object.fromEntries(
      rows.map((one) => [
        one.piece,
        {
          facts: one.facts,
          confirmedOn: one.confirmedOn,
          enteredOn: dayOf(one.enteredAt, zone),
          guidanceVersion: one.guidanceVersion,
          holderSaidOn: one.holderSaidOn,
        },
      ]),
    ) as Partial<Record<PieceId, Said<never>>>
  }
  const noneOf = (of: 'phone' | 'app') => none.find((one) => one.of === of)?.confirmedOn ?? null
  return {
    person: {
      id: person.id,
      tier: person.tier,
      askedOn: dayOf(row?.invitedAt ?? at, zone),
      said: saidOf(person.id),
      phones: phoneRows.map(({ id, hardwareId, modelSaidAt }) => ({
        id,
        modelNamed: modelSaidAt !== null,
        ...withModel(saidOf(id), hardwareId === null ? null : hardwareIn(rulings, hardwareId)),
      })),
      apps: appRows.map((app) => ({ ...app, said: saidOf(app.id) })),
      saidNone: { phone: noneOf('phone'), app: noneOf('app') },
      vaultAccounts: vaults,
    },
    context: {
      today: dayOf(at, zone),
      intervals: settings.intervals,
      daysToBegin: settings.daysToBegin,
      rulings: rulingsIn(rulings, { tier: person.tier, unitId: row?.unitId ?? null }),
    },
  }
}

/** A model of another kind than the phone says nothing of it: the kind may have been corrected since it was chosen. */
function withModel(
  said: Partial<Record<PieceId, Said<never>>>,
  hardware: HardwareFacts | null,
): Pick<PhoneInQuestion, 'said' | 'hardware'> {
  const kind = (said.this_phone as Said<'this_phone'> | undefined)?.facts.platform
  return { said, hardware: hardware?.platform === kind ? hardware : null }
}

export const vaultServices: readonly string[] = ['apple', 'google'] satisfies VaultMaker[]
/** Of several accounts at one maker, the one that is told first. */
export const worstFirst: readonly Verdict[] = ['not_met', 'unknown', 'not_applicable', 'partly_met', 'met']

/** The accounts a vault without a passphrase of its own may hang on (G4.1): of several at one maker, the worst. */
export async function vaultAccountsOf(tx: Tx, personId: string): Promise<VaultAccounts> {
  const rows = await tx
    .select({
      id: accounts.id,
      maker: accounts.serviceId,
      verdict: verdicts.verdict,
      confirmedOn: verdicts.confirmedOn,
      enteredOn: verdicts.enteredOn,
    })
    .from(verdicts)
    .innerJoin(accounts, and(eq(accounts.personId, verdicts.personId), eq(accounts.id, verdicts.scopeId)))
    .where(
      and(
        eq(verdicts.personId, personId),
        eq(verdicts.item, 'G2'),
        eq(verdicts.scopeKind, 'account'),
        isNull(verdicts.validTo),
        isNull(accounts.removedAt),
        inArray(accounts.serviceId, [...vaultServices]),
      ),
    )
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
  return worstVaults(rows)
}

type VaultRow = Omit<VaultAccount, 'confirmedOn' | 'enteredOn'> & {
  maker: string | null
} & Record<'confirmedOn' | 'enteredOn', string | null | undefined>
/** Of each maker's accounts the worst; one without dates was never stated, and cannot be. */
export function worstVaults(rows: readonly VaultRow[]): VaultAccounts {
  const of = (maker: VaultMaker): VaultAccount | null => {
    const theirs = rows.filter((row) => row.maker === maker)
    const [worst] = worstFirst.flatMap((verdict) => theirs.filter((row) => row.verdict === verdict))
    if (!worst?.confirmedOn || !worst.enteredOn) return null
    const { id, verdict, confirmedOn, enteredOn } = worst
    return { id, verdict, confirmedOn, enteredOn }
  }
  return { apple: of('apple'), google: of('google') }
}
