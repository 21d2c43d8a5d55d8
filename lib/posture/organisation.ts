/** What the rules for the organisation as a whole give back: ids and closed words only. */
import type { OrganisationItem } from '@/lib/guidance/codes'
import { ctiaSummaryId, ctiaSummaryVersion, guidanceId, guidanceVersion } from '@/lib/guidance/version'
import type { OrganisationScopeKind, UnknownKind, Verdict } from '@/lib/vocabulary'

export type OrganisationJudgement = {
  item: OrganisationItem
  scopeKind: OrganisationScopeKind
  /** An id, a closed word, or `wholeOrganisation`. */
  scopeId: string
  /** As it enters totals: what grew old is unknown, of the kind "old", and a label says what it was. */
  verdict: Verdict
  labels: readonly string[]
  /** Set if, and only if, the verdict is unknown. */
  unknownKind: UnknownKind | null
  nextAction: string | null
  /** The oldest answer it rests on, 2026-11-23; null when nothing was answered. */
  confirmedOn: string | null
  /** The first day on which it will differ though nobody says anything; null for never. */
  turnsOn: string | null
}

/** The scope id of a verdict on the whole. */
export const wholeOrganisation = 'organisation'

/** Which text an item is judged by, and which version of it: the summary of CTIA practices for C1 to C4, else CISA's. */
export const textJudgedBy = (item: OrganisationItem): { id: string; version: string } =>
  item.startsWith('C') && item !== 'C1.cisa'
    ? { id: ctiaSummaryId, version: ctiaSummaryVersion }
    : { id: guidanceId, version: guidanceVersion }
