import type { ReactNode } from 'react'
import { BeforeChange } from '@/app/ui/before-change'
import { KeptAnswer, KeptArea, KeptRadios, KeptSelect, KeptText } from '@/app/ui/kept'
import { MoreQuestions } from '@/app/ui/more-questions'
import { Traps } from '@/app/ui/traps'
import { type LineFields, otherCarrier } from '@/lib/lines/form'
import { costOf } from '@/lib/words/costs'
import { lineForm as words } from '@/lib/words/line-form'

export type LineChoices = {
  carriers: readonly { id: string; name: string }[]
  accounts: readonly { id: string; name: string }[]
}
type Given = { choices: LineChoices; now: LineFields }

/** The questions about one line: what matters first, the rest folded away. Stands in a form of the class `lineForm`. */
export function LineFieldsOf({ choices, now, open = false }: Given & { open?: boolean }) {
  return (
    <>
      <div className="flex flex-wrap gap-x-4 gap-y-6">
        <KeptText name="label" {...words.label} value={now.label} maxLength={80} />
        <KeptText
          name="lastDigits"
          {...words.lastDigits}
          value={now.lastDigits}
          inputMode="numeric"
          autoComplete="off"
          width="short"
          optional
        />
      </div>
      <KeptSelect
        name="carrierId"
        label={words.carrierId.label}
        hint={now.carrierId ? words.carrierId.hint : undefined}
        choose={words.carrierId.choose}
        value={now.carrierId}
        options={[
          ...choices.carriers.map(({ id, name }) => ({ value: id, label: name })),
          { value: otherCarrier, label: words.carrierId.other },
        ]}
        optional
      />
      <Follows to="otherCarrier">
        <KeptText name="ownCarrier" {...words.ownCarrier} value={now.ownCarrier} maxLength={120} optional />
      </Follows>
      <Chosen name="kind" now={now} layout="segmented" />
      <Chosen name="accountHolder" now={now} layout="segmented" />
      <div className="flex flex-col">
        <Chosen name="accountPin" now={now} />
        <Traps at="line.pin" />
      </div>
      <Follows to="pinSet">
        <Chosen name="pinIs" now={now} />
        <Follows to="accountPin">
          <Chosen name="pinOwnChoice" now={now} />
          <KeptText
            name="pinSetOn"
            {...words.pinSetOn}
            value={now.pinSetOn}
            type="date"
            width="medium"
            optional
          />
        </Follows>
      </Follows>
      <MoreQuestions title={words.more} open={open} holds={folded}>
        <p className="text-soft">{words.optionalNow}</p>
        <Short name="usedFor" now={now} />
        <Short name="receivesCodes" now={now} />
        <Short name="portOutLock" now={now} />
        <Short name="simChangeLock" now={now} />
        <div>
          <BeforeChange cost={costOf('G5.0')} />
        </div>
        <CarrierAccount choices={choices} now={now} />
        <KeptArea name="note" {...words.note} value={now.note} maxLength={1000} rows={3} optional />
      </MoreQuestions>
    </>
  )
}

const folded = [
  'usedFor',
  'receivesCodes',
  'portOutLock',
  'simChangeLock',
  'hasOnlineAccount',
  'carrierAccountId',
  'carrierPasswordChanged',
  'carrierPasswordChangedOn',
  'changedWithManager',
  'note',
]

function CarrierAccount({ choices, now }: Given) {
  return (
    <>
      <div className="flex flex-col">
        <Short name="hasOnlineAccount" now={now} />
        <Traps at="line.carrier" />
      </div>
      <Follows to="online">
        {choices.accounts.length === 0 ? (
          <p className="text-soft">{words.carrierAccountId.none}</p>
        ) : (
          <KeptSelect
            name="carrierAccountId"
            label={words.carrierAccountId.label}
            choose={words.carrierAccountId.choose}
            value={now.carrierAccountId}
            options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        )}
        <Short name="carrierPasswordChanged" now={now} />
        <Follows to="changed">
          <KeptText
            name="carrierPasswordChangedOn"
            {...words.carrierPasswordChangedOn}
            value={now.carrierPasswordChangedOn}
            type="date"
            width="medium"
            optional
          />
          <Short name="changedWithManager" now={now} />
        </Follows>
      </Follows>
    </>
  )
}

type Question = {
  [Name in keyof typeof words]: (typeof words)[Name] extends { choices: object } ? Name : never
}[keyof typeof words]

/** A question with closed answers, in the words of the form. */
function Chosen(props: { name: Question; now: LineFields; layout?: 'segmented' }) {
  const { choices, ...asked } = words[props.name]
  return (
    <KeptRadios
      name={props.name}
      {...asked}
      value={props.now[props.name]}
      layout={props.layout ?? 'list'}
      choices={Object.entries(choices).map(([value, said]) =>
        typeof said === 'string'
          ? { value, label: said }
          : { value, label: said.label, hint: said.hint || undefined },
      )}
    />
  )
}

/** The same where all answers are a word or two: beside the question. */
function Short(props: { name: Exclude<Question, 'pinIs'>; now: LineFields }) {
  const { choices, ...asked } = words[props.name]
  return (
    <KeptAnswer
      name={props.name}
      {...asked}
      value={props.now[props.name]}
      choices={Object.entries(choices).map(([value, label]) => ({ value, label }))}
    />
  )
}

/** Questions that only one answer leads to. The stylesheet hides them, so that it works before JavaScript does. */
function Follows({ to, children }: { to: keyof typeof shownAfter; children: ReactNode }) {
  return <div className={`flex-col gap-6 ${shownAfter[to]}`}>{children}</div>
}

const shownAfter = {
  otherCarrier: 'flex supports-[selector(:has(*))]:hidden group-has-[option[value=other]:checked]/line:flex',
  pinSet:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=accountPin][value=set]:checked]/line:flex',
  // By its beginning: Tailwind reads an underscore in a class as a blank.
  accountPin:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=pinIs][value^=account]:checked]/line:flex',
  online:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=hasOnlineAccount][value=yes]:checked]/line:flex',
  changed:
    'flex supports-[selector(:has(*))]:hidden group-has-[[name=carrierPasswordChanged][value=yes]:checked]/line:flex',
}

/** The class of the form around the questions: what `Follows` looks into. */
export const lineForm = 'group/line flex flex-col gap-6'
