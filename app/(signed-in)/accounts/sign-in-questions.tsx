import type { ReactNode } from 'react'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { KeptAnswer, KeptCheckboxes, KeptRadios, KeptSelect } from '@/app/ui/kept'
import { Traps } from '@/app/ui/traps'
import type { MethodRow } from '@/lib/accounts/facts'
import { keepsNumberForRecovery } from '@/lib/accounts/rules'
import type { AccountStart } from '@/lib/services/rules'
import { authenticatorApps } from '@/lib/vocabulary'
import { codeAppWords, methodWords, stateWords, yesNoWords } from '@/lib/words/account-answers'
import { accountForm as words } from '@/lib/words/account-form'
import { writtenDay } from '@/lib/words/dates'
import { cautionSentences, smsConstraintSentences } from '@/lib/words/services'
import { form } from '@/lib/words/shell'
import { codeAppTrap } from '@/lib/words/traps'
import { type Asking, startListOf, startOf, stateChoices } from './account-form'

type Questions = Pick<Asking, 'choices' | 'values'> & {
  rows: readonly MethodRow[]
  asks: AccountStart['asks']
}
const yesNo = (['yes', 'no', 'not_sure'] as const).map((value) => ({ value, label: yesNoWords[value] }))

/** What opens the account, and what gets back in: one short line each, and what follows from an answer below. */
export function SignInQuestions({ choices, values, rows, asks }: Questions) {
  const { service } = choices
  const inApp = service?.registeredByPhone ?? false
  const asked = rows.filter(({ method }) => method !== 'backup_codes')
  const explained = [
    ...asked.map(({ method }) => method),
    ...(asks.smsSecondFactor ? (['sms_code'] as const) : []),
  ]
  return (
    <>
      <Rows title={inApp ? words.appFactors.title : words.factors.title}>
        {asked.map(({ method, state }) => (
          <KeptAnswer
            key={method}
            name={`method.${method}`}
            label={methodWords[method].name}
            value={startOf(values, `method.${method}`)}
            choices={stateChoices(service === null || state === 'not_offered')}
          />
        ))}
        {asks.smsSecondFactor && <TextMessage values={values} withNotOffered={service === null} />}
        <Disclosure title={words.factors.help}>
          {service && (
            <p>
              {words.known(service.name, writtenDay(service.asOf))}{' '}
              {smsConstraintSentences[service.smsConstraint]}
            </p>
          )}
          {service?.cautions.map((caution) => (
            <p key={caution}>{cautionSentences[caution]}</p>
          ))}
          <Facts
            facts={explained.map((method) => ({
              term: methodWords[method].name,
              value: methodWords[method].means,
            }))}
          />
        </Disclosure>
        <Traps at="account.factors" />
      </Rows>
      {asked.some(({ method }) => method === 'authenticator_code') && (
        <CodeApp choices={choices} values={values} />
      )}
      <div className="follows-key flex flex-col">
        <Keys values={values} />
        <Traps at="account.keys" />
      </div>
      <div className="follows-passkey">
        <KeptAnswer
          name="passwordStillWorks"
          label={words.password.label}
          value={startOf(values, 'passwordStillWorks')}
          choices={yesNo}
        />
      </div>
      {asks.smsRecovery && <Recovery choices={choices} values={values} />}
      <div className={inApp ? '' : 'follows-number'}>
        <KeptRadios
          name="phoneLine"
          label={inApp ? words.phoneLine.registered : words.phoneLine.label}
          value={startOf(values, 'phoneLine')}
          choices={[
            ...choices.lines.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'not_listed', label: words.phoneLine.none },
            { value: 'not_sure', label: form.notSure },
          ]}
        />
      </div>
      {!inApp && <Mailboxes choices={choices} values={values} />}
    </>
  )
}

