/**
 * What the security team states about how the organisation sends messages (C1 to C4): closed words, counts, days and
 * references only. Names and other free text are sealed beside it. No value of a key, and no part of one, is kept.
 */
import { z } from 'zod'
import { calendarDate } from '@/lib/accounts/facts'
import {
  agreementStates,
  compromises,
  keptWheres,
  mfaRequirements,
  offered,
  platformAccesses,
  platformHolders,
  platformMethods,
  platformSignIns,
  type RegisterKind,
  shownBesides,
  smsRecoveries,
  trainingAudiences,
  watchStates,
  yesNo,
} from '@/lib/vocabulary'

const day = calendarDate.nullable()
const people = z.number().int().min(0).max(1_000_000)

export const registerFacts = {
  /** Does the organisation send business messages at all? */
  sending: z.strictObject({ sends: z.enum(yesNo) }),
  /** How many of the other staff accounts have a second step of any kind; null when it is not known. */
  staff: z.strictObject({ withMfa: people.nullable(), people: people.nullable() }),
  /** Do programs send with a key of ours, and does anybody outside have one? */
  interfaces: z.strictObject({ credentials: z.enum(yesNo), thirdParties: z.enum(yesNo) }),
  monitoring: z.strictObject({
    activityWatched: z.enum(watchStates),
    /** Complaints, opt-outs, blocks by carriers, jumps in volume. */
    unwantedWatched: z.enum(yesNo),
    audited: z.enum(yesNo),
    lastAuditOn: day,
  }),
  /** Was any training on messaging threats given? Asked for while none is listed. */
  teaching: z.strictObject({ given: z.enum(yesNo) }),
  platform: z.strictObject({
    /** Id of a service of the category message_platform; null when it is named freely. */
    serviceId: z.string().max(40).nullable(),
    /** Used only where the service is not in the catalogue. */
    fidoOffered: z.enum(offered),
    mfaRequired: z.enum(mfaRequirements),
    /** Is everybody listed who can sign in there? */
    allListed: z.enum(yesNo),
  }),
  account: z.strictObject({
    platformId: z.uuid(),
    access: z.enum(platformAccesses),
    heldBy: z.enum(platformHolders),
    /** Of one that an agency uses: which third party that is; null while none is named. */
    thirdPartyId: z.uuid().nullable(),
    signsInBy: z.enum(platformSignIns),
    /** What is asked for besides the password: the methods below, nothing, or it is not known. */
    shows: z.enum(shownBesides),
    methods: z.array(z.enum(platformMethods)).max(platformMethods.length),
    smsRecovery: z.enum(smsRecoveries),
  }),
  credential: z.strictObject({
    platformId: z.uuid().nullable(),
    createdOn: day,
    lastChangedOn: day,
    whereKept: z.enum(keptWheres),
    watched: z.enum(yesNo),
    lastLookedOn: day,
    compromise: z.enum(compromises),
    /** When something was done about it; null while nothing was. */
    actionOn: day,
  }),
  third_party: z.strictObject({
    credentialIds: z.array(z.uuid()).max(50),
    agreement: z.enum(agreementStates),
    coversUse: z.enum(yesNo),
    coversProtection: z.enum(yesNo),
    coversSharing: z.enum(yesNo),
    signedOn: day,
    endsOn: day,
  }),
  event: z.strictObject({ happenedOn: calendarDate, actionOn: day }),
  training: z.strictObject({
    audience: z.enum(trainingAudiences),
    givenOn: calendarDate,
    people: people,
    /** Of how many that should have been there. */
    of: people.min(1),
  }),
} as const satisfies Record<RegisterKind, z.ZodType>

export type FactsOf<Kind extends RegisterKind> = z.infer<(typeof registerFacts)[Kind]>

/** One thing in the register as it was last stated. */
export type Stated<Kind extends RegisterKind> = {
  id: string
  facts: FactsOf<Kind>
  /** The day somebody says it was true, 2026-11-23. */
  confirmedOn: string
}

/** All that the rules of C1 to C4 are given. What was removed is not in it; null is never answered. */
export type Register = {
  sending: Stated<'sending'> | null
  staff: Stated<'staff'> | null
  interfaces: Stated<'interfaces'> | null
  monitoring: Stated<'monitoring'> | null
  teaching: Stated<'teaching'> | null
  platforms: readonly Stated<'platform'>[]
  accounts: readonly Stated<'account'>[]
  credentials: readonly Stated<'credential'>[]
  thirdParties: readonly Stated<'third_party'>[]
  events: readonly Stated<'event'>[]
  trainings: readonly Stated<'training'>[]
}

export const emptyRegister: Register = {
  sending: null,
  staff: null,
  interfaces: null,
  monitoring: null,
  teaching: null,
  platforms: [],
  accounts: [],
  credentials: [],
  thirdParties: [],
  events: [],
  trainings: [],
}
