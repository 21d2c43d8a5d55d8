import type { Metadata, Route } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button-link'
import { Disclosure } from '@/app/ui/disclosure'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { type AppPage, readApp } from '@/lib/messaging/queries'
import { appsPage, appPage as words } from '@/lib/words/apps'
import { guidanceWords } from '@/lib/words/guidance'
import { placeToAsk } from '../../exceptions/place'
import { PieceList } from '../../pieces/piece-row'
import { Judged } from '../../provided/judged'
import { remove } from '../actions'
import { Looked } from './looked'

export const metadata: Metadata = { title: appsPage.one }

export default async function AppPageOf({ params, searchParams }: PageProps<'/apps/[id]'>) {
  const actor = await requireActor('pieces:read:own')
  const [{ id }, { saved }] = await Promise.all([params, searchParams])
  const app = await orNotFound(readApp(actor, id))
  const { pieces } = app
  const said = typeof saved === 'string' ? words.saved[saved] : undefined
  return (
    <Page
      title={app.name}
      lead={words.lead(pieces.filter(({ open }) => open === null).length, pieces.length)}
    >
      {said && (
        <Notice kind="done">
          <p>{said}</p>
        </Notice>
      )}
      <Section title={words.pieces}>
        <PieceList pieces={pieces} today={app.today} />
      </Section>
      <Looked app={app} own={!actor.onBehalfOf} />
      <ByNumber app={app} />
      <Section title={words.all}>
        <div className="flex flex-col gap-2">
          <Disclosure title={words.why}>
            <p className="text-soft">{guidanceWords.source(app.guidanceVersion)}</p>
            <Judged
              actor={actor}
              judged={pieces.flatMap(({ verdicts }) => verdicts)}
              ask={placeToAsk(actor, id)}
            />
          </Disclosure>
          <Disclosure title={words.remove}>
            <p>{words.removeSays}</p>
            <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
              <Submission />
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={app.version} />
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

/** Registered by a phone number: whoever takes the number can register it, so it belongs among the accounts too. */
function ByNumber({ app: { name, serviceId, registeredByPhone } }: { app: AppPage }) {
  if (!registeredByPhone) return null
  const { accountId } = registeredByPhone
  const says = words.account
  return (
    <Section title={says.title}>
      <p className="max-w-measure">{accountId ? says.listed(name) : says.unlisted(name)}</p>
      <p>
        <ButtonLink
          href={(accountId ? `/accounts/${accountId}` : `/accounts/new?service=${serviceId}`) as Route}
        >
          {accountId ? says.go(name) : says.add(name)}
        </ButtonLink>
      </p>
    </Section>
  )
}
