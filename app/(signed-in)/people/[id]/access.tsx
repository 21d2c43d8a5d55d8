import { ActionForm } from '@/app/ui/action-form'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptVersion } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { PersonOverview } from '@/lib/people/queries/person'
import { writtenMoment } from '@/lib/words/dates'
import { leaveWords, personWords } from '@/lib/words/people'
import { deactivate, erase, makeLink, reactivate } from '../actions'
import { NewLink } from './new-link'

type Shown = { person: PersonOverview; timeZone: string; origin: string }

/** The joining link of whoever has not joined, and leaving. */
export function Access(props: Shown) {
  const { person } = props
  return (
    <>
      {!person.joinedAt && !person.deactivatedAt && <Joining {...props} />}
      {person.deactivatedAt && <Erase person={person} />}
      {!person.own && (
        <Disclosure title={person.deactivatedAt ? leaveWords.backTitle : leaveWords.title}>
          <p>{person.deactivatedAt ? leaveWords.backLead : leaveWords.lead}</p>
          <ActionForm action={person.deactivatedAt ? reactivate : deactivate} scope="leave">
            <Submission />
            <input type="hidden" name="personId" value={person.id} />
            <KeptVersion version={person.version} />
            <div>
              <SubmitButton tone={person.deactivatedAt ? 'plain' : 'danger'}>
                {person.deactivatedAt ? leaveWords.back : leaveWords.button}
              </SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}

/** What the server does in time, done at once; for good. */
function Erase({ person }: { person: PersonOverview }) {
  const words = leaveWords.erase
  return (
    <Disclosure title={words.title}>
      <p>{words.lead(person.retentionDays)}</p>
      <ConfirmedForm action={erase} purpose={`person.erase:${person.id}`} scope="erase">
        <Submission />
        <input type="hidden" name="personId" value={person.id} />
        <KeptVersion version={person.version} />
        <div>
          <SubmitButton tone="danger">{words.button}</SubmitButton>
        </div>
      </ConfirmedForm>
    </Disclosure>
  )
}

function Joining({ person, timeZone, origin }: Shown) {
  const words = personWords.link
  const ends = person.linkEndsAt && writtenMoment(person.linkEndsAt, timeZone)
  return (
    <Section title={words.title} lead={words.lead(ends)}>
      <ActionForm action={makeLink} scope="link">
        <Submission />
        <input type="hidden" name="personId" value={person.id} />
        <NewLink origin={origin} timeZone={timeZone} />
        {person.linkEndsAt && <p>{words.again}</p>}
        <div>
          <SubmitButton tone="plain">{words.button}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}
