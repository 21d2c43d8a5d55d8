import type { ComponentProps } from 'react'
import { type Asked, Field } from './field'

type Own<Tag extends 'input' | 'textarea' | 'select'> = Asked &
  Omit<ComponentProps<Tag>, keyof Asked | 'id' | 'className' | 'value' | 'required'> & {
    /** What was typed or is known: shown again after a problem. */
    value?: string
  }

export function TextInput(props: Own<'input'> & { width?: keyof typeof widths }) {
  const { asked, rest } = split(props)
  const { value, width = 'full', type = 'text', ...control } = rest
  return (
    <Field {...asked}>
      {(wiring) => (
        <input
          {...control}
          {...wiring}
          type={type}
          defaultValue={value}
          className={`control ${widths[width]}`}
        />
      )}
    </Field>
  )
}

export function TextArea(props: Own<'textarea'>) {
  const { asked, rest } = split(props)
  const { value, rows = 4, ...control } = rest
  return (
    <Field {...asked}>
      {(wiring) => <textarea {...control} {...wiring} rows={rows} defaultValue={value} className="control" />}
    </Field>
  )
}

/** Chosen from a longer list; for up to seven choices a RadioGroup reads better. */
export function Select(
  props: Own<'select'> & { options: readonly { value: string; label: string }[]; choose?: string },
) {
  const { asked, rest } = split(props)
  const { value = '', options, choose, ...control } = rest
  return (
    <Field {...asked}>
      {(wiring) => (
        // React resets a select to its first default after an action: a new value needs a new element.
        <select key={value} {...control} {...wiring} defaultValue={value} className="control">
          {choose && <option value="">{choose}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function FileInput(props: Omit<Own<'input'>, 'value' | 'type'>) {
  const { asked, rest } = split(props)
  return (
    <Field {...asked}>
      {(wiring) => <input {...rest} {...wiring} type="file" className="control py-2 text-aside" />}
    </Field>
  )
}

const widths = { full: '', short: 'max-w-32', medium: 'max-w-64' }

function split<Props extends Asked>(props: Props) {
  const { name, label, hint, help, problems, optional, scope, ...rest } = props
  return { asked: { name, label, hint, help, problems, optional, scope }, rest }
}
