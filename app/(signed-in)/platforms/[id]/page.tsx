import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { DateText } from '@/app/ui/date-text'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { may } from '@/lib/access/permissions'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { answersOf } from '@/lib/platforms/answers'
import { type EntryPage, readEntry } from '@/lib/platforms/queries'
import { registerAnswerKinds } from '@/lib/vocabulary'
import { age, writtenDay } from '@/lib/words/dates'
import { guidanceWords } from '@/lib/words/guidance'
import {
  ctiaWords,
  registerItemWords,
  registerKindWords,
  registerPage,
  registerSections,
  registerEntryPage as words,
} from '@/lib/words/platforms'
import { remove } from '../actions'
import { asItWas, Listed, LookedAt } from '../listed'
import { Why } from '../practices'

export const metadata: Metadata = { title: registerPage.title }

export default async function EntryPageOf({ params }: PageProps<'/platforms/[id]'>) {
  const actor = await requireActor('platforms:read')
  const [{ id }, { organisation }] = await Promise.all([params, requireSignedIn()])
  const shown = await orNotFound(readEntry(actor, id))
  const revises = may(actor.role, 'platforms:revise')
  const { entry, platform, thirdParty } = shown
  const names = new Map([
    ...[platform, thirdParty].flatMap((each) => (each ? [[each.id, each.name] as const] : [])),
    ...(entry.kind === 'platform' && entry.facts.serviceId
      ? [[entry.facts.serviceId, shown.name] as const]
      : []),
    ...(entry.kind === 'third_party'
      ? entry.facts.credentialIds.map((key, at) => [key, shown.keys[at] ?? ''] as const)
      : []),
  ])
  return (
    <Page
      title={shown.name}
      aside={platform ? words.atPlatform(platform.name) : registerKindWords[entry.kind]}
      actions={
        <>
          {revises && <ButtonLink href={`/platforms/${shown.id}/edit`}>{words.edit}</ButtonLink>}
          <ButtonLink href="/platforms" tone="quiet">
            {words.back}
          </ButtonLink>
        </>
      }
    >
      {shown.textsOnly && (
        <Notice kind="note">
          <p>{registerPage.textsOnly(shown.name)}</p>
        </Notice>
      )}
      {shown.judged.length > 0 && (
        <Section title={words.judged} lead={ctiaWords.source}>
          <Judged shown={shown} />
        </Section>
      )}
      {entry.kind === 'platform' && (
        <Section title={registerSections.account.title} lead={registerSections.account.lead}>
          <Listed
            kind="account"
            entries={shown.signIns}
            at={shown.id}
            revises={revises}
            today={shown.today}
          />
        </Section>
      )}
      <Section title={words.answers}>
        <Facts facts={answersOf(entry, names).map(({ label, value }) => ({ term: label, value }))} />
      </Section>
      <Known shown={shown} revises={revises} />
      <div className="flex flex-col gap-2">
        <History shown={shown} timeZone={organisation.timeZone} />
        {revises && <TakeOut shown={shown} />}
      </div>
      {platform && (
        <p>
          <Anchor href={`/platforms/${platform.id}`} className="inline-block py-2.5">
            {platform.name}
          </Anchor>
        </p>
      )}
    </Page>
  )
}

function Judged({ shown }: { shown: EntryPage }) {
  return (
    <ul className="flex max-w-measure flex-col">
      {shown.judged.map((judged) => (
        <li key={judged.item} className="flex flex-col gap-1 border-rule border-b py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h3>{registerItemWords[judged.item].short}</h3>
            <Status verdict={asItWas(judged)} />
          </div>
          <p>{guidanceWords.aim(registerItemWords[judged.item].asks)}</p>
          <Why judged={judged} />
          <p className="text-aside text-soft">
            {judged.item === 'C1.cisa'
              ? ctiaWords.cited2
              : ctiaWords.cited(registerItemWords[judged.item].paragraph)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Since when it counts, and one press to say that it was looked at again. */
function Known({ shown, revises }: { shown: EntryPage; revises: boolean }) {
  const { entry, lookedOn, today, freshness, countsUntil } = shown
  const said = [age(lookedOn, today), writtenDay(lookedOn)] as const
  return (
    <Section title={words.known}>
      <div className="flex max-w-measure flex-col gap-2">
        <p>{entry.kind === 'training' ? words.givenOn(...said) : words.lookedAt(...said)}</p>
        {freshness && countsUntil && (
          <p className="text-soft">
            {freshness === 'current'
              ? words.counts(writtenDay(countsUntil))
              : words[freshness](writtenDay(countsUntil))}
          </p>
        )}
        {revises && freshness && entry.kind !== 'training' && (
          <LookedAt
            shown={shown}
            say={
              entry.kind === 'platform' ? registerPage.confirmAll(shown.signIns.length) : registerPage.confirm
            }
          />
        )}
      </div>
    </Section>
  )
}

function History({ shown, timeZone }: { shown: EntryPage; timeZone: string }) {
  return (
    <Disclosure title={words.history}>
      <ol className="flex flex-col">
        {shown.history.map(({ at, what, by }) => (
          <li
            key={`${at.getTime()} ${what}`}
            className="flex flex-wrap justify-between gap-x-6 border-rule border-b py-2"
          >
            <span>
              {words.events[what]} {by && words.by(by)}
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

function TakeOut({ shown }: { shown: EntryPage }) {
  if (registerAnswerKinds.some((kind) => kind === shown.entry.kind)) return null
  return (
    <Disclosure title={words.remove}>
      <p>{shown.entry.kind === 'platform' ? words.removePlatform(shown.signIns.length) : words.removeSays}</p>
      <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
        <Submission />
        <input type="hidden" name="id" value={shown.id} />
        <input type="hidden" name="version" value={shown.version} />
        <div>
          <SubmitButton tone="danger">{words.remove}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
