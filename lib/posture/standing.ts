/** One person's counts: what the pages and the totals of leadership add up (guidance section 12). */
import type { ItemId } from '@/lib/guidance/codes'
import type { Changes } from '@/lib/posture/changes'
import { decidingReading, type Inventory, lineIdOf, pinOf } from '@/lib/posture/inventory'
import type { AccountReading } from '@/lib/posture/reading'
import type { Judgement, PersonStanding } from '@/lib/posture/shapes'
import type { Standing } from '@/lib/posture/ways-in'
import type { Level, Technique, Verdict } from '@/lib/vocabulary'

/** @returns counts, never shares: each is to be added up with those of others before anything is divided. */
export function personStanding(
  inventory: Inventory,
  standings: readonly Standing[],
  judged: readonly Judgement[],
  changes: Changes,
): PersonStanding {
  const doors = ownDoors(inventory)
  const { level, atBest } = span(standings)
  const fido = fidoCounts(inventory)
  const sms = smsCounts(doors)
  const pins = pinCounts(inventory, judged)
  return {
    level,
    atBest,
    waysIn: standings.reduce((sum, { ways }) => sum + ways.length, 0),
    waysByTechnique: byTechnique(standings),
    accounts: inventory.accounts.length,
    lines: inventory.lines.length,
    opensByNumber: standings.filter(opensByNumber).length,
    highValue: fido.highValue,
    highValueWithFido: fido.withFido,
    highValueFidoOffered: fido.offered,
    smsSecondFactor: sms.asFactor,
    weakFallback: sms.weakFallback,
    smsForced: sms.forced,
    smsAnywhere: sms.anywhere,
    linesWithPin: pins.met,
    linesPinPossible: pins.possible,
    linesCarrierOffersNone: pins.notOffered,
    linesPinNotMet: pins.notMet,
    exposedByNumber: exposedByNumber(doors, inventory, judged),
    unanswered: openItems(judged, 'unanswered'),
    notSure: openItems(judged, 'not_sure'),
    next: changes.next,
    changes: changes.changes,
    cannotMend: changes.cannotMend,
  }
}

/** The lowest account decides. An account whose level is unknown may be lower still, unless one is known to be open. */
function span(standings: readonly Standing[]): { level: Level | null; atBest: Level | null } {
  const atBest = standings.map((standing) => standing.atBest).sort((a, b) => a - b)[0]
  if (atBest === undefined) return { level: null, atBest: null }
  const settled = atBest === 0 || standings.every((standing) => standing.level !== null)
  return { level: settled ? atBest : null, atBest }
}

function byTechnique(standings: readonly Standing[]): Record<Technique, number> {
  const sums = {
    password_alone: 0,
    number_moved: 0,
    text_or_call_intercepted: 0,
    person_tricked: 0,
    through_another_account: 0,
  }
  for (const { ways } of standings) for (const { technique } of ways) sums[technique] += 1
  return sums
}

function opensByNumber({ ways }: Standing): boolean {
  return ways.some(
    ({ startsWith }) => startsWith === 'number_moved' || startsWith === 'text_or_call_intercepted',
  )
}

function fidoCounts(inventory: Inventory) {
  const high = [...inventory.readings.values()].filter((reading) => reading.high)
  const decided = high.flatMap((reading) => decidingReading(reading.account.id, inventory) ?? [])
  const withFido = decided.filter((reading) => reading.fido === 'on')
  const couldHave = decided.filter((reading) => reading.fido === 'on' || reading.fidoOffered === 'yes')
  return { highValue: high.length, withFido: withFido.length, offered: couldHave.length }
}

/** Accounts with doors of their own: what is entered through another account is counted there. */
function ownDoors({ readings, signIns }: Inventory): AccountReading[] {
  return [...readings.values()].filter(
    (reading) => signIns.get(reading.account.id)?.kind === 'own' && !reading.phoneRegistered,
  )
}

function smsCounts(doors: readonly AccountReading[]) {
  const asFactor = doors.filter((reading) => reading.sms === 'on')
  return {
    asFactor: asFactor.length,
    weakFallback: asFactor.filter((reading) => reading.other === 'on').length,
    forced: asFactor.filter((reading) => reading.smsForced).length,
    anywhere: doors.some((reading) => reading.sms === 'on' || reading.smsRecovery === 'on'),
  }
}

function pinCounts({ lines }: Inventory, judged: readonly Judgement[]) {
  const pins = judged.filter((judgement) => judgement.item === 'G5.0')
  const withVerdict = (verdict: Verdict) => pins.filter((judgement) => judgement.verdict === verdict).length
  return {
    met: withVerdict('met'),
    notMet: withVerdict('not_met'),
    possible: pins.length - withVerdict('not_applicable'),
    notOffered: lines.filter(
      (line) => pinOf(line) === 'carrier_does_not_offer' && line.facts.kind !== 'app_number',
    ).length,
  }
}

/** A line without its PIN, and an account that takes texts on that very line as factor or for recovery. */
function exposedByNumber(
  doors: readonly AccountReading[],
  inventory: Inventory,
  judged: readonly Judgement[],
): boolean {
  const bare = judged.filter(({ item, verdict }) => item === 'G5.0' && verdict === 'not_met')
  return doors.some((reading) => {
    const lineId = lineIdOf(reading.account, inventory)
    const takesTexts = reading.sms === 'on' || reading.smsRecovery === 'on'
    return takesTexts && bare.some(({ scopeId }) => scopeId === lineId)
  })
}

const totals: readonly ItemId[] = ['G2', 'G3', 'G5', 'G2.2']

/** Open questions by item and scope; totals are left out, so that nothing is counted twice. */
function openItems(judged: readonly Judgement[], kind: Judgement['unknownKind']): number {
  return judged.filter(({ item, unknownKind }) => unknownKind === kind && !totals.includes(item)).length
}
