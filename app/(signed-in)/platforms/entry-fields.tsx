import type { ReactNode } from 'react'
import { KeptAnswer, KeptArea, KeptCheckboxes, KeptRadios, KeptSelect, KeptText } from '@/app/ui/kept'
import type { EntryFields } from '@/lib/platforms/form'
import type { EntryChoices } from '@/lib/platforms/queries'
import { otherPlatform, type Question, questionsOf } from '@/lib/platforms/questions'
import { platformMethods, type RegisterKind } from '@/lib/vocabulary'
import { methodWords } from '@/lib/words/account-answers'
import { type QuestionWords, registerForms } from '@/lib/words/platform-form'

type Given = { kind: RegisterKind; now: EntryFields; choices: EntryChoices }

/** The questions about one thing in the register. Stands in a form of the class `entryForm`. */
export function EntryFieldsOf({ kind, now, choices }: Given) {
  const words = registerForms[kind].questions
  return questionsOf[kind].map((question) => {
    const field = (
      <Asked
        key={question.name}
        question={question}
        words={words[question.name] ?? { label: question.name }}
        now={now}
        choices={choices}
      />
    )
    return question.after ? (
      <Follows key={question.name} question={question.after.question}>
        {field}
      </Follows>
    ) : (
      field
    )
  })
}

function Asked(props: { question: Question; words: QuestionWords; now: EntryFields; choices: EntryChoices }) {
  const { question, words, now, choices } = props
  const { name, optional } = question
  const given = now[name]
  const value = typeof given === 'string' ? given : ''
  const values = typeof given === 'object' ? given : []
  const asked = { name, label: words.label, hint: words.hint }
  switch (question.asks) {
    case 'one':
      return <KeptRadios {...asked} value={value} choices={choicesOf(words)} />
    case 'short':
      return <KeptAnswer {...asked} value={value} choices={choicesOf(words)} />
    case 'methods':
      return (
        <KeptCheckboxes
          {...asked}
          values={values}
          choices={platformMethods.map((method) => ({ value: method, label: methodWords[method].name }))}
        />
      )
    case 'keys':
      return choices.credentials.length === 0 ? (
        <p className="max-w-measure text-soft">{words.none}</p>
      ) : (
        <KeptCheckboxes
          {...asked}
          values={values}
          choices={choices.credentials.map(({ id, name: label }) => ({ value: id, label }))}
          optional
        />
      )
    case 'service':
      return (
        <KeptSelect
          {...asked}
          choose={words.choose}
          value={value}
          options={[...optionsOf(choices.services), { value: otherPlatform, label: words.other ?? '' }]}
        />
      )
    case 'platform':
      return (
        <KeptSelect
          {...asked}
          choose={words.choose}
          value={value}
          options={optionsOf(choices.platforms)}
          optional={optional}
        />
      )
    case 'party':
      return (
        <KeptSelect
          {...asked}
          choose={words.choose}
          value={value}
          options={optionsOf(choices.thirdParties)}
          optional={optional}
        />
      )
    case 'day':
      return <KeptText {...asked} value={value} type="date" width="medium" optional={optional} />
    case 'count':
      return (
        <KeptText
          {...asked}
          value={value}
          inputMode="numeric"
          maxLength={7}
          width="short"
          optional={optional}
        />
      )
    case 'long':
      return <KeptArea {...asked} value={value} maxLength={300} rows={3} optional={optional} />
    case 'text':
      return <KeptText {...asked} value={value} maxLength={120} autoComplete="off" optional={optional} />
  }
}

const optionsOf = (named: readonly { id: string; name: string }[]) =>
  named.map(({ id, name }) => ({ value: id, label: name }))

const choicesOf = ({ choices = {} }: QuestionWords) =>
  Object.entries(choices).map(([value, said]) =>
    typeof said === 'string' ? { value, label: said } : { value, ...said },
  )

/** Questions that only some answers lead to. The stylesheet hides them, so that it works before JavaScript does. */
function Follows({ question, children }: { question: string; children: ReactNode }) {
  const shown = shownAfter[question as keyof typeof shownAfter]
  return <div className={`flex-col gap-6 ${shown}`}>{children}</div>
}

const shownAfter = {
  heldBy:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=heldBy][value=agency]:checked]/entry:flex',
  serviceId: 'flex supports-[selector(:has(*))]:hidden group-has-[option[value=other]:checked]/entry:flex',
  audited:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=audited][value=yes]:checked]/entry:flex',
  shows:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=shows][value=methods]:checked]/entry:flex',
  compromise:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=compromise][value=suspected]:checked]/entry:flex group-has-[[name=compromise][value=confirmed]:checked]/entry:flex',
  agreement:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=agreement][value=signed]:checked]/entry:flex group-has-[[name=agreement][value=ended]:checked]/entry:flex',
}

/** The class of the form around the questions: what `Follows` looks into. */
export const entryForm = 'group/entry flex flex-col gap-6'
