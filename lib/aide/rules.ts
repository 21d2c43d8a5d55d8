/** How long a consent may last, and where it is between asking and its end. Pure. */
import { daysBetween } from '@/lib/words/dates'

/** Days a consent lasts at most, and days somebody has to accept. */
const longestConsent = 366
const daysToAccept = 14
/** Consents that have not ended, at most, for one person. */
export const mostAides = 5

export type Consent = {
  offeredOn: string
  acceptedAt: Date | null
  grantedAt: Date | null
  endedAt: Date | null
  endsOn: string
}
/** `over`: its last day has passed. `not_accepted`: nobody did in time. */
export type ConsentState = 'asked' | 'accepted' | 'granted' | 'ended' | 'over' | 'not_accepted'

/** Where a consent is. @param today 2026-11-23, where the organisation is */
export function stateOf(consent: Consent, today: string): ConsentState {
  if (consent.endedAt) return 'ended'
  if (consent.endsOn < today) return 'over'
  if (consent.grantedAt) return 'granted'
  if (consent.acceptedAt) return 'accepted'
  return daysBetween(consent.offeredOn, today) > daysToAccept ? 'not_accepted' : 'asked'
}

/** Whether a day may be the last one of a consent given today. */
export const mayEndOn = (day: string, today: string) =>
  day >= today && daysBetween(today, day) <= longestConsent
