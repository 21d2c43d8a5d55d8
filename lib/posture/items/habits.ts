/** G1.4 to G1.7: what a person does when something odd arrives (guidance section 4). Statements, not settings. */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { isOpenAnswer, type NoAnswer } from '@/lib/guidance/questions'
import type { PersonInPieces } from '@/lib/posture/items/facts'
import type { Judge, Unasked } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, type Rulings, ruled } from '@/lib/posture/ruling'

export const judgeOddMessages: Judge<'odd_messages'> = (answers, { person }) => {
  if (hasNoApp(person)) return nothing
  return [
    [
      'G1.4',
      by(
        answers.unknownLinks,
        { never: 'met', sometimes: 'partly_met', often: 'not_met' },
        'read_odd_link_example',
      ),
    ],
    [
      'G1.5',
      by(
        answers.groupInvites,
        { always: 'met', sometimes: 'partly_met', no: 'not_met', never_invited: 'not_applicable' },
        'call_before_joining',
      ),
    ],
    [
      'G1.6',
      by(
        answers.alertAsksForCode,
        { would_ignore_and_report: 'met', would_open_settings_myself: 'met', might_type_code: 'not_met' },
        'never_type_a_code',
      ),
    ],
    ['G1.7', by(answers.knowsReport, { yes: 'met', no: 'not_met' }, 'find_report_button')],
  ]
}

/** Whoever said that they have no messaging app is asked nothing of this. */
export const oddMessagesUnasked: Unasked = ({ person }) => (hasNoApp(person) ? nothing : [])

type Known = Ruling['verdict'] & Parameters<typeof ruled>[0]
function by<Answer extends string>(
  answer: Answer | NoAnswer,
  verdicts: Readonly<Record<Exclude<Answer, NoAnswer>, Known>>,
  action: ActionCode,
): Ruling {
  if (isOpenAnswer(answer)) return heldBack(answer, 'answer_piece')
  const verdict = verdicts[answer as Exclude<Answer, NoAnswer>]
  return ruled(verdict, [], verdict === 'partly_met' || verdict === 'not_met' ? action : null)
}

const oddItems: readonly ItemId[] = ['G1.4', 'G1.5', 'G1.6', 'G1.7']
const nothing: Rulings = oddItems.map((item) => [item, ruled('not_applicable')])
const hasNoApp = ({ apps, saidNone }: PersonInPieces) => apps.length === 0 && saidNone.app !== null
