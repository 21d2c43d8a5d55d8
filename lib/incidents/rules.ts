/** What of an incident sheet cannot be true together, and how far it has come. */
import type { Incident, Standing } from '@/lib/incidents/facts'
import { countsUntil, freshnessOf } from '@/lib/posture/ageing'
import { type OrganisationJudgement, wholeOrganisation } from '@/lib/posture/organisation'
import type { FieldProblems, ReportedTo } from '@/lib/vocabulary'
import { incidentProblems } from '@/lib/words/incident-form'

/** The most sheets one person keeps at a time. */
export const mostSheets = 50
/** Days a removed draft can be put back; afterwards it is gone for good. */
const removedDays = 30
/** What was removed before this moment is gone. */
export const restorableSince = (now: Date) => new Date(now.getTime() - removedDays * 86_400_000)
/** Minutes an opened sheet may be read before it must be opened again. */
export const openMinutes = 60

/** Whom it was really reported to: "nobody yet" is nobody. */
const toldTo = (list: readonly ReportedTo[]) => list.filter((to) => to !== 'nobody_yet')

/**
 * @param days today at the organisation, and today in the time zone that the sheet names: a sheet written in another
 *   zone may be a day ahead.
 * @returns sentences by field; none when all can be so.
 */
export function contradictions(
  { sheet, ...standing }: Incident,
  days: { today: string; there: string },
): FieldProblems {
  const problems = standingProblems(standing, days.today)
  if (sheet.date > days.there) problems['sheet.date'] = [incidentProblems.dayAhead]
  return problems
}

/** The same for what the security team sets of a sheet handed to it. */
export function standingProblems({ state, reportedTo, reportedOn }: Standing, today: string): FieldProblems {
  const problems: FieldProblems = {}
  const told = toldTo(reportedTo).length > 0
  if (told && reportedTo.includes('nobody_yet')) problems.reportedTo = [incidentProblems.nobodyAndSomebody]
  else if (!told && state === 'reported') problems.reportedTo = [incidentProblems.toWhom]
  if (reportedOn !== null && !told) problems.reportedOn = [incidentProblems.toNobody]
  else if (reportedOn !== null && reportedOn > today) problems.reportedOn = [incidentProblems.dayAhead]
  return problems
}

/** What was reported to somebody is reported, whatever the form still said. */
export function settled<Of extends Standing>(of: Of): Of {
  const told = toldTo(of.reportedTo).length > 0
  return told && (of.state === 'draft' || of.state === 'ready') ? { ...of, state: 'reported' } : of
}

/** Handed to the security team: that is a report, from today if none was made before. */
export function handedOver({ state, reportedTo, reportedOn }: Standing, today: string): Standing {
  const others = toldTo(reportedTo).filter((to) => to !== 'own_security_team')
  return {
    state: state === 'closed' ? 'closed' : 'reported',
    reportedTo: ['own_security_team', ...others],
    reportedOn: reportedOn ?? today,
  }
}

/** Taken back before anybody read it: the team was not told. */
export function takenBack({ state, reportedTo, reportedOn }: Standing): Standing {
  const others = toldTo(reportedTo).filter((to) => to !== 'own_security_team')
  if (others.length > 0) return { state, reportedTo: others, reportedOn }
  return { state: state === 'closed' ? 'closed' : 'ready', reportedTo: [], reportedOn: null }
}

/** Coordinates, and links into a map: the one kind of place that is exact without doubt. Takes text of any length. */
export const isExactPlace = (place: string) => coordinates.test(place) || mapLink.test(place)

const coordinates =
  /(?<![\d.])-?\d{1,3}[.,]\d{3,}\s{0,3}°?\s{0,3}[NS]?\s{0,3}[,;/ ]\s{0,3}-?\d{1,3}[.,]\d{3,}|\d{1,3}\s?°\s?\d{1,2}\s?['′]/i
const mapLink =
  /\b(?:geo:-?\d|maps\.app\.goo\.gl|goo\.gl\/maps|maps\.apple\.com|openstreetmap\.org|google\.[a-z.]{2,6}\/maps|what3words|w3w\.co)|\/{3}\p{L}+\.\p{L}+\.\p{L}+/iu

/** Whom people here tell, as the security team stated it, and on which day. */
export type ContactStatement = { value: 'yes' | 'no'; confirmedOn: string }

/**
 * The organisation's part of incident readiness: whether somebody is named (guidance section 10). A statement that grew old
 * is unknown. @param interval days a statement counts: the organisation's own, not the guidance's.
 */
export function contactVerdict(
  stated: ContactStatement | null,
  today: string,
  interval: number,
): OrganisationJudgement {
  const of = { item: 'R.organisation', scopeKind: 'organisation', scopeId: wholeOrganisation } as const
  if (stated === null)
    return {
      ...of,
      verdict: 'unknown',
      labels: [],
      unknownKind: 'never_asked',
      nextAction: 'name_contact',
      confirmedOn: null,
      turnsOn: null,
    }
  const { value, confirmedOn } = stated
  const was = value === 'yes' ? 'met' : 'not_met'
  if (freshnessOf(confirmedOn, today, interval) === 'old')
    return {
      ...of,
      verdict: 'unknown',
      labels: [`was_${was}`],
      unknownKind: 'old',
      nextAction: 'name_contact',
      confirmedOn,
      turnsOn: null,
    }
  return {
    ...of,
    verdict: was,
    labels: [],
    unknownKind: null,
    nextAction: was === 'met' ? null : 'name_contact',
    confirmedOn,
    turnsOn: dayAfter(countsUntil(confirmedOn, interval)),
  }
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
