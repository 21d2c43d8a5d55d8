/** Everything the tables hold of one made-up person after their year: sealed, judged and dated as the product does it. */
import type { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import type { lineStatements, lines } from '@/db/schema/lines'
import type { people, personKeys } from '@/db/schema/people'
import type { personStandings } from '@/db/schema/posture'
import { sealedAccountTexts } from '@/lib/accounts/store'
import type { AuditAction } from '@/lib/audit/actions'
import { guidanceVersion } from '@/lib/guidance/version'
import { sealedLineTexts } from '@/lib/lines/store'
import { firstSettings } from '@/lib/organisation/settings'
import { blankStanding, identifying, newHandle } from '@/lib/people/store'
import { dayAfter } from '@/lib/posture/ageing'
import { dayOf } from '@/lib/posture/held'
import { postureOf } from '@/lib/posture/rules'
import { personStandingRow, type StandingRow, standingRows, standingsThatDiffer } from '@/lib/posture/store'
import { type VerdictRow, verdictRows, verdictsThatDiffer } from '@/lib/posture/store-verdicts'
import { makePersonKey } from '@/lib/sealing/own'
import { serviceById } from '@/lib/services/catalogue'
import type { Role } from '@/lib/vocabulary'
import { type Aide, type Answerer, answererOf } from './aide'
import { type Dice, diceFrom } from './dice'
import { type HeldAccount, type HeldLine, planFrom, type Sitting, sittingFrom } from './inventory'
import { freelyNamed, freelyNamedCarriers, lineLabels, mailboxLabels, notes } from './names'
import { type Note, type PieceRows, pieceRowsFrom } from './pieces'
import type { Member } from './roster'
import { carriedOn, close, vaultsAt } from './rows'
import { demoRulings } from './rulings'
import { accountSpecimenFor } from './specimens'
import type { Dates } from './year'

type Insert<Table extends { $inferInsert: unknown }> = Table['$inferInsert']
type Kept<Row> = Row & { id: string }

/** One line of the audit log to come. */
export type Event = {
  at: Date
  by: { id: string; role: Role }
  action: AuditAction
  kind: string
  id: string | null
  personId: string | null
  /** Whom an aide answered for. */
  onBehalfOf?: string | null
}
export type PersonRows = Omit<PieceRows, 'verdicts'> & {
  people: Insert<typeof people>[]
  personKeys: Insert<typeof personKeys>[]
  personStandings: Insert<typeof personStandings>[]
  accounts: Insert<typeof accounts>[]
  accountStatements: Insert<typeof accountStatements>[]
  lines: Insert<typeof lines>[]
  lineStatements: Insert<typeof lineStatements>[]
  inventoryStatements: Insert<typeof inventoryStatements>[]
  verdicts: VerdictRow[]
  standings: StandingRow[]
  events: Event[]
}

/** Takes who, when, and who invited them. Ids and contents follow from the dice; keys and ciphertexts never do. */
export function personRowsFrom(
  dice: Dice,
  member: Member,
  dates: Dates,
  inviter: { id: string; role: Role },
  until: Date,
  aide: Aide | null = null,
): PersonRows {
  const { key, wrapped } = makePersonKey(member.id)
  const employers = demoRulings(until).lines
  const rows: PersonRows = {
    people: [
      {
        id: member.id,
        ref: member.ref,
        role: member.role,
        tier: member.tier,
        unitId: member.unitId,
        ...identifying(member, key),
        handle: newHandle(),
        invitedAt: dates.invitedAt,
        invitedBy: member.id === inviter.id ? null : inviter.id,
        joinedAt: dates.joinedAt,
        deactivatedAt: dates.leftAt,
        deactivatedBy: dates.leftAt ? inviter.id : null,
        version: 1,
      },
    ],
    personKeys: [{ personId: member.id, wrapped }],
    personStandings: [],
    accounts: [],
    accountStatements: [],
    lines: [],
    lineStatements: [],
    inventoryStatements: [],
    verdicts: [],
    standings: [],
    phones: [],
    messagingApps: [],
    pieceStatements: [],
    saidNone: [],
    events: [],
  }
  const note = (at: Date, action: AuditAction, kind: string, id: string, by: Event['by'] = member) =>
    rows.events.push({ at, by: { id: by.id, role: by.role }, action, kind, id, personId: member.id })
  const noteSaid: Note = (at, action, kind, id, { answeredBy, role, onBehalfOf }) =>
    rows.events.push({
      ...{ at, by: { id: answeredBy, role }, action, kind, id, personId: member.id, onBehalfOf },
    })
  note(dates.invitedAt, 'person.invited', 'person', member.id, inviter)
  if (dates.joinedAt) note(dates.joinedAt, 'person.joined', 'person', member.id)
  if (dates.leftAt) note(dates.leftAt, 'person.deactivated', 'person', member.id, inviter)

  const dueOn = dayAfter(dayOf(dates.invitedAt), firstSettings.daysToBegin[member.tier])
  // Dice of their own, so that a rule which judges otherwise makes nobody say otherwise.
  const ids = diceFrom(`${member.id} verdicts`)
  let plan = planFrom(dice, accountSpecimenFor(member.number))
  const texts = { account: sealedAccountTexts, line: sealedLineTexts }
  const held = { accounts: new Map<string, HeldAccount>(), lines: new Map<string, HeldLine>() }
  const open = new Map<string, { confirmedOn: string; enteredAt: Date; validTo?: Date | null }>()
  let standing = blankStanding({ ...member, at: dates.invitedAt }) as Insert<typeof personStandings>
  let inventory: Sitting['inventory'] = null
  let verdictsNow: Kept<VerdictRow>[] = []
  let standingsNow: Kept<StandingRow>[] = []

  const occasions = dates.sittings.length > 0 ? dates.sittings : dates.joinedAt ? [dates.joinedAt] : []
  for (const [nth, at] of occasions.entries()) {
    const begun = dates.sittings.length > 0
    const today = dayOf(at)
    const earlier = dayOf(new Date(at.getTime() - dice.between(10, 90) * 86_400_000))
    const sitting = begun
      ? sittingFrom(dice, {
          plan,
          nth,
          accounts: [...held.accounts.values()],
          lines: [...held.lines.values()],
          at,
          earlier,
        })
      : nothingYet
    const stated = {
      personId: member.id,
      source: 'self_stated' as const,
      guidanceVersion,
      confirmedOn: today,
      enteredAt: at,
      validFrom: at,
    }
    const ofAccounts = answererOf(member, aide, nth, 'accounts')
    const ofLines = answererOf(member, aide, nth, 'lines')
    for (const { what, held: account } of sitting.accounts) {
      const { id, service, facts } = account
      close(open.get(id), at)
      noteSaid(at, `account.${what}`, 'account', id, ofAccounts)
      const row = rows.accounts.find((each) => each.id === id)
      if (row) row.version = (row.version ?? 1) + 1
      if (what === 'removed') {
        held.accounts.delete(id)
        plan = { ...plan, accounts: plan.accounts.filter((each) => each.id !== id) }
        if (row) row.removedAt = at
        continue
      }
      held.accounts.set(id, account)
      if (what === 'recorded') {
        const label = service?.category === 'email' && dice.chance(0.5) ? dice.pick(mailboxLabels) : ''
        const said = {
          ownName: service ? '' : dice.pick(freelyNamed),
          label,
          note: dice.chance(0.04) ? dice.pick(notes) : '',
        }
        const shown = facts.heldAs === 'personal' && dice.chance(0.12)
        rows.accounts.push({
          personId: member.id,
          id,
          serviceId: service?.id ?? null,
          ...texts.account(key, id, said),
          visibility: shown ? 'shown_to_security' : 'counted_only',
          createdAt: at,
          removedAt: null,
          version: 1,
        })
      }
      const statement = {
        ...stated,
        ...saidBy(ofAccounts),
        id: dice.uuid(),
        accountId: id,
        facts,
        validTo: null,
      }
      open.set(id, statement)
      rows.accountStatements.push(statement)
    }
    for (const { what, held: line } of sitting.lines) {
      const { id, carrierId, facts } = line
      close(open.get(id), at)
      noteSaid(at, `line.${what}`, 'line', id, ofLines)
      held.lines.set(id, line)
      const row = rows.lines.find((each) => each.id === id)
      if (row) row.version = (row.version ?? 1) + 1
      else {
        const said = {
          label: dice.chance(0.7) ? dice.pick(lineLabels) : lineLabels[1],
          lastDigits: dice.chance(0.5) ? String(dice.between(10, 99)) : '',
          ownCarrier: carrierId ? '' : dice.pick(freelyNamedCarriers),
          note: '',
        }
        rows.lines.push({
          personId: member.id,
          id,
          ...texts.line(key, id, said),
          createdAt: at,
          removedAt: null,
          version: 1,
        })
      }
      const statement = { ...stated, ...saidBy(ofLines), id: dice.uuid(), lineId: id, facts, validTo: null }
      open.set(id, statement)
      rows.lineStatements.push(statement)
    }
    if (sitting.inventory) {
      inventory = sitting.inventory
      close(rows.inventoryStatements.at(-1), at)
      const id = dice.uuid()
      const { none, ...rest } = inventory
      rows.inventoryStatements.push({
        ...rest,
        none: [...none],
        guidanceVersion,
        personId: member.id,
        id,
        enteredAt: at,
        ...saidBy(ofAccounts),
        validFrom: at,
        validTo: null,
      })
      noteSaid(at, 'inventory.stated', 'inventory', id, ofAccounts)
    }
    const when = (id: string) => {
      const { confirmedOn = today, enteredAt = at } = open.get(id) ?? {}
      const addedAt = rows.accounts.find((each) => each.id === id)?.createdAt ?? at
      return { confirmedOn, enteredOn: dayOf(enteredAt), addedAt }
    }
    const posture = postureOf({
      id: member.id,
      tier: member.tier,
      accounts: [...held.accounts.values()].map(({ id, service, facts }) => ({
        id,
        service,
        facts,
        ...when(id),
      })),
      lines: [...held.lines.values()].map(({ id, facts }) => ({
        id,
        facts,
        carrier: facts.carrierId === null ? null : serviceById(facts.carrierId),
        employer: employers.get(facts.carrierId ?? ''),
        ...when(id),
      })),
      inventory,
      begin: { today, dueOn },
    })
    const numbered = <Row>(row: Row) => ({ ...row, id: ids.uuid() })
    const verdicts = verdictsThatDiffer(verdictsNow, verdictRows(member.id, posture.judgements, at))
    verdictsNow = carriedOn(verdictsNow, verdicts.closed, verdicts.opened.map(numbered), at)
    const standings = standingsThatDiffer(standingsNow, standingRows(member.id, posture, at))
    standingsNow = carriedOn(standingsNow, standings.closed, standings.opened.map(numbered), at)
    rows.verdicts.push(...verdictsNow.filter((row) => row.validFrom === at))
    rows.standings.push(...standingsNow.filter((row) => row.validFrom === at))
    const present = [...held.accounts.keys(), ...held.lines.keys()]
    const oldest = present.map((id) => when(id).confirmedOn).sort()[0]
    standing = { ...standing, ...personStandingRow(posture, { started: present.length > 0, oldest, at }) }
  }
  const overdue = verdictsNow.find(({ turnsOn }) => turnsOn && turnsOn <= dayOf(until))
  if (overdue?.turnsOn) {
    const at = new Date(`${overdue.turnsOn}T00:00:00Z`)
    overdue.validTo = at
    rows.verdicts.push({
      ...overdue,
      ...{ id: ids.uuid(), verdict: 'not_met', unknownKind: null, turnsOn: null },
      ...{ validFrom: at, validTo: null },
    })
  }
  const state = dates.leftAt ? 'deactivated' : dates.joinedAt ? 'active' : 'invited'
  rows.personStandings.push({ ...standing, state })
  if (dates.sittings.length === 0 && !dates.joinedAt) return rows
  const { verdicts, ...pieces } = pieceRowsFrom(diceFrom(`${member.id} pieces`), {
    ...{ member, key, dates, until, aide, note: noteSaid },
    ...{ care: plan.care, doubt: plan.doubt },
    vaultsAt: (at) => vaultsAt(rows, at),
  })
  rows.verdicts.push(...verdicts)
  return { ...rows, ...pieces }
}

export const saidBy = ({ answeredBy, onBehalfOf }: Answerer) => ({ answeredBy, onBehalfOf })

/** Joined, and has not sat down to it. */
const nothingYet: Sitting = { accounts: [], lines: [], inventory: null }