function Rows(props: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Nobody has to say; beside it, what a copy of the codes would hang on. */
function CodeApp({ choices, values }: Pick<Asking, 'choices' | 'values'>) {
  return (
    <div className="follows-codes flex flex-col gap-2">
      <KeptSelect
        name="codeApp"
        label={words.codeApp.label}
        hint={words.codeApp.hint}
        choose={words.codeApp.choose}
        value={startOf(values, 'codeApp')}
        options={authenticatorApps
          .filter((app) => app !== 'unanswered')
          .map((value) => ({ value, label: codeAppWords[value] }))}
        optional
      />
      <p className="max-w-measure text-soft">{codeAppTrap.plain}</p>
      {choices.codeCopies.map(({ app, accounts }) => (
        <p key={app} className={`copies-${app} max-w-measure`}>
          {codeAppTrap.opened(
            app,
            accounts.map(({ name }) => name),
          )}
        </p>
      ))}
    </div>
  )
}

function TextMessage({ values, withNotOffered }: Pick<Asking, 'values'> & { withNotOffered: boolean }) {
  return (
    <>
      <KeptAnswer
        name="smsSecondFactor"
        label={methodWords.sms_code.name}
        value={startOf(values, 'smsSecondFactor')}
        choices={stateChoices(withNotOffered || startOf(values, 'smsSecondFactor') === 'not_offered')}
      />
      <div className="follows-text">
        <KeptAnswer
          name="smsSecondFactorRemovable"
          label={words.removable.label}
          value={startOf(values, 'smsSecondFactorRemovable')}
          choices={removable}
        />
      </div>
    </>
  )
}

const removable = [
  { value: 'yes', label: words.removable.yes },
  { value: 'no', label: words.removable.no },
  { value: 'not_sure', label: stateWords.not_sure },
]

function Recovery({ choices: { service }, values }: Pick<Asking, 'choices' | 'values'>) {
  const insists = service && keepsNumberForRecovery(service)
  return (
    <Rows title={words.recovery.title}>
      <KeptAnswer
        name="smsRecovery"
        label={words.recovery.text}
        value={startOf(values, 'smsRecovery')}
        choices={stateChoices(startOf(values, 'smsRecovery') === 'not_offered')}
      />
      <div className="follows-reset">
        <KeptAnswer
          name="recoveryRemovable"
          label={words.recoveryRemovable.label}
          hint={insists ? words.recoveryRemovable.insists(writtenDay(service.asOf)) : undefined}
          value={startOf(values, 'recoveryRemovable')}
          choices={removable}
        />
      </div>
      <KeptAnswer
        name="mailboxRecovery"
        label={words.recovery.mail}
        value={startOf(values, 'mailboxRecovery')}
        choices={stateChoices(startOf(values, 'mailboxRecovery') === 'not_offered')}
      />
      <Traps at="account.recovery" />
    </Rows>
  )
}

function Mailboxes({ choices, values }: Pick<Asking, 'choices' | 'values'>) {
  const chosen = startListOf(values, 'recoveryMailboxes') ?? []
  const mailboxes = choices.accounts.filter(({ id, category }) => category === 'email' || chosen.includes(id))
  return (
    <div className="follows-mail">
      <KeptCheckboxes
        name="recoveryMailboxes"
        label={words.mailboxes.label}
        values={chosen}
        choices={[
          ...mailboxes.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'not_listed', label: words.mailboxes.none },
          { value: 'not_sure', label: form.notSure },
        ]}
      />
    </div>
  )
}

function Keys({ values }: Pick<Asking, 'values'>) {
  return (
    <>
      <KeptAnswer
        name="keysOrPasskeys"
        label={words.keys.label}
        value={startOf(values, 'keysOrPasskeys')}
        choices={[
          ...(['1', '2', '3_or_more'] as const).map((value) => ({ value, label: words.keys.choices[value] })),
          { value: 'not_sure', label: stateWords.not_sure },
        ]}
      />
      <div className="follows-keys">
        <KeptAnswer
          name="spareKeptApart"
          label={words.spare.label}
          value={startOf(values, 'spareKeptApart')}
          choices={yesNo}
        />
      </div>
    </>
  )
}
