import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { LabelTag } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type OwnException, ownExceptions } from '@/lib/exceptions/queries'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { exceptionReasonWords, exceptionStateWords, exceptionWords } from '@/lib/words/exceptions'
import { itemWords } from '@/lib/words/guidance'
import { withdraw } from '../actions'
import { placeOfScope } from '../place'

const words = exceptionWords.own

export const metadata: Metadata = { title: words.title }

export default async function OwnExceptionsPage({ searchParams }: PageProps<'/exceptions/own'>) {
  const actor = await requireActor('exceptions:read:own')
  const [rows, { organisation }, { saved }] = await Promise.all([
    ownExceptions(actor),
    requireSignedIn(),
    searchParams,
  ])
  const of = (state: OwnException['state']) => rows.filter((row) => row.state === state).length
  return (
    <Page
      title={words.title}
      lead={words.lead(of('accepted'), of('asked'))}
      actions={<ButtonLink href="/exceptions/ask">{exceptionWords.ask}</ButtonLink>}
    >
      {saved === 'asked' && (
        <Notice kind="done">
          <p>{words.sent}</p>
        </Notice>
      )}
      <p className="max-w-measure text-soft">{rows.length > 0 ? words.note : words.empty}</p>
      <ul className="flex max-w-measure flex-col">
        {rows.map((row) => (
          <Own key={row.id} row={row} timeZone={organisation.timeZone} />
        ))}
      </ul>
    </Page>
  )
}

function Own({ row, timeZone }: { row: OwnException; timeZone: string }) {
  const day = (at: Date) => writtenDay(dayOf(at, timeZone))
  const { state } = row
  const place = row.there ? placeOfScope(row.scopeKind, row.scopeId) : null
  const open = state === 'asked' || state === 'accepted'
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{itemWords[row.item].short}</h2>
        <LabelTag>{exceptionStateWords[state]}</LabelTag>
      </div>
      <p>{place ? <Anchor href={place}>{row.about}</Anchor> : row.about}</p>
      <p>
        {row.askedBy === null
          ? words.asked(day(row.requestedAt))
          : words.askedFor(row.askedBy, day(row.requestedAt))}{' '}
        {(state === 'asked' || state === 'accepted' || state === 'ended') &&
          words.until[state](writtenDay(row.endsOn))}
      </p>
      <p className="text-soft">
        {words.reason}: {exceptionReasonWords[row.reason]}
      </p>
      {row.reasonText && <p className="whitespace-pre-line text-soft">{row.reasonText}</p>}
      {row.decidedBy !== null && row.decidedAt && (
        <p>
          {words.decided[state === 'refused' ? 'refused' : 'approved'](row.decidedBy, day(row.decidedAt))}
        </p>
      )}
      {row.note && (
        <p className="whitespace-pre-line">
          {words.note_}: {row.note}
        </p>
      )}
      {open && (
        <ActionForm action={withdraw} scope={`withdraw-${row.id}`}>
          <Submission />
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="version" value={row.version} />
          <div>
            <SubmitButton tone="plain">{words.withdraw}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </li>
  )
}
