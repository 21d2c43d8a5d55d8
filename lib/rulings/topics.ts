/**
 * What the organisation rules on, as data: the questions of each topic, the free texts beside them, and which question
 * has to be answered (guidance section 4, G1.3 and G1.9; section 7, G5, G7 and G8; sections 8 and 9, I3, I4, A1
 * and A3).
 */
import { choice, many, month, type Questions } from '@/lib/guidance/questions'
import type { RulingTopic } from '@/lib/posture/items/rulings'
import type { TextKind } from '@/lib/text/rules'

type RulingText = { kind: TextKind; needed?: true }
type TopicShape = {
  questions: Questions
  texts: Readonly<Record<string, RulingText>>
  /** Questions that must have a known answer: without it there is nothing to state. */
  decisive: readonly string[]
}
const topic = <const Shape extends TopicShape>(shape: Shape) => shape
const lock = choice(['on', 'off', 'not_offered'], { optional: true })

export const topics = {
  app_review: topic({
    questions: {
      outcome: choice(['approved', 'approved_with_limits', 'not_approved']),
      collected: many(
        [
          'phone_number',
          'contacts',
          'group_names',
          'who_talks_to_whom',
          'ip_address',
          'device_ids',
          'backups',
          'little_or_none',
        ],
        { optional: true },
      ),
    },
    texts: { limits: { kind: 'reason' }, reference: { kind: 'reason' } },
    decisive: ['outcome'],
  }),
  records: topic({
    questions: {
      ruling: choice(['expiry_allowed', 'allowed_with_archive', 'expiry_forbidden', 'not_decided']),
    },
    texts: {
      policyTitle: { kind: 'name' },
      policyVersion: { kind: 'label' },
      legalCheckedBy: { kind: 'name' },
    },
    decisive: ['ruling'],
  }),
  employer_dns: topic({
    questions: {
      trust: choice(['trusted', 'not_trusted', 'no_resolver']),
      /** Resolvers that the guidance does not name as examples (A3). */
      otherResolvers: choice(['trusted', 'not_trusted'], { optional: true }),
    },
    texts: { reference: { kind: 'reason' } },
    decisive: ['trust'],
  }),
  employer_vpn: topic({
    questions: {
      vpn: choice(['required', 'offered', 'none']),
      /** One that always runs leaves no room for Private Relay (I4), and looks names up itself (I3). */
      alwaysOn: choice(['yes', 'no'], { after: { question: 'vpn', is: ['required'] } }),
    },
    texts: { reference: { kind: 'reason' } },
    decisive: ['vpn', 'alwaysOn'],
  }),
  hardware: topic({
    questions: {
      platform: choice(['iphone', 'android', 'other']),
      latest: choice(['yes', 'no']),
      latestUntil: month({ after: { question: 'latest', is: ['no'] } }),
      updatesUntil: month({ optional: true }),
      hardwareKeyStore: choice(['yes', 'no'], { optional: true }),
      updateFrequency: choice(['monthly_or_better', 'less_often'], { optional: true }),
      /** In Android's list of recommended models for enterprises: a reason to look, judged by nothing (A1). */
      aerListed: choice(['yes', 'no'], { optional: true, after: { question: 'platform', is: ['android'] } }),
      listed: choice(['yes', 'no']),
    },
    texts: { name: { kind: 'label', needed: true }, source: { kind: 'reason' } },
    decisive: ['platform', 'latest', 'latestUntil', 'listed'],
  }),
  employer_lines: topic({
    questions: {
      pin: choice(['yes', 'no', 'not_offered']),
      portOutLock: lock,
      simChangeLock: lock,
      secondStep: choice(['better_than_texts', 'texts_only', 'none', 'no_online_account'], {
        optional: true,
      }),
      passwordAfterPin: choice(['yes', 'no'], { optional: true }),
    },
    texts: { holder: { kind: 'name' } },
    decisive: [],
  }),
}

export type Topic = keyof typeof topics
export const topicIds = Object.keys(topics) as readonly Topic[]
topicIds satisfies readonly RulingTopic[]
/** The shape of a topic without the names of its questions. */
export const topicShape = (id: Topic): TopicShape => topics[id]

/** Apps that people named freely and did not send in: nobody but their holder reads the names, so nobody can look at them. */
export const ownApps = 'own'
