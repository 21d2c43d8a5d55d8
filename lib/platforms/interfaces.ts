/** C2: the keys that programs send with, what is done when one may be lost, and the agreements with whoever has one. */
import type { Stated } from '@/lib/platforms/facts'
import { aged, heldBack, openKind, type RegisterRuling, ruled } from '@/lib/platforms/rulings'
import { countsUntil } from '@/lib/posture/ageing'

/** Days before an agreement ends from which a label says so. */
export const endsSoonDays = 30

/** C2a: is the use of this key watched, and was it looked at within the interval? */
export function watchedRuling(
  credential: Stated<'credential'>,
  today: string,
  interval: number,
): RegisterRuling {
  const { facts, id: about, confirmedOn } = credential
  const open = openKind(facts.watched)
  if (open) return heldBack(open, { nextAction: 'look_at_credential', confirmedOn, about })
  if (facts.watched === 'no') {
    const unwatched = ruled('not_met', { nextAction: 'watch_credential', confirmedOn, about })
    return aged(unwatched, today, interval)
  }
  if (facts.lastLookedOn === null)
    return heldBack('unanswered', { nextAction: 'look_at_credential', confirmedOn, about })
  const looked = aged(ruled('met', { confirmedOn: facts.lastLookedOn, about }), today, interval)
  return looked.verdict === 'met' ? looked : { ...looked, nextAction: 'look_at_credential' }
}

/** C2b: a suspicion without an action is not met at once, and does not grow old. */
export function compromiseRuling(
  credential: Stated<'credential'>,
  today: string,
  interval: number,
): RegisterRuling {
  const { facts, id: about } = credential
  const confirmedOn = facts.lastLookedOn ?? credential.confirmedOn
  const open = openKind(facts.compromise)
  if (open) return heldBack(open, { nextAction: 'look_at_credential', confirmedOn, about })
  if (facts.compromise !== 'none_seen' && facts.actionOn === null)
    return ruled('not_met', {
      labels: ['action_missing'],
      nextAction: 'act_on_compromise',
      confirmedOn,
      about,
    })
  const labels = facts.compromise === 'none_seen' ? [] : (['action_taken'] as const)
  const seen = aged(ruled('met', { labels, confirmedOn, about }), today, interval)
  return seen.verdict === 'met' ? seen : { ...seen, nextAction: 'look_at_credential' }
}

/** C2c: signed, in force, and saying how the keys may be used, protected and shared. */
export function agreementRuling(
  party: Stated<'third_party'>,
  today: string,
  interval: number,
): RegisterRuling {
  const { facts, id: about, confirmedOn } = party
  const open = openKind(facts.agreement)
  if (open) return heldBack(open, { nextAction: 'look_at_agreement', confirmedOn, about })
  if (facts.agreement === 'ended' || (facts.endsOn !== null && facts.endsOn < today))
    return ruled('not_met', {
      labels: ['agreement_ended'],
      nextAction: 'renew_agreement',
      confirmedOn,
      about,
    })
  if (facts.agreement === 'not_signed')
    return ruled('not_met', { nextAction: 'sign_agreement', confirmedOn, about })
  return aged(clauses(party, today), today, interval)
}

function clauses({ facts, id: about, confirmedOn }: Stated<'third_party'>, today: string): RegisterRuling {
  const said = [facts.coversUse, facts.coversProtection, facts.coversSharing]
  const kinds = said.map(openKind)
  const soon = facts.endsOn !== null && today > countsUntil(facts.endsOn, -endsSoonDays - 1)
  const labels = soon ? (['agreement_ends_soon'] as const) : []
  const nextAction = soon ? 'renew_agreement' : null
  if (kinds.includes('unanswered') || kinds.includes('not_sure'))
    return heldBack(kinds.includes('unanswered') ? 'unanswered' : 'not_sure', {
      labels,
      nextAction: 'look_at_agreement',
      confirmedOn,
      about,
    })
  if (said.includes('no'))
    return ruled('partly_met', {
      labels: ['clause_missing', ...labels],
      nextAction: 'complete_agreement',
      confirmedOn,
      about,
    })
  return ruled('met', { labels, nextAction, confirmedOn, about })
}
