/** What the made-up organisation rules on: the apps it reviewed, records law, resolvers, and the phones in its list. */
import type { Tx } from '@/db/client'
import { sentAppNames } from '@/db/schema/pieces'
import { sealedAppName } from '@/lib/messaging/sent'
import type { EmployerLine } from '@/lib/posture/facts'
import type { OrganisationRulings } from '@/lib/posture/items/facts'
import { type Belongs, targetedPhones } from '@/lib/posture/items/records'
import { employerLinesIn, rulingsIn } from '@/lib/posture/items/rulings'
import { stateRuling } from '@/lib/rulings/store'
import type { Topic } from '@/lib/rulings/topics'
import { diceFrom } from './dice'
import type { freelyNamedApps } from './names'
import { beginningOf } from './year'

type Answers = Record<string, string | string[] | null>
type Ruled = {
  topic: Topic
  key: string
  facts: Answers
  texts: Readonly<Record<string, string>>
  confirmedOn: string
}
export type Rulings = {
  statements: readonly Ruled[]
  models: readonly { id: string; platform: string }[]
  of: (who: Belongs) => OrganisationRulings
  /** The telecom record of the organisation's own lines, by carrier. */
  lines: ReadonlyMap<string, EmployerLine>
}

/** Ids of models are the same in every made-up organisation: nothing else hangs on them. */
const dice = diceFrom('models of phones')
/** Kind, name, months since it is no longer the latest, months until updates end, key store, updates. */
const models = (
  [
    ['iphone', 'Maker A, this year', null, null, 'yes', 'monthly_or_better'],
    ['iphone', 'Maker A, two years ago', -13, 30, 'yes', 'monthly_or_better'],
    ['iphone', 'Maker A, six years ago', -60, -2, 'yes', 'less_often'],
    ['android', 'Maker B, this year', null, 80, 'yes', 'monthly_or_better'],
    ['android', 'Maker B, three years ago', -23, 16, 'yes', 'less_often'],
    ['android', 'Maker C, five years ago', -50, -7, 'no', 'less_often'],
  ] as const
).map((model) => [dice.uuid(), ...model] as const)

/** What names of apps stand under once people sent them in: the same in every made-up organisation, as well. */
const namesDice = diceFrom('names of apps')
export const sentNameIds: Readonly<Record<(typeof freelyNamedApps)[number], string>> = {
  'Harbour Chat': namesDice.uuid(),
  'Dockside Messenger': namesDice.uuid(),
}

/** When everything was looked at: half a year before the end. */
export const ruledOn = (until: Date) => new Date(until.getTime() - 170 * 86_400_000)

/** @param until the last day of the made-up year; everything was looked at half a year before. */
export function demoRulings(until: Date): Rulings {
  const month = (months: number | null) =>
    months === null
      ? null
      : new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + months, 1)).toISOString().slice(0, 7)
  const confirmedOn = ruledOn(until).toISOString().slice(0, 10)
  const ruled = (topic: Topic, key: string, facts: Answers, texts = {}): Ruled => ({
    topic,
    key,
    facts,
    texts,
    confirmedOn,
  })
  const reviewed = (key: string, outcome: string, ...collected: string[]) =>
    ruled(
      'app_review',
      key,
      { outcome, collected },
      {
        reference: 'Review of messaging apps, this spring',
        ...(outcome === 'approved_with_limits' ? { limits: 'Nothing confidential, and backups off.' } : {}),
      },
    )
  const ownLines = (carrier: string, said: Answers) =>
    ruled(
      'employer_lines',
      carrier,
      { portOutLock: 'unanswered', simChangeLock: 'unanswered', ...said },
      { holder: 'Telecom office' },
    )
  const statements = [
    reviewed('signal', 'approved', 'phone_number'),
    reviewed('whatsapp', 'approved_with_limits', 'phone_number', 'contacts', 'who_talks_to_whom'),
    reviewed(sentNameIds['Harbour Chat'], 'approved_with_limits', 'phone_number', 'contacts'),
    reviewed('telegram', 'not_approved', 'phone_number', 'contacts', 'group_names'),
    ruled(
      'records',
      '',
      { ruling: 'allowed_with_archive' },
      { policyTitle: 'Records on employer phones', policyVersion: '3' },
    ),
    ruled(
      'records',
      targetedPhones,
      { ruling: 'expiry_forbidden' },
      { policyTitle: 'Records of those who lead', policyVersion: '1' },
    ),
    ruled('employer_dns', '', { trust: 'trusted', otherResolvers: 'not_trusted' }),
    ruled(
      'employer_vpn',
      '',
      { vpn: 'required', alwaysOn: 'yes' },
      { reference: 'Remote access, version 2' },
    ),
    ownLines('verizon', { pin: 'yes', secondStep: 'better_than_texts', passwordAfterPin: 'yes' }),
    ownLines('att', { pin: 'yes', secondStep: 'texts_only', passwordAfterPin: 'unanswered' }),
    ownLines('ee', { pin: 'not_offered', secondStep: 'no_online_account', passwordAfterPin: 'unanswered' }),
    ...models.map(([id, platform, name, latest, updates, hardwareKeyStore, updateFrequency]) =>
      ruled(
        'hardware',
        id,
        {
          platform,
          latest: latest === null ? 'yes' : 'no',
          latestUntil: month(latest),
          updatesUntil: month(updates),
          hardwareKeyStore,
          updateFrequency,
          aerListed: platform === 'android' ? (updates !== null && updates > 0 ? 'yes' : 'no') : 'unanswered',
          listed: 'yes',
        },
        { name },
      ),
    ),
  ]
  const listed = models.map(([id, platform]) => ({ id, platform }))
  return {
    statements,
    models: listed,
    of: (who) => rulingsIn(statements, who),
    lines: employerLinesIn(statements),
  }
}

/** Writes them down as the product does. */
export async function stateRulings(tx: Tx, until: Date, by: string): Promise<void> {
  const names = Object.entries(sentNameIds).map(([name, id]) => ({
    ...{ id, nameSealed: sealedAppName(id, name), sentAt: beginningOf(until) },
  }))
  await tx.insert(sentAppNames).values(names)
  for (const { confirmedOn, ...ruled } of demoRulings(until).statements)
    await stateRuling(tx, { ...ruled, checkedOn: confirmedOn, by, at: beginningOf(until) })
}
