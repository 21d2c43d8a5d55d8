'use client'
/**
 * The fields of the kit inside an ActionForm: each shows what was typed and what is wrong with it after a submit,
 * and what the page gave it before. Same properties as the plain field, without `problems`.
 */
import type { ComponentProps, ReactNode } from 'react'
import { useAnswers } from './action-form'
import { AnswerRow } from './answer-row'
import { Checkbox, CheckboxGroup, type Choice, RadioGroup } from './choice'
import { FileInput, Select, TextArea, TextInput } from './text-input'

type Kept<Field extends (props: never) => ReactNode> = Omit<Parameters<Field>[0], 'problems'>
type Chosen = Omit<ComponentProps<typeof RadioGroup>, 'problems' | 'value' | 'choices'> & {
  choices: readonly Choice[]
  value?: string | null
}

export function KeptText(props: Kept<typeof TextInput>) {
  return <TextInput {...props} {...useKept(props.name, props.value)} />
}

export function KeptArea(props: Kept<typeof TextArea>) {
  return <TextArea {...props} {...useKept(props.name, props.value)} />
}

export function KeptSelect(props: Kept<typeof Select>) {
  return <Select {...props} {...useKept(props.name, props.value)} />
}

/** A browser never gives a file back: after a problem it is chosen again. */
export function KeptFile(props: Kept<typeof FileInput>) {
  return <FileInput {...props} problems={useAnswers().problems[props.name]} />
}

export function KeptRadios(props: Chosen) {
  return <RadioGroup {...props} {...useKept(props.name, props.value ?? undefined)} />
}

export function KeptAnswer(props: Kept<typeof AnswerRow>) {
  return <AnswerRow {...props} {...useKept(props.name, props.value ?? undefined)} />
}

export function KeptCheckboxes(
  props: Omit<ComponentProps<typeof CheckboxGroup>, 'problems' | 'values'> & { values?: readonly string[] },
) {
  const { values, problems } = useAnswers()
  const chosen = wereTyped(values) ? (values[props.name] ?? []) : props.values
  return <CheckboxGroup {...props} values={chosen} problems={problems[props.name]} />
}

export function KeptCheckbox(props: ComponentProps<typeof Checkbox>) {
  const { values, problems } = useAnswers()
  const checked = wereTyped(values) ? (values[props.name] ?? []).length > 0 : props.checked
  // React resets a checkbox to its first default after an action: another answer needs another element.
  return <Checkbox key={String(checked)} {...props} checked={checked} problems={problems[props.name]} />
}

/** The version an edit is based on; once what stands now was shown, that version. */
export function KeptVersion({ version, name = 'version' }: { version: number | string; name?: string }) {
  const { conflict, values } = useAnswers()
  return <input type="hidden" name={name} value={conflict?.version ?? values[name]?.[0] ?? version} />
}

function useKept(name: string, first: string | undefined) {
  const { values, problems } = useAnswers()
  return { value: wereTyped(values) ? values[name]?.[0] : first, problems: problems[name] }
}

const wereTyped = (values: object) => Object.keys(values).length > 0
