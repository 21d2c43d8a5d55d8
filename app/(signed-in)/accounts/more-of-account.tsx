import { BeforeChange } from '@/app/ui/before-change'
import { KeptAnswer, KeptArea, KeptCheckboxes, KeptRadios, KeptText } from '@/app/ui/kept'
import { Traps } from '@/app/ui/traps'
import type { MethodRow } from '@/lib/accounts/facts'
import type { AccountStart } from '@/lib/services/rules'
import { heldAs, lowerReasons, methodRoles, valueReasons, visibilities } from '@/lib/vocabulary'
import {
  heldWords,
  lowerWords,
  methodWords,
  reasonWords,
  roleWords,
  visibilityWords,
} from '@/lib/words/account-answers'
import { accountForm as words } from '@/lib/words/account-form'
import { costOf } from '@/lib/words/costs'
import { type Asking, startListOf, startOf, stateChoices } from './account-form'

/** What can wait: each has a start that never reads as good news. */
export function MoreOfAccount(
  props: Pick<Asking, 'choices' | 'values'> & { rows: readonly MethodRow[]; asks: AccountStart['asks'] },
) {
  const { choices, values, rows } = props
  return (
    <div className="flex flex-col gap-6">
      <div className="follows-lowered">
        <KeptRadios
          name="lowerReason"
          label={words.lowerReason.label}
          value={startOf(values, 'lowerReason')}
          choices={lowerReasons.map((value) => ({ value, label: lowerWords[value] }))}
        />
      </div>
      <div className="follows-valuable">
        <KeptCheckboxes
          name="valueReasons"
          label={words.valueReasons.label}
          values={startListOf(values, 'valueReasons')}
          choices={valueReasons.map((value) => ({ value, label: reasonWords[value] }))}
          optional
        />
      </div>
      {choices.atService === 0 && (
        <KeptText {...words.label} name="label" value={startOf(values, 'label')} maxLength={80} optional />
      )}
      <KeptRadios
        name="heldAs"
        label={words.heldAs.label}
        value={startOf(values, 'heldAs')}
        choices={heldAs.map((value) => ({ value, label: heldWords[value] }))}
      />
      <div className="follows-personal">
        <KeptRadios
          name="visibility"
          label={words.visibility.label}
          value={startOf(values, 'visibility')}
          choices={visibilities.map((value) => ({
            value,
            label: visibilityWords[value].name,
            hint: visibilityWords[value].hint,
          }))}
        />
      </div>
      {props.asks.advancedProtection && (
        <div className="flex flex-col">
          <KeptRadios
            name="advancedProtection"
            label={words.advancedProtection.label}
            hint={<BeforeChange cost={costOf('G2.4')} />}
            value={startOf(values, 'advancedProtection')}
            choices={Object.entries(words.advancedProtection.choices).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <Traps at="account.advancedProtection" />
        </div>
      )}
      <Roles rows={rows} values={values} />
      <KeptArea {...words.note} name="note" value={startOf(values, 'note')} maxLength={1000} optional />
    </div>
  )
}

/** Which rows are asked about, and how each is used: hidden fields and a few boxes that most people leave alone. */
function Roles({ rows, values }: Pick<Asking, 'values'> & { rows: readonly MethodRow[] }) {
  const backup = rows.find(({ method }) => method === 'backup_codes')
  return (
    <details className="flex flex-col gap-2">
      <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
        {words.roles.title}
      </summary>
      <p className="text-soft">{words.roles.lead}</p>
      {backup && (
        <KeptAnswer
          name="method.backup_codes"
          label={methodWords.backup_codes.name}
          value={startOf(values, 'method.backup_codes')}
          choices={stateChoices(backup.state === 'not_offered')}
        />
      )}
      {rows.map(({ method, roles }) => (
        <div key={method} className="mt-4">
          <input type="hidden" name="asked" value={method} />
          <KeptCheckboxes
            name={`roles.${method}`}
            label={methodWords[method].name}
            values={startListOf(values, `roles.${method}`) ?? roles}
            choices={methodRoles.map((value) => ({ value, label: roleWords[value] }))}
          />
        </div>
      ))}
    </details>
  )
}
