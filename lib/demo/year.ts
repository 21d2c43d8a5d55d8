/** When things happen in a made-up year: who is invited when, who joins, and when they sit down to their list. */
import type { Dice } from './dice'
import type { Member } from './roster'

const day = 86_400_000
const hour = 3_600_000

export type Dates = {
  invitedAt: Date
  /** Null while the link is unused. */
  joinedAt: Date | null
  /** When the person sat down to their list; the first time it is begun. All at or before `until`. */
  sittings: readonly Date[]
  leftAt: Date | null
}

/** The first day of the year that ends at `until`. */
export const beginningOf = (until: Date) => new Date(until.getTime() - 365 * day)

/** The days on which leadership's page is released: every 30 days since the third month, the last one at `until`. */
export const monthsOf = (until: Date) =>
  Array.from({ length: 11 }, (_, at) => new Date(until.getTime() - (10 - at) * 30 * day))

/** A third is invited in the first weeks, the others over the year. The cast has lists before it has passkeys. */
export function datesFrom(dice: Dice, member: Member, until: Date): Dates {
  const start = beginningOf(until).getTime()
  const after = (from: number, least: number, most: number) =>
    Math.floor(from / day) * day + dice.between(least, most) * day + dice.between(7 * 60, 17 * 60) * 60_000
  const early = member.cast || member.left || dice.chance(0.34)
  const invited = early ? after(start, 1, 14) : after(start, 15, 352)
  const joins = member.left || dice.chance(0.9)
  const joined = after(invited, 1, 16)
  const joinedAt = joins && !member.cast && joined < until.getTime() ? new Date(joined) : null
  const left = member.left ? after(start, 200, 330) : null
  const end = left ?? until.getTime()
  const begins = (member.cast || joinedAt) && (member.cast || dice.chance(0.94))
  const sittings = begins ? sittingsFrom(dice, joined, after, member.cast) : []
  return {
    invitedAt: new Date(invited),
    joinedAt,
    sittings: sittings.filter((at) => at < end - hour).map((at) => new Date(at)),
    leftAt: left === null ? null : new Date(left),
  }
}

/** Most come back after some weeks, most of them again; who stays away has old answers in the end. */
function sittingsFrom(
  dice: Dice,
  joined: number,
  after: (from: number, least: number, most: number) => number,
  surely: boolean,
): number[] {
  const found = [joined + dice.between(5, 50) * 60_000]
  for (const [least, most] of [
    [10, 60],
    [30, 110],
    [60, 140],
    [60, 150],
  ] as const) {
    if (!surely && !dice.chance(0.88)) break
    found.push(after(found.at(-1) ?? joined, least, most))
  }
  return found
}
