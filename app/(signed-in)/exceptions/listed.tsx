import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { KeptArea, KeptRadios, KeptText, KeptVersion } from '@/app/ui/kept'
import { LabelTag, Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { ListedException } from '@/lib/exceptions/list'
import { exceptionOutcomes } from '@/lib/vocabulary'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { exceptionReasonShort, exceptionStateWords, exceptionWords } from '@/lib/words/exceptions'
import { itemWords } from '@/lib/words/guidance'
import { decide, end } from './actions'

const words = exceptionWords.team

/** One exception as the security team reads it, and what they may do about it. */
export function Listed(props: { row: ListedException; lastDay: string; timeZone: string }) {
  const { row, timeZone } = props
  const moment = (at: Date) => writtenMoment(at, timeZone)
  return (
    <li className="flex flex-col gap-2 border-rule border-t py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>
          <Anchor href={`/people/${row.personId}`} className="inline-block py-2">
            {row.person}
          </Anchor>{' '}
          <span className="font-normal text-soft">{row.ref}</span>
        </h2>
        <LabelTag>{exceptionStateWords[row.state]}</LabelTag>
      </div>
      <p>
        {itemWords[row.item].short}: {row.about}
      </p>
      <Facts
        facts={[
          {
            term: words.now,
            value: now(row.verdict),
          },
          {
            term: row.state === 'asked' ? words.until.asked : words.until.other,
            value: writtenDay(row.endsOn),
          },
          { term: words.reason, value: exceptionReasonShort[row.reason] },
          row.reasonText
            ? { term: words.text, value: <span className="whitespace-pre-line">{row.reasonText}</span> }
            : null,
          {
            term: words.askedFor,
            value: words.asked(row.byHolder ? words.ofHolder : row.requestedBy, moment(row.requestedAt)),
          },
          row.decidedBy !== null && row.decidedAt
            ? { term: words.decided, value: words.asked(row.decidedBy, moment(row.decidedAt)) }
            : null,
          row.note
            ? { term: words.note_, value: <span className="whitespace-pre-line">{row.note}</span> }
            : null,
        ]}
      />
      {row.state === 'asked' && <Decide row={row} lastDay={props.lastDay} />}
      {row.state === 'accepted' && (
        <ActionForm action={end} scope={`end-${row.id}`}>
          <Based row={row} />
          <div>
            <SubmitButton tone="plain">{words.end}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </li>
  )
}

function Decide({ row, lastDay }: { row: ListedException; lastDay: string }) {
  if (row.barred) return <p>{exceptionWords.problems.barred[row.barred]}</p>
  const scope = `decide-${row.id}`
  return (
    <Disclosure title={words.decide}>
      <ActionForm action={decide} scope={scope}>
        <Based row={row} />
        <KeptRadios
          name="outcome"
          scope={scope}
          label={words.outcome}
          choices={exceptionOutcomes.map((value) => ({
            value,
            label: words.outcomes[value].label,
            hint: words.outcomes[value].hint,
          }))}
        />
        <KeptText
          name="endsOn"
          scope={scope}
          label={words.endsOn}
          hint={exceptionWords.form.endsOnHint(writtenDay(lastDay))}
          type="date"
          max={lastDay}
          value={row.endsOn}
          width="medium"
        />
        <KeptArea
          name="note"
          scope={scope}
          label={words.noteLabel}
          hint={words.noteHint}
          rows={2}
          maxLength={1000}
          optional
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}

function Based({ row }: { row: ListedException }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="personId" value={row.personId} />
      <input type="hidden" name="id" value={row.id} />
      <KeptVersion version={row.version} />
    </>
  )
}

const now = (verdict: ListedException['verdict']) => {
  if (verdict === 'not_shown') return words.notShown
  return verdict ? <Status verdict={verdict} /> : words.noVerdict
}
