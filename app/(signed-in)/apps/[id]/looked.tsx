import { ActionForm } from '@/app/ui/action-form'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { AppPage } from '@/lib/messaging/queries'
import { lookedAtApp as words } from '@/lib/words/apps'
import { writtenDay } from '@/lib/words/dates'
import { send, takeBack } from '../actions'

/** What the organisation decided when it looked at the app, with its limits; and its name sent in, where it needs to be. */
export function Looked({ app, own }: { app: AppPage; own: boolean }) {
  const { review, serviceId } = app
  if (!review && serviceId) return null
  return (
    <Section title={words.title}>
      {review && (
        <>
          <p>{words.outcomes[review.outcome](writtenDay(review.reviewedOn))}</p>
          {review.outcome === 'approved_with_limits' && (
            <p className="max-w-measure">{review.limits ? words.limits(review.limits) : words.noLimits}</p>
          )}
        </>
      )}
      {!serviceId && <Name app={app} own={own} />}
    </Section>
  )
}

/** Nobody but its holder knows the name of an app that is in no list, until they send it. */
function Name({ app: { id, version, name, sent, review }, own }: { app: AppPage; own: boolean }) {
  if (!own) return sent || review ? null : <p className="max-w-measure">{words.forHolder}</p>
  return (
    <>
      <p className="max-w-measure">{sent ? words.sent(writtenDay(sent.on)) : words.ask(name)}</p>
      <p className="max-w-measure text-soft">{sent ? words.back : words.what}</p>
      <ActionForm action={sent ? takeBack : send} scope="name" className="flex flex-col gap-2">
        <Submission />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div>
          <SubmitButton tone="plain">{sent ? words.takeBack : words.send}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
