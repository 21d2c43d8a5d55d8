/** General 6 for one phone: G6.0 looked for updates weekly, G6.1 automatic updates (guidance section 7). */
import { items } from '@/lib/guidance/items'
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { dayAfter, daysBetween } from '@/lib/posture/ageing'
import { leftOpen, openAmong } from '@/lib/posture/items/left-open'
import type { Judge } from '@/lib/posture/items/rules'
import { type Ruling, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'updates'>
/** "Check weekly" is CISA's. */
const weekly = items['G6.0'].interval.days
/** After how many days automatic updates alone no longer stand in for looking: ours. */
const automaticStandsIn = 30

/** @returns G6.0 and G6.1. */
export const judgeUpdates: Judge<'updates'> = (answers, { context }) => [
  ['G6.0', { ...lookedForUpdates(answers, context.today), ...lookOf(answers) }],
  ['G6.1', automaticUpdates(answers)],
]

/** The weekly look is as young as its day; whether updates are automatic is not looked at with it, and ages by itself. */
const lookOf = ({ lastCheckedOn }: Answers) => (lastCheckedOn === null ? {} : { lookedOn: lastCheckedOn })

/** That updates are automatic does not prove that they ran, so it stands in for a look only for a while, and in part. */
function lookedForUpdates(answers: Answers, today: string): Ruling {
  const { looked, lastCheckedOn, pending, autoSystem } = answers
  if (looked === 'never') return ruled('not_met', [], 'check_updates')
  if (lastCheckedOn === null) return leftOpen(looked === 'not_sure' ? 'not_sure' : 'unanswered')
  const days = daysBetween(lastCheckedOn, today)
  if (days <= weekly) return until(thisWeek(pending), dayAfter(lastCheckedOn, weekly + 1))
  if (days > automaticStandsIn) return ruled('not_met', [], 'check_updates')
  if (isOpenAnswer(autoSystem))
    return until(leftOpen(autoSystem, ['bad_so_far'], 'check_updates'), lapsesOn(lastCheckedOn))
  return isOn(autoSystem)
    ? until(ruled('partly_met', [], 'check_updates'), lapsesOn(lastCheckedOn))
    : ruled('not_met', [], 'check_updates')
}
const lapsesOn = (lastCheckedOn: string) => dayAfter(lastCheckedOn, automaticStandsIn + 1)

function thisWeek(pending: Answers['pending']): Ruling {
  if (isOpenAnswer(pending)) return leftOpen(pending, ['met_so_far'], 'check_updates')
  return pending === 'none' ? ruled('met') : ruled('partly_met', [], 'install_updates')
}

/** Two settings on two pages. What the employer manages counts as on, and when it installs is the employer's decision. */
function automaticUpdates({ autoSystem, autoApps }: Answers): Ruling {
  const both = [autoSystem, autoApps]
  const off = both.filter((one) => one === 'off' || one === 'not_offered')
  const open = openAmong(...both)
  const labels = [
    ...(both.includes('managed_by_employer') ? (['employer_sets_updates'] as const) : []),
    ...(both.includes('not_offered') ? (['not_offered_here'] as const) : []),
  ]
  const turnOn =
    autoSystem === 'off' ? 'turn_on_system_updates' : autoApps === 'off' ? 'turn_on_app_updates' : null
  if (open && off.length > 0) {
    const held = leftOpen(open, [...labels, 'bad_so_far'])
    return { ...held, nextAction: turnOn ?? held.nextAction }
  }
  if (open) return leftOpen(open, both.some(isOn) ? [...labels, 'met_so_far'] : labels)
  if (off.length === 0) return ruled('met', labels)
  return ruled(off.length === 1 ? 'partly_met' : 'not_met', labels, turnOn ?? 'check_updates')
}

const isOn = (auto: Answers['autoSystem']) => auto === 'on' || auto === 'managed_by_employer'
