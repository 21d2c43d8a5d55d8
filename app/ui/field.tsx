import type { ReactNode } from 'react'
import { form } from '@/lib/words/shell'
import { Disclosure } from './disclosure'

/** What every question of a form may carry. */
export type Asked = {
  name: string
  label: string
  hint?: ReactNode
  /** Help that some people need: folded away beside the question. */
  help?: { title: string; text: ReactNode }
  /** What is wrong with the answer, from the outcome of the command; none or empty when nothing is. */
  problems?: readonly string[]
  /** 'told': the form says once above that nothing in it has to be answered. */
  optional?: boolean | 'told'
  /** Tells this form's fields from another form's on the same page. */
  scope?: string
}
/** What the control inside a field has to carry, so that label, hint and problem belong to it. */
export type Wiring = {
  id: string
  name: string
  'aria-required': boolean
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The id of the control that answers `name`: where an error summary leads to. */
export const fieldId = (name: string, scope = 'field') => `${scope}-${name.replaceAll(/[^\w-]/g, '-')}`

/** One question with one control: label, hint, problem, and the control that `children` draws with its wiring. */
export function Field({ children, ...asked }: Asked & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wire(asked)
  return (
    <div className="flex max-w-measure flex-col gap-1">
      <label htmlFor={wiring.id} className="font-semibold">
        {asked.label}
        {asked.optional === true && <Optional />}
      </label>
      <About asked={asked} base={wiring.id} />
      {children(wiring)}
    </div>
  )
}

/** The same for several controls that answer one question together. */
export function FieldGroup({ children, ...asked }: Asked & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wire(asked)
  return (
    <fieldset
      className="flex min-w-0 max-w-measure flex-col gap-1"
      aria-describedby={wiring['aria-describedby']}
    >
      <legend className="mb-1 font-semibold">
        {asked.label}
        {asked.optional === true && <Optional />}
      </legend>
      <About asked={asked} base={wiring.id} />
      {children(wiring)}
    </fieldset>
  )
}

function Optional() {
  return <span className="ml-2 font-normal text-soft">({form.optional})</span>
}

function About({ asked, base }: { asked: Asked; base: string }) {
  const problems = asked.problems ?? []
  return (
    <>
      {asked.hint && (
        <div id={`${base}-hint`} className="text-soft">
          {asked.hint}
        </div>
      )}
      {asked.help && <Disclosure title={asked.help.title}>{asked.help.text}</Disclosure>}
      {problems.length > 0 && <Problems id={base} problems={problems} />}
    </>
  )
}

/** What is wrong, beside the control that `id` names. */
export function Problems({ id, problems }: { id: string; problems: readonly string[] }) {
  return (
    <div id={problemId(id)} className="border-unmet border-l-4 pl-3 font-semibold text-unmet">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  )
}
export const problemId = (id: string) => `${id}-problem`

function wire(asked: Asked): Wiring {
  const id = fieldId(asked.name, asked.scope)
  const wrong = (asked.problems?.length ?? 0) > 0
  const told = [asked.hint && `${id}-hint`, wrong && problemId(id)].filter(Boolean).join(' ')
  return {
    id,
    name: asked.name,
    'aria-required': !asked.optional,
    'aria-describedby': told || undefined,
    'aria-invalid': wrong || undefined,
  }
}
