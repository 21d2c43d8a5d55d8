import type { ComponentProps, ReactNode } from 'react'
import { type Asked, FieldGroup, fieldId, Problems, problemId, type Wiring } from './field'

export type Choice<Value extends string = string> = {
  value: Value
  label: ReactNode
  hint?: ReactNode
  /** The places of the questions that this answer leads to, for a stylesheet that shows them. */
  opens?: string
}

/** "I'm not sure" stands last wherever it was listed, and looks like any other choice. */
export const notSureLast = <Value extends string>(choices: readonly Choice<Value>[]) => [
  ...choices.filter((choice) => choice.value !== 'not_sure'),
  ...choices.filter((choice) => choice.value === 'not_sure'),
]

/** One of a few. `segmented` sets short choices side by side: on, off, not sure. */
export function RadioGroup<Value extends string>({
  choices,
  value,
  layout = 'list',
  ...asked
}: Asked & { choices: readonly Choice<Value>[]; value?: Value | null; layout?: keyof typeof layouts }) {
  return (
    <FieldGroup {...asked}>
      {(wiring) => (
        <Options
          {...{ wiring, choices, layout }}
          type="radio"
          chosen={value === null || value === undefined ? [] : [value]}
        />
      )}
    </FieldGroup>
  )
}

/** Any number of them. */
export function CheckboxGroup<Value extends string>({
  choices,
  values = [],
  ...asked
}: Asked & { choices: readonly Choice<Value>[]; values?: readonly Value[] }) {
  return (
    <FieldGroup {...asked}>
      {(wiring) => <Options {...{ wiring, choices }} type="checkbox" layout="list" chosen={values} />}
    </FieldGroup>
  )
}

/** A single yes: a consent, a confirmation. */
export function Checkbox(props: {
  name: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
  value?: string
  problems?: readonly string[]
  scope?: string
}) {
  const id = fieldId(props.name, props.scope)
  const { checked = false, problems = [], value = 'yes' } = props
  const wrong = problems.length > 0
  return (
    <div className="flex max-w-measure flex-col gap-1">
      {wrong && <Problems id={id} problems={problems} />}
      <Option
        key={String(checked)}
        choice={{ value, label: props.label, hint: props.hint }}
        control={{
          type: 'checkbox',
          id,
          name: props.name,
          defaultChecked: checked,
          'aria-describedby': wrong ? problemId(id) : undefined,
          'aria-invalid': wrong || undefined,
        }}
      />
    </div>
  )
}

const layouts = {
  list: 'flex flex-col gap-1',
  segmented: 'grid gap-1 grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))]',
}

function Options(props: {
  wiring: Wiring
  type: 'radio' | 'checkbox'
  layout: keyof typeof layouts
  choices: readonly Choice[]
  chosen: readonly string[]
}) {
  const { wiring } = props
  return (
    // React resets choices to their first default after an action: a new answer needs new elements.
    <div className={layouts[props.layout]} key={props.chosen.join()}>
      {notSureLast(props.choices).map((choice, place) => (
        <Option
          key={choice.value}
          choice={choice}
          control={{
            type: props.type,
            // The first one bears the field's own id, so that an error summary leads to it.
            id: place === 0 ? wiring.id : `${wiring.id}-${choice.value}`,
            name: wiring.name,
            defaultChecked: props.chosen.includes(choice.value),
            ...(choice.opens && { 'data-opens': choice.opens }),
            'aria-describedby': wiring['aria-describedby'],
          }}
        />
      ))}
    </div>
  )
}

type Control = ComponentProps<'input'> & { id: string; 'data-opens'?: string }

function Option({ choice, control }: { choice: Choice; control: Control }) {
  return (
    <label htmlFor={control.id} className="choice">
      <input {...control} value={choice.value} className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">
        {choice.label}
        {choice.hint && <span className="block text-soft">{choice.hint}</span>}
      </span>
    </label>
  )
}
