import './account-form.css'
import type { ReactNode } from 'react'
import { ActionForm } from '@/app/ui/action-form'
import type { Choice } from '@/app/ui/choice'
import { Disclosure } from '@/app/ui/disclosure'
import type { FormAction } from '@/app/ui/form-state'
import { KeptAnswer, KeptSelect, KeptText } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { Traps } from '@/app/ui/traps'
import type { AccountFacts } from '@/lib/accounts/facts'
import { rowsAsked, type StartValues } from '@/lib/accounts/form'
import type { AccountChoices } from '@/lib/accounts/queries'
import { defaultsFor } from '@/lib/services/rules'
import { highByDefault, signsInBy } from '@/lib/vocabulary'
import { stateWords, valueWords } from '@/lib/words/account-answers'
import { accountForm as words } from '@/lib/words/account-form'
import { MoreOfAccount } from './more-of-account'
import { SignInQuestions } from './sign-in-questions'

export type Asking = {
  choices: AccountChoices
  values: StartValues
  /** What was stated before; its rows are asked about too. */
  facts?: AccountFacts
}
/** The value a field starts with. */
export const startOf = (values: StartValues, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
export const startListOf = (values: StartValues, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? [value] : value
}

/** The form of an account, new or known: what is asked follows from what the service offers. */
export function AccountForm(
  props: Asking & { action: FormAction; hidden: Readonly<Record<string, string>>; children?: ReactNode },
) {
  const { choices, values, facts } = props
  const { service } = choices
  const start = defaultsFor(service)
  const rows = rowsAsked(service, facts)
  const decided = service !== null && highByDefault.includes(service.category)
  return (
    <ActionForm
      action={props.action}
      className="account-form flex flex-col gap-6"
      loose={['methods', 'serviceId']}
    >
      <Submission />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      {choices.atService > 0 && (
        <KeptText {...words.label} name="label" value={startOf(values, 'label')} maxLength={80} optional />
      )}
      {!service?.registeredByPhone && <SignInChoice choices={choices} values={values} />}
      <div className="follows-own flex flex-col gap-6">
        <SignInQuestions {...{ choices, values, rows }} asks={start.asks} />
      </div>
      {!decided && <ValueQuestion values={values} />}
      <Disclosure title={words.more}>
        {decided && <ValueQuestion values={values} />}
        <MoreOfAccount {...{ choices, values, rows }} asks={start.asks} />
      </Disclosure>
      <div className="flex flex-col gap-2">
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
        <p className="max-w-measure text-soft">{words.neverTyped}</p>
      </div>
    </ActionForm>
  )
}

function SignInChoice({ choices, values }: Pick<Asking, 'choices' | 'values'>) {
  return (
    <div className="flex flex-col gap-4">
      <KeptSelect
        name="signsInBy"
        label={words.signsInBy.label}
        value={startOf(values, 'signsInBy')}
        options={signsInBy.map((value) => ({ value, label: words.signsInBy.choices[value] }))}
      />
      <div className="follows-through">
        <KeptSelect
          name="throughAccountId"
          label={words.through.label}
          choose={words.through.choose}
          value={startOf(values, 'throughAccountId')}
          options={[
            ...choices.accounts.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'not_listed', label: words.through.notListed },
          ]}
        />
      </div>
    </div>
  )
}

function ValueQuestion({ values }: Pick<Asking, 'values'>) {
  return (
    <div className="flex flex-col">
      <KeptAnswer
        name="value"
        label={words.value.label}
        hint={words.value.hint}
        value={startOf(values, 'value')}
        choices={(['high', 'less_valuable', 'not_sure'] as const).map((value) => ({
          value,
          label: valueWords[value],
        }))}
      />
      <Traps at="account.value" />
    </div>
  )
}

/** On, off, not sure; "not offered" where the person has to say so, or has said so. */
export const stateChoices = (withNotOffered: boolean): readonly Choice[] =>
  (withNotOffered
    ? (['on', 'off', 'not_offered', 'not_sure'] as const)
    : (['on', 'off', 'not_sure'] as const)
  ).map((value) => ({ value, label: stateWords[value] }))
