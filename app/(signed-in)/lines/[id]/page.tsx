import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { AnsweredForNote } from '@/app/ui/answered-for'
import { ButtonLink } from '@/app/ui/button-link'
import { DateText } from '@/app/ui/date-text'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type LinePage, readLine } from '@/lib/lines/queries'
import { age, writtenDay } from '@/lib/words/dates'
import { guidanceWords } from '@/lib/words/guidance'
import { lineAnswers } from '@/lib/words/line-form'
import { linesPage, linePage as words } from '@/lib/words/lines'
import { placeToAsk } from '../../exceptions/place'
import { Judged } from '../../provided/judged'
import { confirm, remove } from '../actions'
import { Falls } from './falls'
import { LineNotes } from './line-notes'
import { NextForLine } from './next-for-line'
import { Saved } from './saved'

export const metadata: Metadata = { title: linesPage.one }

export default async function LinePageOf({ params, searchParams }: PageProps<'/lines/[id]'>) {
  const actor = await requireActor('lines:read:own')
  const [{ id }, { saved }, { organisation }] = await Promise.all([params, searchParams, requireSignedIn()])
  const line = await orNotFound(readLine(actor, id))
  return (
    <Page
      title={line.name}
      aside={line.carrier}
      lead={words.lead(line.falls.length, !line.held)}
      actions={<ButtonLink href={`/lines/${line.id}/edit`}>{words.edit}</ButtonLink>}
    >
      {typeof saved === 'string' && <Saved what={saved} line={line} />}
      <AnsweredForNote answered={line.answeredFor} timeZone={organisation.timeZone} own={!actor.onBehalfOf} />
      <LineNotes line={line} />
      <NextForLine line={line} actor={actor} />
      <Section title={words.falls.title}>
        <Falls falls={line.falls} />
      </Section>
      <Section title={words.why} lead={guidanceWords.source(line.guidanceVersion)}>
        <Judged
          actor={actor}
          judged={line.verdicts.filter(({ item }) => item !== 'G5')}
          ask={placeToAsk(actor, line.id)}
        />
      </Section>
      <Known line={line} />
      <Section title={words.all}>
        <div className="flex flex-col gap-2">
          <Disclosure title={words.answers}>
            <Facts
              facts={lineAnswers(line.entry, {
                carrier: line.carrier,
                carrierAccount: line.carrierAccount?.name ?? null,
              }).map(({ label, value }) => ({ term: label, value }))}
            />
          </Disclosure>
          <History line={line} timeZone={organisation.timeZone} />
          <Disclosure title={words.remove}>
            <p>{words.removeSays(line.textsGoHere)}</p>
            <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
              <Based line={line} />
              <div>
                <SubmitButton tone="danger">{words.remove}</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
        </div>
      </Section>
    </Page>
  )
}

/** Since when the answers count, and one press to say that they are still true. */
function Known({ line }: { line: LinePage }) {
  const { confirmedOn, freshness, today } = line
  const until = writtenDay(line.countsUntil)
  return (
    <Section title={words.known} id="known">
      <div className="flex max-w-measure flex-col gap-2">
        <p>{words.confirmed(age(confirmedOn, today), writtenDay(confirmedOn))}</p>
        <p className="text-soft">{freshness === 'current' ? words.counts(until) : words[freshness](until)}</p>
        <ActionForm action={confirm} scope="confirm" className="flex flex-col gap-2">
          <Based line={line} />
          <div>
            <SubmitButton tone={freshness === 'current' ? 'plain' : 'main'}>{words.confirm}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Section>
  )
}

function History({ line, timeZone }: { line: LinePage; timeZone: string }) {
  return (
    <Disclosure title={words.history}>
      <ol className="flex flex-col">
        {line.history.map(({ at, what, own }) => (
          <li
            key={`${at.getTime()} ${what}`}
            className="flex flex-wrap justify-between gap-x-6 border-rule border-b py-2"
          >
            <span>
              {words.events[what]} {own ? words.by.you : words.by.other}
            </span>
            <span className="text-soft">
              <DateText value={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function Based({ line }: { line: LinePage }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
    </>
  )
}
