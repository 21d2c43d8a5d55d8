/** The organisation's rulings as verdicts need them, out of the statements they are kept in. */
import type { HardwareFacts, OrganisationRulings } from '@/lib/posture/items/facts'
import { noRulings } from '@/lib/posture/items/facts'

/** Topics of the organisation's own statements, and what they are kept by. */
export const rulingTopics = ['app_review', 'records', 'employer_dns', 'hardware', 'employer_lines'] as const
export type RulingTopic = (typeof rulingTopics)[number]
type Statement = { topic: string; key: string; facts: object; confirmedOn: string }

/** What is ruled on now. @param statements the current ones, of any topic. */
export function rulingsIn(statements: readonly Statement[]): OrganisationRulings {
  const of = (topic: RulingTopic) => statements.filter((one) => one.topic === topic)
  const word = (topic: RulingTopic, name: string) => (of(topic)[0]?.facts as Record<string, unknown>)?.[name]
  return {
    appReviews: Object.fromEntries(
      of('app_review').map(({ key, facts, confirmedOn }) => [
        key,
        { ...(facts as { outcome: 'approved' }), reviewedOn: confirmedOn },
      ]),
    ),
    records: (word('records', 'ruling') as OrganisationRulings['records']) ?? noRulings.records,
    employerDns: trustIn(word('employer_dns', 'trust')),
    otherResolvers: trustIn(word('employer_dns', 'otherResolvers')),
  }
}

/** Whatever is not a plain yes or no is no ruling. */
const trustIn = (word: unknown): 'trusted' | 'not_trusted' | null =>
  word === 'trusted' || word === 'not_trusted' ? word : null

/** A model of the security team's list, by its id; null when it was taken off. */
export function hardwareIn(statements: readonly Statement[], id: string): HardwareFacts | null {
  const found = statements.find(({ topic, key }) => topic === 'hardware' && key === id)
  return found ? { ...(found.facts as HardwareFacts), confirmedOn: found.confirmedOn } : null
}
