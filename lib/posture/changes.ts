/** The changes a person could make, each with the ways in it closes; and those that no person can make. */
import { actionMinutes, actionRank } from '@/lib/guidance/actions'
import type { ActionCode } from '@/lib/guidance/codes'
import { accountCandidates, lineCandidates } from '@/lib/posture/candidates'
import { type Entrances, entrancesOf } from '@/lib/posture/entries'
import { type Graph, graphOf } from '@/lib/posture/graph'
import type { Inventory } from '@/lib/posture/inventory'
import { readingOf } from '@/lib/posture/reading'
import { accountAfter, lineAfter } from '@/lib/posture/remedies'
import type { Change, Judgement } from '@/lib/posture/shapes'
import { countsOf } from '@/lib/posture/ways-in'

export type Changes = { next: Change | null; changes: readonly Change[]; cannotMend: readonly Change[] }

/**
 * Ranks what can be done by the ways in it closes, then by the minutes it takes.
 * Each is counted by making the change to the facts and counting again, so what is promised is what comes about.
 */
export function changesFor(inventory: Inventory, graph: Graph, judged: readonly Judgement[]): Changes {
  const before = countsOf(graph)
  const all = [
    ...accountChanges(inventory, graph, before),
    ...lineChanges(inventory, graph, before),
    ...carrierChanges(judged),
    ...personChanges(inventory, judged),
  ].sort(mostClosedFirst)
  const changes = spareFirst(all.filter((change) => change.inReach))
  return { next: changes[0] ?? null, changes, cannotMend: all.filter((change) => !change.inReach) }
}

function accountChanges(inventory: Inventory, graph: Graph, before: readonly number[]): Change[] {
  return inventory.accounts.flatMap((account, at) => {
    const reading = inventory.readings.get(account.id)
    if (!reading) return []
    const resetsOthers = graph.distance[at]?.some((steps) => steps > 0) ?? false
    const isEntered = (graph.entrances[at]?.entries.length ?? 0) > 0 || (before[at] ?? 0) > 0
    return accountCandidates(reading, inventory, resetsOthers).map(({ action, inReach }) => {
      const after = accountAfter(reading, action, inReach ? 'kept' : 'ignored')
      const entrances = after === account || !isEntered ? null : entrancesOf(readingOf(after), inventory)
      const closed = entrances ? closedBy(replaced(graph, at, entrances), before, graph) : nothing
      return changeOf(action, 'account', account.id, inReach, closed)
    })
  })
}

function lineChanges(inventory: Inventory, graph: Graph, before: readonly number[]): Change[] {
  return inventory.lines.flatMap((line) =>
    lineCandidates(line).map(({ action, inReach }) => {
      const after = lineAfter(line, action)
      const held = {
        ...inventory,
        line: (id: string | null) => (id === line.id ? after : inventory.line(id)),
      }
      const entrances = inventory.accounts.map((account, at) => {
        const uses = graph.entrances[at]?.entries.some((entry) => entry.lineId === line.id)
        const reading = inventory.readings.get(account.id)
        return uses && reading ? entrancesOf(reading, held) : graph.entrances[at]
      })
      const known = entrances.filter((each) => each !== undefined)
      const closed = closedBy({ ...graph, entrances: known }, before, graph)
      return changeOf(action, 'line', line.id, inReach, closed)
    }),
  )
}

type Closed = Pick<Change, 'closes' | 'accounts'>
const nothing: Closed = { closes: 0, accounts: [] }
const onCarrier: readonly (ActionCode | null)[] = [
  'turn_on_carrier_mfa',
  'open_carrier_account',
  'change_carrier_password',
]

/** What General 5 asks for beyond the PIN: worth doing, though it closes no way that is counted. */
function carrierChanges(judged: readonly Judgement[]): Change[] {
  return judged.flatMap(({ item, scopeId, nextAction: action, labels }) => {
    if (item !== 'G5.1' && item !== 'G5.2') return []
    const stuck = item === 'G5.1' && labels.includes('carrier_offers_nothing_else')
    if (stuck) return [changeOf('turn_on_carrier_mfa', 'line', scopeId, false)]
    return action !== null && onCarrier.includes(action) ? [changeOf(action, 'line', scopeId, true)] : []
  })
}

function personChanges({ person }: Inventory, judged: readonly Judgement[]): Change[] {
  const own = judged.filter(
    ({ scopeKind, item }) => scopeKind === 'person' && (item === 'G2.1' || item === 'G2.2' || item === 'G5'),
  )
  const asked = own.map(({ nextAction }) => nextAction).filter((action) => action !== null)
  return [...new Set(asked.filter(isPersons))].map((action) => changeOf(action, 'person', person.id, true))
}

const ofThePerson: readonly ActionCode[] = [
  'add_first_account',
  'add_first_line',
  'add_named_first',
  'complete_inventory',
  'review_leaks_again',
]

function changeOf(
  action: ActionCode,
  scopeKind: Change['scopeKind'],
  scopeId: string,
  inReach: boolean,
  { closes, accounts }: Closed = nothing,
): Change {
  return { action, scopeKind, scopeId, closes, accounts, inReach, minutes: actionMinutes[action] }
}

function isPersons(action: ActionCode): boolean {
  return ofThePerson.includes(action)
}

/** The same graph with one account entered differently; chains are walked anew only if what leads to it changed. */
function replaced(graph: Graph, at: number, entrances: Entrances): Graph {
  const all = graph.entrances.map((each, index) => (index === at ? entrances : each))
  const before = graph.entrances[at]?.arrivals.filter((arrival) => arrival.certain).length
  const after = entrances.arrivals.filter((arrival) => arrival.certain).length
  return before === after ? { ...graph, entrances: all } : graphOf(all)
}

function closedBy(after: Graph, before: readonly number[], { entrances }: Graph): Closed {
  const counts = countsOf(after)
  const lost = before.map((count, at) => count - (counts[at] ?? 0))
  return {
    closes: lost.reduce((sum, each) => sum + each, 0),
    accounts: entrances.filter((_, at) => (lost[at] ?? 0) > 0).map(({ accountId }) => accountId),
  }
}

const takesSomethingAway: readonly ActionCode[] = [
  'turn_off_sms',
  'turn_off_voice',
  'turn_off_code_app',
  'remove_password_way_in',
  'set_up_code_app_then_turn_off_sms',
]

/** Nothing is turned off while a single key opens the account: the spare one comes before it (G2.3, traps). */
function spareFirst(changes: readonly Change[]): Change[] {
  const spares = changes.filter(({ action }) => action === 'keep_spare_key')
  const told = new Set<Change>()
  return changes.flatMap((change) => {
    if (told.has(change)) return []
    told.add(change)
    const spare = spares.find(({ scopeId }) => scopeId === change.scopeId)
    if (!spare || told.has(spare) || !takesSomethingAway.includes(change.action)) return [change]
    told.add(spare)
    return [spare, change]
  })
}

/** What closes nothing is told in its own order: first what opens the view. */
function mostClosedFirst(a: Change, b: Change): number {
  return (
    b.closes - a.closes ||
    (a.closes > 0 ? a.minutes - b.minutes : 0) ||
    (actionRank[a.action] ?? 0) - (actionRank[b.action] ?? 0) ||
    (a.scopeId < b.scopeId ? -1 : a.scopeId > b.scopeId ? 1 : 0)
  )
}
