import './follows.css'
import { KeptCheckboxes, KeptRadios, KeptText } from '@/app/ui/kept'
import { MoreQuestions } from '@/app/ui/more-questions'
import type { PieceId } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { type Asked, type InOrder, opens } from '@/lib/guidance/questions-in-order'
import { besideQuestion } from '@/lib/pieces/beside'
import { fieldFrom, listFrom } from '@/lib/pieces/form'
import { piecePage as words } from '@/lib/words/piece-pages'
import { questionText } from '@/lib/words/questions'
import { form } from '@/lib/words/shell'
import { Beside } from './beside'

type Given = {
  piece: PieceId
  platform: string | null
  answers: AnyAnswers | null
  today: string
  /** What there is to know before a question, by its name. */
  told: Readonly<Record<string, string>>
  /** Answers that cannot be so here. */
  leftOut: readonly string[]
}

/** Questions with those that follow from their answers; what is optional stands folded away behind them. */
export function Questions({ order, ...given }: Given & { order: InOrder }) {
  return (
    <>
      {order.needed.map((asked) => (
        <Group key={asked.name} asked={asked} {...given} />
      ))}
      {order.optional.length > 0 && (
        <MoreQuestions title={words.more} open={false} holds={order.optional.map(({ name }) => name)}>
          {order.optional.map((asked) => (
            <Group key={asked.name} asked={asked} {...given} />
          ))}
        </MoreQuestions>
      )}
    </>
  )
}

function Group({ asked, ...given }: Given & { asked: Asked }) {
  if (asked.follows.length === 0) return <One asked={asked} {...given} />
  return (
    <div className="asked flex flex-col gap-6">
      <div>
        <One asked={asked} {...given} />
      </div>
      {asked.follows.map((following, place) => (
        <div
          key={following.is.join()}
          className={`follows-${place + 1} flex flex-col gap-6 border-rule border-l-2 pl-4`}
        >
          <Questions order={following} {...given} />
        </div>
      ))}
    </div>
  )
}

function One({ asked, piece, platform, answers, today, told, leftOut }: Given & { asked: Asked }) {
  const { name, question } = asked
  const { label, hint, notes, choices } = questionText(piece, name)
  const said = {
    ...{ name, label },
    hint: (
      <Beside
        told={told[name]}
        said={hint ?? usualHint(question.kind)}
        {...besideQuestion(piece, name, platform)}
      />
    ),
    optional: question.optional,
    help: notes && {
      title: words.help,
      text: notes.map((note) => <p key={note}>{note}</p>),
    },
  }
  if (question.kind === 'version') {
    return (
      <KeptText {...said} maxLength={8} width="medium" autoComplete="off" value={fieldFrom(answers, name)} />
    )
  }
  if (question.kind !== 'choice' && question.kind !== 'many') {
    return (
      <KeptText
        {...said}
        type={question.kind === 'day' ? 'date' : 'month'}
        max={question.kind === 'day' ? today : today.slice(0, 7)}
        width="medium"
        value={fieldFrom(answers, name)}
      />
    )
  }
  const values =
    asked.name === 'checked' ? question.values.filter((one) => !leftOut.includes(one)) : question.values
  const offered = [...values, 'not_sure'].map((value) => ({
    value,
    label: value === 'not_sure' ? form.notSure : (choices?.[value] ?? value),
    opens: opens(asked, value),
  }))
  if (question.kind === 'many')
    return <KeptCheckboxes {...said} choices={offered} values={listFrom(answers, name)} />
  const short = offered.length <= 4 && offered.every((choice) => choice.label.length <= 14)
  return (
    <KeptRadios
      {...said}
      choices={offered}
      value={fieldFrom(answers, name)}
      layout={short ? 'segmented' : 'list'}
    />
  )
}

const usualHint = (kind: string) =>
  kind === 'day' ? words.dayHint : kind === 'month' ? words.monthHint : undefined
