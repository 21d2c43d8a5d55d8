import type { ReactNode } from 'react'
import { KeptArea, KeptCheckboxes, KeptRadios, KeptText } from '@/app/ui/kept'
import type { Question } from '@/lib/guidance/questions'
import type { RulingPage } from '@/lib/rulings/queries'
import { topicShape } from '@/lib/rulings/topics'
import { textLimits } from '@/lib/text/rules'
import { rulingForm, rulingQuestions, rulingTextWords } from '@/lib/words/ruling-form'

/** The questions of one topic, with what stands now. Stands in a form of the class `rulingFormClass`. */
export function RulingFields({ ruling }: { ruling: RulingPage }) {
  const { questions, decisive } = topicShape(ruling.topic)
  const told = ruling.now?.facts ?? {}
  return Object.entries(questions).map(([name, question]) => {
    const field = (
      <Asked
        key={name}
        topic={ruling.topic}
        name={name}
        question={question}
        given={told[name]}
        decides={decisive.includes(name)}
      />
    )
    return question.after ? (
      <div key={name} className={`flex flex-col ${shownAfter[name] ?? ''}`}>
        {field}
      </div>
    ) : (
      field
    )
  })
}

/** A question that follows from an answer is shown once that is given; the stylesheet hides it otherwise. */
export const rulingFormClass = 'group/ruling flex flex-col gap-6'
const shownAfter: Readonly<Record<string, string>> = {
  latestUntil:
    'supports-[selector(:has(*))]:hidden group-has-[input[name=latest][value=no]:checked]/ruling:flex',
  aerListed:
    'supports-[selector(:has(*))]:hidden group-has-[input[name=platform][value=android]:checked]/ruling:flex',
  alwaysOn:
    'supports-[selector(:has(*))]:hidden group-has-[input[name=vpn][value=required]:checked]/ruling:flex',
}

type Asking = {
  topic: RulingPage['topic']
  name: string
  question: Question
  given: string | null | readonly string[] | undefined
  decides: boolean
}
function Asked({ topic, name, question, given, decides }: Asking): ReactNode {
  const { label, hint, notes, choices = {} } = rulingQuestions[topic][name] ?? { label: name }
  const asked = {
    name,
    label,
    hint,
    help: notes && { title: rulingForm.more, text: notes.map((note) => <p key={note}>{note}</p>) },
    optional: !decides,
  }
  const options = Object.entries(choices).map(([value, said]) => ({ value, label: said }))
  const single = typeof given === 'string' ? given : ''
  if (question.kind === 'choice') {
    const unsure = decides ? [] : [{ value: 'not_sure', label: rulingForm.notSure }]
    return <KeptRadios {...asked} value={single} choices={[...options, ...unsure]} />
  }
  if (question.kind === 'many')
    return <KeptCheckboxes {...asked} values={Array.isArray(given) ? given : []} choices={options} />
  return <KeptText {...asked} value={single} type="month" width="medium" autoComplete="off" />
}

/** The free texts beside them. */
export function RulingTexts({ ruling }: { ruling: RulingPage }) {
  return Object.entries(topicShape(ruling.topic).texts).map(([name, { kind, needed }]) => {
    const asked = {
      name,
      ...(rulingTextWords[ruling.topic][name] ?? { label: name }),
      value: ruling.now?.texts[name] ?? '',
      maxLength: textLimits[kind],
      optional: !needed,
      autoComplete: 'off',
    }
    return kind === 'reason' ? (
      <KeptArea key={name} {...asked} rows={2} />
    ) : (
      <KeptText key={name} {...asked} />
    )
  })
}
