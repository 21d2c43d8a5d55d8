import { type ReactNode, useId } from 'react'
import { type Choice, notSureLast } from './choice'
import { type Asked, fieldId } from './field'

/**
 * A short question with a few short answers beside it, one of many in a list: on, off, not sure. The answers go below
 * the question where there is no room. The chosen word is underlined and framed, not only coloured.
 */
export function AnswerRow(props: {
  name: string
  label: ReactNode
  hint?: ReactNode
  choices: readonly Choice[]
  value?: string | null
  problems?: readonly string[]
  scope?: Asked['scope']
}) {
  const { name, value, problems = [] } = props
  const id = fieldId(name, props.scope)
  const group = useId()
  const wrong = problems.length > 0
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${group}-label`}
      aria-describedby={wrong ? `${group}-problem` : undefined}
      aria-invalid={wrong || undefined}
      className="flex max-w-measure flex-wrap items-center justify-between gap-x-3 border-rule border-b py-1"
    >
      <span id={`${group}-label`} className="flex-auto py-1 leading-tight">
        <span className="font-semibold">{props.label}</span>
        {props.hint && <span className="block text-aside text-soft">{props.hint}</span>}
      </span>
      {/* React resets radio buttons to their first default after an action: a new answer needs new elements. */}
      <span className="flex" key={value ?? ''}>
        {notSureLast(props.choices).map((choice, place) => (
          <label key={choice.value} htmlFor={place === 0 ? id : `${id}-${choice.value}`} className="answer">
            <input
              type="radio"
              id={place === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={value === choice.value}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {choice.label}
          </label>
        ))}
      </span>
      {wrong && (
        <p
          id={`${group}-problem`}
          className="basis-full border-unmet border-l-4 pl-3 font-semibold text-unmet"
        >
          {problems.join(' ')}
        </p>
      )}
    </div>
  )
}
