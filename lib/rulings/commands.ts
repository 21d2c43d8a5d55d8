/** The security team rules: on a messaging app, on records law, on a resolver and a VPN, on a model of phone, on employer's lines. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import { command, type Submission } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { settingsOf } from '@/lib/organisation/queries'
import { allPhones, asForAll } from '@/lib/posture/items/records'
import { startJudging } from '@/lib/posture/store-turning'
import { entrySchema, type RulingEntry } from '@/lib/rulings/entry'
import { deviceGroups } from '@/lib/rulings/groups'
import { mayReview, refreshRulings } from '@/lib/rulings/judging'
import {
  isEnd,
  lockRulings,
  type RulingRow,
  rulingHistory,
  rulingsNow,
  rulingTexts,
  stateRuling,
} from '@/lib/rulings/store'
import { type Topic, topicIds, topicShape } from '@/lib/rulings/topics'
import { servicesAsCorrected } from '@/lib/services/queries'
import { dayOf } from '@/lib/words/dates'
import { fieldWords } from '@/lib/words/fields'
import { rulingProblems } from '@/lib/words/rulings'

/** Models of phones that may be listed. */
const mostModels = 300

/** What a stale statement comes back with. */
export type CurrentRuling = Omit<RulingEntry, 'key'> & { topic: Topic }

/**
 * Each states what is so from now on, replaces what was stated before, and has everybody judged anew whom it concerns.
 * Answers `{ key }`, problems by field, or a conflict (CurrentRuling). Throws NotThere for an app, carrier, model or
 * group of phones that there is not.
 */
export const reviewApp = stating('app_review')
/** For all phones the employer gave people when the key is empty; else for the group it names. */
export const ruleOnRecords = stating('records')
export const ruleOnResolver = stating('employer_dns')
export const ruleOnVpn = stating('employer_vpn')
/** Lists a model of phone when the key is empty; else changes the one it names. */
export const listModel = stating('hardware')
export const stateEmployerLines = stating('employer_lines')

function stating(topic: Topic) {
  return command({
    permission: 'rulings:revise',
    action: 'ruling.stated',
    input: entrySchema(topic),
    run: async ({ actor, tx, now }, entry) => {
      await lockRulings(tx)
      const before = await rulingHistory(tx, topic, entry.key)
      const [held] = before
      const isNew = topic === 'hardware' && entry.key === ''
      if (before.length !== entry.version && !isNew)
        throw new Stale(held ? currentRuling(topic, held, before.length) : null)
      await checkKey(tx, topic, entry.key, held)
      await checkAnswers(tx, topic, entry, now)
      const key = isNew ? randomUUID() : entry.key
      const id = await stateRuling(tx, { ...entry, key, topic, by: actor.personId, at: now })
      await refreshRulings(tx, now)
      await startJudging(tx, topic === 'hardware' ? 'hardware' : 'ruling', actor.personId, now)
      return {
        result: { key },
        trail: {
          subject: { kind: 'ruling', id },
          before: held ? { topic, key, facts: held.facts, checkedOn: held.confirmedOn } : null,
          after: { topic, key, facts: entry.facts, checkedOn: entry.checkedOn },
        },
      }
    },
  })
}

/**
 * A group of phones has no ruling of its own any more: that for all phones holds for it again, or that of the other
 * group its people are in. What was stated is kept. Throws NotThere where there is none to end, and for all phones.
 */
export const endGroupRuling = command({
  permission: 'rulings:revise',
  action: 'ruling.ended',
  input: z.strictObject({ key: z.string().max(80), version: z.coerce.number().int().min(0) }),
  run: async ({ actor, tx, now }, { key, version }) => {
    await lockRulings(tx)
    const before = await rulingHistory(tx, 'records', key)
    const [held] = before
    if (key === allPhones || !held) throw new NotThere('ruling')
    if (before.length !== version) throw new Stale(currentRuling('records', held, before.length))
    if (isEnd(held)) throw new NotThere('ruling')
    const checkedOn = dayOf(now, (await settingsOf(tx)).timeZone)
    const facts = { ruling: asForAll }
    const ended = { topic: 'records', key, facts, texts: {}, checkedOn, by: actor.personId, at: now } as const
    const id = await stateRuling(tx, ended)
    await refreshRulings(tx, now)
    await startJudging(tx, 'ruling', actor.personId, now)
    return {
      result: { key },
      trail: {
        subject: { kind: 'ruling', id },
        before: { topic: 'records', key, facts: held.facts, checkedOn: held.confirmedOn },
        after: null,
      },
    }
  },
})

const currentRuling = (topic: Topic, row: RulingRow, version: number): CurrentRuling => ({
  topic,
  version,
  checkedOn: row.confirmedOn,
  facts: row.facts as CurrentRuling['facts'],
  texts: rulingTexts(row),
})

async function checkKey(tx: Tx, topic: Topic, key: string, held: RulingRow | undefined): Promise<void> {
  if (topic === 'employer_dns' || topic === 'employer_vpn') {
    if (key !== '') throw new NotThere('ruling')
    return
  }
  if (topic === 'records') {
    const group = (await deviceGroups(tx)).find((one) => one.key === key)
    if (!group || (group.retired && (!held || isEnd(held)))) throw new NotThere('ruling')
    return
  }
  if (topic === 'hardware') {
    if (key !== '' && !held) throw new NotThere('ruling')
    return
  }
  const service = (await servicesAsCorrected(tx)).get(key)
  const known =
    topic === 'employer_lines' ? service?.category === 'carrier' : await mayReview(tx, key, service?.category)
  if (!known) throw new NotThere('ruling')
}

async function checkAnswers(tx: Tx, topic: Topic, { checkedOn, facts, key }: RulingEntry, now: Date) {
  const today = dayOf(now, (await settingsOf(tx)).timeZone)
  if (checkedOn > today) throw problemAt('checkedOn', rulingProblems.future)
  for (const [name, { kind, after }] of Object.entries(topicShape(topic).questions)) {
    const asked = after === undefined || after.is.includes(String(facts[after.question]))
    if (!asked || !topicShape(topic).decisive.includes(name)) continue
    if (kind === 'month' && facts[name] === null) throw problemAt(`facts.${name}`, rulingProblems.month)
    if (kind === 'choice' && isOpenAnswer(facts[name])) throw problemAt(`facts.${name}`, fieldWords.choose)
  }
  const until = facts.latestUntil
  if (typeof until === 'string' && until > today.slice(0, 7))
    throw problemAt('facts.latestUntil', rulingProblems.future)
  if (topic === 'hardware' && key === '' && (await modelsListed(tx)) >= mostModels)
    throw problemAt('', rulingProblems.tooManyModels(mostModels))
}

const modelsListed = async (tx: Tx) =>
  (await rulingsNow(tx)).filter(({ topic }) => topic === 'hardware').length

const byTopic: Readonly<Record<Topic, ReturnType<typeof stating>>> = {
  app_review: reviewApp,
  records: ruleOnRecords,
  employer_dns: ruleOnResolver,
  employer_vpn: ruleOnVpn,
  hardware: listModel,
  employer_lines: stateEmployerLines,
}

/** The same for a form that says its topic: `{ topic, entry }`. Throws NotThere for a topic there is not. */
export async function stateAny(
  actor: Actor,
  raw: unknown,
  submission?: Submission,
): ReturnType<typeof reviewApp> {
  const asked = z.strictObject({ topic: z.enum(topicIds), entry: z.unknown() }).safeParse(raw)
  if (!asked.success) throw new NotThere('ruling')
  return byTopic[asked.data.topic](actor, asked.data.entry, submission)
}
