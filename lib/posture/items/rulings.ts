/** The organisation's rulings as verdicts need them, out of the statements they are kept in. */
import type { EmployerLine } from '@/lib/posture/facts'
import type { EmployerVpn, HardwareFacts, OrganisationRulings } from '@/lib/posture/items/facts'
import { type Belongs, recordsFor, recordsIn } from '@/lib/posture/items/records'

/** Topics of the organisation's own statements, and what they are kept by. */
const rulingTopics = [
  'app_review',
  'records',
  'employer_dns',
  'employer_vpn',
  'hardware',
  'employer_lines',
] as const
export type RulingTopic = (typeof rulingTopics)[number]
type Statement = { topic: string; key: string; facts: object; confirmedOn: string }

/**
 * What is ruled on now, as it concerns one person.
 * @param statements the current ones, of any topic
 * @param who decides whose ruling on records theirs is
 */
export function rulingsIn(statements: readonly Statement[], who: Belongs): OrganisationRulings {
  const resolver = factsOf(statements, 'employer_dns')
  const employerDns = trustIn(resolver?.trust)
  const otherResolvers = trustIn(resolver?.otherResolvers)
  const employerVpn = employerVpnIn(statements)
  return {
    appReviews: appReviewsIn(statements),
    records: recordsFor(who, recordsIn(statements)),
    employerDns,
    otherResolvers,
    resolversCheckedOn: employerDns || otherResolvers ? checkedOnOf(statements, 'employer_dns') : null,
    employerVpn,
    vpnCheckedOn: employerVpn && checkedOnOf(statements, 'employer_vpn'),
  }
}

const factsOf = (statements: readonly Statement[], topic: RulingTopic) =>
  statements.find((one) => one.topic === topic)?.facts as Record<string, unknown> | undefined

const checkedOnOf = (statements: readonly Statement[], topic: RulingTopic) =>
  statements.find((one) => one.topic === topic)?.confirmedOn ?? null

/** The apps that were looked at, by service id, or `own`. */
export const appReviewsIn = (statements: readonly Statement[]): OrganisationRulings['appReviews'] =>
  Object.fromEntries(
    statements
      .filter(({ topic }) => topic === 'app_review')
      .map(({ key, facts, confirmedOn }) => [
        key,
        { ...(facts as { outcome: 'approved' }), reviewedOn: confirmedOn },
      ]),
  )

/** Whatever is not a plain yes or no is no ruling. */
const trustIn = (word: unknown): 'trusted' | 'not_trusted' | null =>
  word === 'trusted' || word === 'not_trusted' ? word : null

/** One that is needed for the organisation's data alone may rest, as one does that people are free to use. */
export function employerVpnIn(statements: readonly Statement[]): EmployerVpn | null {
  const { vpn, alwaysOn } = factsOf(statements, 'employer_vpn') ?? {}
  if (vpn === 'required') return alwaysOn === 'yes' ? 'always' : 'at_times'
  if (vpn === 'offered') return 'at_times'
  return vpn === 'none' ? 'none' : null
}

/** What the telecom record says of the organisation's own lines, by carrier. */
export const employerLinesIn = (statements: readonly Statement[]): ReadonlyMap<string, EmployerLine> =>
  new Map(
    statements
      .filter(({ topic }) => topic === 'employer_lines')
      .map(({ key, facts, confirmedOn }) => [key, { ...(facts as EmployerLine), checkedOn: confirmedOn }]),
  )

/** A model of the security team's list, by its id; null when it was taken off. */
export function hardwareIn(statements: readonly Statement[], id: string): HardwareFacts | null {
  const found = statements.find(({ topic, key }) => topic === 'hardware' && key === id)
  return found ? { ...(found.facts as HardwareFacts), confirmedOn: found.confirmedOn } : null
}
