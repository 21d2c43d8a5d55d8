/** C3 and C4: who would notice that others send in our name, and when the team last heard what to look for. */
import type { Register, Stated } from '@/lib/platforms/facts'
import { aged, heldBack, openKind, type RegisterRuling, ruled } from '@/lib/platforms/rulings'
import { freshnessOf } from '@/lib/posture/ageing'

/**
 * C3: met when activity and unwanted messages are watched and an audit falls within the interval; an event without an
 * action is not met at once. The summary names no interval for audits: it is the organisation's own.
 */
export function monitoringRuling(register: Register, today: string, interval: number): RegisterRuling {
  const unmended = register.events.find(({ facts }) => facts.actionOn === null)
  if (unmended)
    return ruled('not_met', {
      labels: ['event_without_action'],
      nextAction: 'act_on_event',
      confirmedOn: unmended.confirmedOn,
      about: unmended.id,
    })
  const { monitoring } = register
  if (!monitoring) return heldBack('unanswered', { nextAction: 'look_at_monitoring' })
  return aged(watching(monitoring, today, interval), today, interval)
}

function watching(monitoring: Stated<'monitoring'>, today: string, interval: number): RegisterRuling {
  const { facts, confirmedOn, id: about } = monitoring
  const { activityWatched, unwantedWatched } = facts
  const open = openKind(activityWatched) ?? openKind(unwantedWatched)
  if (open) return heldBack(open, { nextAction: 'look_at_monitoring', confirmedOn, about })
  if (activityWatched === 'no' && unwantedWatched === 'no')
    return ruled('not_met', { nextAction: 'name_a_watcher', confirmedOn, about })
  if (activityWatched !== 'yes' || unwantedWatched !== 'yes')
    return ruled('partly_met', { nextAction: 'name_a_watcher', confirmedOn, about })
  const audit = openKind(facts.audited)
  if (audit || (facts.audited === 'yes' && facts.lastAuditOn === null))
    return heldBack(audit ?? 'unanswered', {
      labels: ['met_so_far'],
      nextAction: 'look_at_monitoring',
      confirmedOn,
      about,
    })
  if (facts.audited === 'no' || facts.lastAuditOn === null)
    return ruled('partly_met', { labels: ['audit_missing'], nextAction: 'hold_an_audit', confirmedOn, about })
  if (freshnessOf(facts.lastAuditOn, today, interval) === 'old')
    return ruled('partly_met', { labels: ['audit_old'], nextAction: 'hold_an_audit', confirmedOn, about })
  return ruled('met', { confirmedOn, about })
}

/**
 * C4: met when one training within the interval reached everybody with access; that the rest of the team was not among
 * them is said beside it. Two that each reached some may have reached the same people, so they stay partly met.
 */
export function trainingRuling(register: Register, today: string, interval: number): RegisterRuling {
  const { trainings, teaching } = register
  if (trainings.length === 0) return withoutTraining(teaching, today, interval)
  const byDay = [...trainings].sort((one, other) => (one.facts.givenOn < other.facts.givenOn ? 1 : -1))
  const fresh = byDay.filter(({ facts }) => freshnessOf(facts.givenOn, today, interval) !== 'old')
  const counted = fresh.length > 0 ? fresh : byDay
  const all = [
    ...counted.filter(reachedAll('whole_team')),
    ...counted.filter(reachedAll('platform_users')),
  ][0]
  const some = counted.filter(({ facts }) => facts.people > 0)
  const of = (training: Stated<'training'>) => ({ confirmedOn: training.facts.givenOn, about: training.id })
  if (all) {
    const labels = all.facts.audience === 'platform_users' ? (['only_platform_users'] as const) : []
    return grownOld(ruled('met', { ...of(all), labels }), today, interval)
  }
  const [latest] = some
  if (latest)
    return grownOld(
      ruled('partly_met', {
        ...of(latest),
        labels:
          some.length > 1 ? ['not_everybody_reached', 'sessions_may_overlap'] : ['not_everybody_reached'],
        nextAction: 'reach_everybody',
      }),
      today,
      interval,
    )
  return grownOld(
    ruled('not_met', { ...(counted[0] ? of(counted[0]) : {}), nextAction: 'hold_a_training' }),
    today,
    interval,
  )
}

const reachedAll =
  (audience: 'whole_team' | 'platform_users') =>
  ({ facts }: Stated<'training'>) =>
    facts.people >= facts.of && facts.audience === audience

function withoutTraining(
  teaching: Stated<'teaching'> | null,
  today: string,
  interval: number,
): RegisterRuling {
  const open = openKind(teaching?.facts.given)
  if (!teaching || open || teaching.facts.given === 'yes')
    return heldBack(open ?? 'unanswered', {
      nextAction: 'add_training',
      confirmedOn: teaching?.confirmedOn ?? null,
    })
  return aged(
    ruled('not_met', { nextAction: 'hold_a_training', confirmedOn: teaching.confirmedOn }),
    today,
    interval,
  )
}

/** A training that lies too far back is not asked about again: the next one is due. */
function grownOld(ruling: RegisterRuling, today: string, interval: number): RegisterRuling {
  const now = aged(ruling, today, interval)
  return now.unknownKind === 'old' ? { ...now, nextAction: 'hold_a_training' } : now
}
