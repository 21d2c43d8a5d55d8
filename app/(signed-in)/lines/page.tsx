import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { LabelTag, Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { type LinesPage, listLines } from '@/lib/lines/queries'
import type { LineInList } from '@/lib/lines/reading'
import { answeredForWords } from '@/lib/words/aide'
import { age, writtenDay } from '@/lib/words/dates'
import { labelWords } from '@/lib/words/guidance'
import { pinWords, linesPage as words } from '@/lib/words/lines'
import { confirm, restore } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function Lines({ searchParams }: PageProps<'/lines'>) {
  const actor = await requireActor('lines:read:own')
  const { lines, opensByNumber, removed, today } = await listLines(actor)
  const { removed: justRemoved } = await searchParams
  const gone = removed.find(({ id }) => id === justRemoved)
  return (
    <Page
      title={words.title}
      lead={words.lead(opensByNumber, lines.length)}
      actions={
        <ButtonLink href="/lines/new" tone="main">
          {lines.length === 0 ? words.addFirst : words.add}
        </ButtonLink>
      }
    >
      {gone && (
        <Notice kind="done" word={words.removedOn(writtenDay(gone.removedOn))}>
          <PutBack line={gone} scope="gone" />
        </Notice>
      )}
      {lines.length === 0 ? (
        <p className="max-w-measure">{words.empty}</p>
      ) : (
        <Section title={words.list}>
          <ul className="flex flex-col">
            {lines.map((line) => (
              <LineItem key={line.id} line={line} today={today} />
            ))}
          </ul>
        </Section>
      )}
      <RemovedLately removed={removed.filter(({ id }) => id !== gone?.id)} />
    </Page>
  )
}

function LineItem({ line, today }: { line: LineInList; today: string }) {
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="text-heading">
          <Anchor href={`/lines/${line.id}`} className="-my-2 inline-block py-2">
            {line.name}
          </Anchor>
          {line.carrier && <span className="ml-3 font-normal text-body text-soft">{line.carrier}</span>}
        </h3>
        <Status verdict={line.pin} word={pinWords[line.pin]} />
      </div>
      <p className="max-w-measure">
        {words.falls(
          line.falls.map(({ name }) => name),
          line.held,
        )}
      </p>
      {(line.toConfirm || line.labels.length > 0) && (
        <p className="flex flex-wrap gap-2">
          {line.toConfirm && <LabelTag>{answeredForWords.tag}</LabelTag>}
          {line.labels.slice(0, 3).map((label) => (
            <LabelTag key={label}>{labelWords[label].tag}</LabelTag>
          ))}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-soft">
        <span>{words[line.freshness](age(line.confirmedOn, today))}</span>
        {line.freshness !== 'current' && <ConfirmAgain line={line} />}
      </div>
    </li>
  )
}

function ConfirmAgain({ line }: { line: LineInList }) {
  return (
    <ActionForm action={confirm} scope={line.id} className="flex flex-col gap-2">
      <Submission />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <input type="hidden" name="from" value="list" />
      <SubmitButton tone="plain" aria-label={words.confirmName(line.name)}>
        {words.confirm}
      </SubmitButton>
    </ActionForm>
  )
}

function RemovedLately({ removed }: Pick<LinesPage, 'removed'>) {
  if (removed.length === 0) return null
  return (
    <Section title={words.removedLately}>
      <ul className="flex flex-col gap-4">
        {removed.map((line) => (
          <li key={line.id}>
            <p>{words.removedOn(writtenDay(line.removedOn))}</p>
            <PutBack line={line} scope={line.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PutBack({ line, scope }: { line: LinesPage['removed'][number]; scope: string }) {
  return (
    <ActionForm action={restore} scope={scope} className="flex flex-wrap items-center gap-4">
      <Submission />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <span className="font-semibold">{line.name}</span>
      <SubmitButton tone="plain">{words.restore}</SubmitButton>
    </ActionForm>
  )
}
