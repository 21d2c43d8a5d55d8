/** G1.3, G1.8 and G1.9 for one messaging app: reviewed, expiring, and allowed to expire (guidance section 4). */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer, type NoAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { RecordsRuling } from '@/lib/posture/items/facts'
import type { About, Judge, Unasked } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'app_use'>

export const judgeAppUse: Judge<'app_use'> = (answers, about) => {
  const { records } = about.context.rulings
  const rests = asOldAsHold(answers, about)
  return [
    ...reviewOfApp(about),
    ['G1.8', rests(expiry(answers, records))],
    ['G1.9', rests(allowed(answers, records))],
  ]
}

/**
 * On an employer's phone both rest on whether messages are on legal hold, which only the holder says: they are no younger
 * than that answer, whoever renewed the others. Where nothing may expire in any case they do not hang on it.
 */
function asOldAsHold({ onDevice }: Answers, { context, holderSaidOn }: About) {
  const hangs = onDevice === 'employer_phone' || onDevice === 'both'
  if (!hangs || holderSaidOn === null || context.rulings.records === 'expiry_forbidden')
    return (ruling: Ruling): Ruling => ruling
  const alsoRestsOn = { confirmedOn: holderSaidOn, enteredOn: holderSaidOn }
  return (ruling: Ruling): Ruling => ({ ...ruling, alsoRestsOn })
}

/** An app in a person's list is in use: whether it was reviewed hangs on no answer of theirs. */
export const reviewOfApp: Unasked = ({ context, app }) => {
  const key = app?.serviceId ?? app?.sentNameId ?? null
  // Nobody can look at an app whose name nobody but its holder knows.
  if (key === null) return [['G1.3', heldBack('unanswered', 'send_app_name', ['name_not_sent'])]]
  const review = context.rulings.appReviews[key]
  if (!review) return [['G1.3', heldBack('never_asked', null, ['not_reviewed_yet'])]]
  const { outcome, reviewedOn } = review
  const ruling =
    outcome === 'approved'
      ? ruled('met')
      : outcome === 'approved_with_limits'
        ? ruled('partly_met', ['approved_with_limits'])
        : ruled('not_met', ['not_approved'], 'choose_approved_app')
  const last = countsUntil(reviewedOn, intervalOf('G1.3', context.intervals))
  const aged: Ruling =
    context.today > last
      ? { ...ruling, labels: [...ruling.labels, 'review_is_old'] }
      : until(ruling, dayAfter(last, 1))
  return [['G1.3', { ...aged, decidedOn: reviewedOn }]]
}

/** G1.8. Where messages have to be kept, the verdict turns round. No length is given in the text, so none is judged. */
function expiry(answers: Answers, records: RecordsRuling | null): Ruling {
  const duty = dutyToKeep(answers, records)
  if (duty === 'kept') return whereKept(answers, ruled('not_applicable', ['records_forbid_expiry']))
  if (answers.usedForSensitive === 'no') return ruled('not_applicable')
  if (isOpenAnswer(answers.usedForSensitive)) return heldBack(answers.usedForSensitive, 'answer_piece')
  if (duty === 'not_decided') return notDecided
  if (isOpenAnswer(duty)) return heldBack(duty, 'answer_piece')
  if (isOpenAnswer(answers.expiry)) return heldBack(answers.expiry, 'look_at_expiry')
  if (answers.expiry === 'not_offered') return ruled('not_met', ['app_offers_no_expiry'], 'move_private_talk')
  if (answers.expiry === 'off') return ruled('not_met', [], 'set_expiry')
  if (answers.expiry === 'on_default_all' || answers.coversSensitive === 'yes') return ruled('met')
  return answers.coversSensitive === 'no'
    ? ruled('not_met', [], 'set_expiry')
    : ruled('partly_met', [], 'look_at_expiry')
}

/** G1.9. A phone of one's own, also one used for work, is not judged: that is for counsel to say. */
function allowed(answers: Answers, records: RecordsRuling | null): Ruling {
  if (answers.onDevice === 'own_phone') return ruled('not_applicable')
  const duty = dutyToKeep(answers, records)
  if (duty === 'kept') return whereKept(answers, isDecided(records) ? ruled('met') : notDecided)
  if (duty === 'not_decided') return notDecided
  return isOpenAnswer(duty) ? heldBack(duty, 'answer_piece') : ruled('met')
}

/** Whether messages have to be kept on this phone. A legal hold comes before every ruling. */
function dutyToKeep(
  { onDevice, onLegalHold }: Answers,
  records: RecordsRuling | null,
): 'kept' | 'free' | 'not_decided' | NoAnswer {
  if (isOpenAnswer(onDevice)) return onDevice
  if (onDevice === 'own_phone') return 'free'
  if (onLegalHold === 'yes' || records === 'expiry_forbidden') return 'kept'
  if (!isDecided(records)) return 'not_decided'
  return isOpenAnswer(onLegalHold) ? onLegalHold : 'free'
}

function whereKept({ expiry: set }: Answers, off: Ruling): Ruling {
  if (isOpenAnswer(set)) return heldBack(set, 'look_at_expiry')
  const on = set === 'on_default_all' || set === 'on_some_chats'
  return on ? ruled('not_met', ['conflicts_with_records_policy'], 'turn_expiry_off') : off
}

const isDecided = (records: RecordsRuling | null) => records !== null && records !== 'not_decided'
/** The organisation has to decide; there is nothing for the person to do. */
const notDecided = heldBack('never_asked', null, ['records_not_decided'])
