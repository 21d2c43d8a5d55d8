import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { may } from '@/lib/access/permissions'
import { requireActor } from '@/lib/access/session'
import { type RegisterPage, readRegister } from '@/lib/platforms/queries'
import { writtenDay } from '@/lib/words/dates'
import { registerFormWords } from '@/lib/words/platform-form'
import { ctiaWords, registerItemWords, registerSections, registerPage as words } from '@/lib/words/platforms'
import { record, restore } from './actions'
import { Answer } from './answer'
import { EntryFieldsOf, entryForm } from './entry-fields'
import { Listed } from './listed'
import { NextPractice } from './next-practice'
import { PlatformBox } from './platform-box'
import { Practices } from './practices'
import { Said } from './said'

export const metadata: Metadata = { title: words.title }

export default async function PlatformsPage({ searchParams }: PageProps<'/platforms'>) {
  const actor = await requireActor('platforms:read')
  const revises = may(actor.role, 'platforms:revise')
  const [register, { saved, entry, removed }] = await Promise.all([readRegister(actor), searchParams])
  const gone = register.removed.find(({ id }) => id === removed)
  return (
    <Page title={words.title} lead={leadOf(register)}>
      <Said register={register} what={saved} about={entry} />
      {gone && (
        <Notice kind="done" word={words.removedOn(writtenDay(gone.removedOn))}>
          <PutBack gone={gone} scope="gone" revises={revises} />
        </Notice>
      )}
      {!revises && <p className="max-w-measure text-soft">{words.readsOnly}</p>}
      {register.sends === 'yes' ? (
        <Sender register={register} revises={revises} />
      ) : (
        <FirstQuestion register={register} revises={revises} />
      )}
      <Removed removed={register.removed.filter(({ id }) => id !== gone?.id)} revises={revises} />
      <footer className="flex max-w-measure flex-col gap-1 border-rule border-t pt-4 text-soft">
        <p>{ctiaWords.voluntary}</p>
        <p>{ctiaWords.intervals}</p>
        <p>{ctiaWords.source}.</p>
      </footer>
    </Page>
  )
}

function leadOf({ sends, counts }: RegisterPage): string {
  if (sends === 'yes') return words.lead(counts)
  if (sends === 'no') return words.noSender
  return sends === 'not_sure' ? words.notSure : words.unasked
}

/** While nothing is known to be sent, nothing else is asked. */
function FirstQuestion({ register, revises }: { register: RegisterPage; revises: boolean }) {
  const { sending } = register.answers
  if (sending) return <Answer kind="sending" given={sending} revises={revises} today={register.today} />
  if (!revises) return null
  return (
    <ActionForm action={record} className={entryForm}>
      <Submission />
      <input type="hidden" name="kind" value="sending" />
      <EntryFieldsOf
        kind="sending"
        now={{}}
        choices={{ services: [], platforms: [], credentials: [], thirdParties: [], answered: {} }}
      />
      <div>
        <SubmitButton>{registerFormWords.save}</SubmitButton>
      </div>
    </ActionForm>
  )
}

function Sender({ register, revises }: { register: RegisterPage; revises: boolean }) {
  const { answers, lists, platforms, today } = register
  const shown = { revises, today }
  const asked = registerItemWords
  return (
    <>
      <NextPractice next={register.next} revises={revises} />
      <Section title={words.practices}>
        <Practices verdicts={register.verdicts} />
      </Section>
      <Section title={registerSections.platform.title} lead={asked.C1.question} id="platforms">
        {platforms.map((platform) => (
          <PlatformBox key={platform.id} platform={platform} {...shown} />
        ))}
        <Listed kind="platform" entries={[]} {...shown} quiet={platforms.length > 0} />
        <h3>{words.others}</h3>
        <Answer kind="staff" given={answers.staff} {...shown} />
      </Section>
      <Section title={registerSections.credential.title} lead={registerSections.credential.lead} id="keys">
        {lists.credential.length + lists.third_party.length === 0 && (
          <Answer kind="interfaces" given={answers.interfaces} {...shown} />
        )}
        <Listed kind="credential" entries={lists.credential} {...shown} />
      </Section>
      <Section title={registerSections.third_party.title} lead={registerSections.third_party.lead}>
        <Listed kind="third_party" entries={lists.third_party} {...shown} />
      </Section>
      <Section title={asked.C3.short} lead={asked.C3.question} id="monitoring">
        <Answer kind="monitoring" given={answers.monitoring} {...shown} />
        <h3>{registerSections.event.title}</h3>
        <Listed kind="event" entries={lists.event} {...shown} />
      </Section>
      <Section title={registerSections.training.title} lead={asked.C4.question} id="trainings">
        {lists.training.length === 0 && <Answer kind="teaching" given={answers.teaching} {...shown} />}
        <Listed kind="training" entries={lists.training} {...shown} />
      </Section>
      <Section title={words.first}>
        <Answer kind="sending" given={answers.sending} {...shown} />
      </Section>
    </>
  )
}

type Gone = RegisterPage['removed'][number]

function Removed({ removed, revises }: { removed: readonly Gone[]; revises: boolean }) {
  if (removed.length === 0) return null
  return (
    <Section title={words.removedLately}>
      <ul className="flex flex-col gap-4">
        {removed.map((gone) => (
          <li key={gone.id}>
            <p>{words.removedOn(writtenDay(gone.removedOn))}</p>
            <PutBack gone={gone} scope={gone.id} revises={revises} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PutBack({ gone, scope, revises }: { gone: Gone; scope: string; revises: boolean }) {
  if (!revises) return <span className="font-semibold">{gone.name}</span>
  return (
    <ActionForm action={restore} scope={scope} className="flex flex-wrap items-center gap-4">
      <Submission />
      <input type="hidden" name="id" value={gone.id} />
      <input type="hidden" name="version" value={gone.version} />
      <span className="font-semibold">{gone.name}</span>
      <SubmitButton tone="plain">{words.restore}</SubmitButton>
    </ActionForm>
  )
}
