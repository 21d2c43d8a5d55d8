/** What the rules of the pieces are given: one person's answers, the organisation's rulings, and the day. No clock. */
import type { AppPiece, PersonPiece, PhonePiece, PieceAnswers, PieceId } from '@/lib/guidance/pieces'
import type { Intervals } from '@/lib/posture/aged'
import type { Tier, Verdict } from '@/lib/vocabulary'

export type Said<Piece extends PieceId> = {
  facts: PieceAnswers<Piece>
  /** The day the person says it was true, 2026-11-23. */
  confirmedOn: string
  enteredOn: string
  /** The version of the guidance it was asked under. */
  guidanceVersion: string
  /** The day its holder last said what nobody else is asked (G1.9), where somebody answered for them since. */
  holderSaidOn?: string | null
}
type SaidOf<Pieces extends PieceId> = { readonly [Piece in Pieces]?: Said<Piece> }

/** A model in the security team's list, as it was written down (G7.0, A1). Dates are days or months; null is not known. */
export type HardwareFacts = {
  platform: 'iphone' | 'android' | 'other'
  /** Since when another model is the maker's latest; null while it still is. */
  latestUntil: string | null
  /** Security updates end; null where the maker does not say. */
  updatesUntil: string | null
  hardwareKeyStore: 'yes' | 'no' | 'not_sure' | 'unanswered'
  updateFrequency: 'monthly_or_better' | 'less_often' | 'not_sure' | 'unanswered'
  confirmedOn: string
}
export type PhoneInQuestion = {
  id: string
  hardware: HardwareFacts | null
  /** Whether its holder named maker and model, the list not having it. */
  modelNamed: boolean
  said: SaidOf<PhonePiece>
}
export type AppInQuestion = {
  id: string
  /** Null for an app named freely. */
  serviceId: string | null
  /** What its name stands under in the security team's list; null where its holder did not send it. */
  sentNameId: string | null
  said: SaidOf<AppPiece>
}
export type PersonInPieces = {
  id: string
  tier: Tier
  /** The day they were first asked: their invitation. */
  askedOn: string
  said: SaidOf<PersonPiece>
  phones: readonly PhoneInQuestion[]
  apps: readonly AppInQuestion[]
  /** The day they said that they have none; null when they did not. */
  saidNone: Readonly<Record<'phone' | 'app', string | null>>
  /** The worst on General 2 of their Apple accounts, and of their Google ones (G4.1); null where none is listed. */
  vaultAccounts: VaultAccounts
}
/** The makers whose password managers are opened by an account at them, and need no passphrase of their own. */
export type VaultMaker = 'apple' | 'google'
export type VaultAccount = { id: string; verdict: Verdict } & Record<'confirmedOn' | 'enteredOn', string>
export type VaultAccounts = Readonly<Record<VaultMaker, VaultAccount | null>>

export type RecordsRuling = 'expiry_allowed' | 'expiry_forbidden' | 'allowed_with_archive' | 'not_decided'
/** A VPN that the organisation gives people: one that has to run, one that runs only while it is needed or liked. */
export type EmployerVpn = 'always' | 'at_times' | 'none'
export type AppReview = {
  outcome: 'approved' | 'approved_with_limits' | 'not_approved'
  reviewedOn: string
}
/** What the organisation has decided, as far as a verdict on one person hangs on it. What it has not is absent or null. */
export type OrganisationRulings = {
  /** By service id, or by the id of a name that people sent to the security team. */
  appReviews: Readonly<Record<string, AppReview>>
  /** Whether messages may expire on the employer-issued phones of this person's groups; null is not decided. */
  records: RecordsRuling | null
  /** Whether the employer's own resolver is to be trusted (I3, A3); null is not decided. */
  employerDns: 'trusted' | 'not_trusted' | null
  /** Whether resolvers other than the guidance's examples may be named in Private DNS (A3); null is not decided. */
  otherResolvers: 'trusted' | 'not_trusted' | null
  /** The day resolvers were looked at, 2026-11-23; null where neither is decided. */
  resolversCheckedOn: string | null
  /** Whether it gives people a VPN (G8.0, I3, I4); null is not decided. */
  employerVpn: EmployerVpn | null
  /** The day that was looked at; null where it is not decided. */
  vpnCheckedOn: string | null
}
export const noRulings: OrganisationRulings = {
  appReviews: {},
  records: null,
  employerDns: null,
  otherResolvers: null,
  resolversCheckedOn: null,
  employerVpn: null,
  vpnCheckedOn: null,
}

export type Context = {
  /** A calendar day in the organisation's time zone, 2026-11-23. */
  today: string
  /** Days each kind of answer counts; without, the shipped defaults. */
  intervals?: Intervals
  /** Days from the invitation in which to begin. */
  daysToBegin: Readonly<Record<Tier, number>>
  rulings: OrganisationRulings
}
