/**
 * The phone itself: G7.0, the maker's latest hardware when it was chosen, and A1, an Android model that keeps keys in
 * hardware and gets updates monthly and for five years (guidance sections 7 and 9). Dates come from the security team's
 * list; nothing is looked up elsewhere.
 */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { dayAfter } from '@/lib/posture/ageing'
import type { HardwareFacts } from '@/lib/posture/items/facts'
import { leftOpen, openAmong } from '@/lib/posture/items/left-open'
import type { About, Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'this_phone'>
type Generation = Answers['generation'] | 'latest_when_chosen'
/** "At least the next five years", counted from choosing the phone and not from the model's launch. */
const yearsOfUpdates = 5

/** @returns G7.0, and A1, which concerns Android phones only. */
export const judgeHardware: Judge<'this_phone'> = (answers, about) => {
  const hardware = about.phone?.hardware ?? null
  const { today } = about.context
  return [
    ['G7.0', untilSupportEnds(latestHardware(answers, hardware, about), hardware, today)],
    ['A1', untilSupportEnds(longUpdates(answers, hardware, about), hardware, today)],
  ]
}

/** Asked of phones used for work and of highly targeted people. An older phone that is supported is never overdue. */
function latestHardware(
  answers: Answers,
  hardware: HardwareFacts | null,
  { person, context, phone }: About,
): Ruling {
  if (answers.usedFor === 'personal' && person.tier === 'standard')
    return ruled('not_applicable', ['personal_use_only'])
  const generation = generationOf(answers, hardware, context.today)
  if (generation === 'not_sure' && phone?.modelNamed) return notListed
  if (isOpenAnswer(generation)) return leftOpen(generation, [], 'choose_phone_model')
  if (generation === 'latest') return ruled('met')
  if (generation === 'latest_when_chosen') return ruled('met', ['was_latest_when_chosen'])
  if (generation === 'no_longer_supported') return unsupported(answers)
  return ruled('partly_met', employers(answers), forLater(answers, 'choose_latest_next_time'))
}

/** From the list where the model stands there, judged at purchase; else what its holder says. */
function generationOf(
  { boughtOn, generation }: Answers,
  hardware: HardwareFacts | null,
  today: string,
): Generation {
  if (!hardware) return generation
  const { latestUntil, updatesUntil } = hardware
  if (isPast(updatesUntil, today)) return 'no_longer_supported'
  if (latestUntil === null) return 'latest'
  if (boughtOn !== null && monthOf(boughtOn) <= monthOf(latestUntil)) return 'latest_when_chosen'
  if (updatesUntil !== null || generation === 'latest') return 'older_still_supported'
  return generation
}

/** Standing in a list of recommended models is a reason to look, and no verdict: the three parts decide. */
function longUpdates(answers: Answers, hardware: HardwareFacts | null, { phone, context }: About): Ruling {
  const { today } = context
  if (!hardware && phone?.modelNamed) return notListed
  if (!hardware) return heldBack('unanswered', 'choose_phone_model')
  if (isPast(hardware.updatesUntil, today)) return unsupported(answers)
  const keys = hardware.hardwareKeyStore
  const monthly = partOf(hardware.updateFrequency, 'monthly_or_better')
  const labels = employers(answers)
  const note = forLater(answers, 'note_for_next_phone')
  if (keys === 'no' && monthly === 'no') return ruled('not_met', labels, note)
  const long = fiveYears(answers.boughtOn, hardware.updatesUntil)
  const lacking = [keys, monthly, long].includes('no')
  const inList = openAmong(keys, monthly, hardware.updatesUntil ?? 'unanswered')
  const soFar: LabelCode[] = lacking ? ['bad_so_far'] : []
  if (inList) return heldBack(inList, null, ['list_incomplete', ...soFar])
  if (isOpenAnswer(long)) return leftOpen(long, soFar)
  return lacking ? ruled('partly_met', labels, note) : ruled('met')
}

/** Its holder said what they can; the list is the security team's to fill. */
const notListed = heldBack('never_asked', null, ['model_not_listed'])

const partOf = <Good extends string>(answer: Good | string, good: Good) =>
  isOpenAnswer(answer) ? answer : answer === good ? 'yes' : 'no'

function fiveYears(boughtOn: string | null, updatesUntil: string | null): 'yes' | 'no' | 'unanswered' {
  if (boughtOn === null || updatesUntil === null) return 'unanswered'
  const inFiveYears = `${Number(boughtOn.slice(0, 4)) + yearsOfUpdates}${monthOf(boughtOn).slice(4)}`
  return monthOf(updatesUntil) >= inFiveYears ? 'yes' : 'no'
}

const isEmployers = ({ providedBy }: Answers) => providedBy === 'employer'
const employers = (answers: Answers): LabelCode[] => (isEmployers(answers) ? ['asked_of_organisation'] : [])
const forLater = (answers: Answers, action: ActionCode) => (isEmployers(answers) ? null : action)
const unsupported = (answers: Answers) =>
  ruled(
    'not_met',
    ['no_longer_supported', ...employers(answers)],
    isEmployers(answers) ? 'ask_for_newer_phone' : 'replace_phone',
  )

function untilSupportEnds(ruling: Ruling, hardware: HardwareFacts | null, today: string): Ruling {
  const ends = hardware?.updatesUntil
  if (!ends || isPast(ends, today) || ruling.verdict === 'not_applicable') return ruling
  return until(ruling, dayAfter(lastDayOf(ends), 1))
}

const isPast = (until: string | null, today: string) => until !== null && lastDayOf(until) < today
const monthOf = (date: string) => date.slice(0, 7)
/** A month lasts to its last day. */
function lastDayOf(date: string): string {
  if (date.length > 7) return date
  const nextMonth = dayAfter(`${date}-28`, 4).slice(0, 7)
  return dayAfter(`${nextMonth}-01`, -1)
}
