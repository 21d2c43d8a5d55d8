import type { Metadata } from 'next'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { readAides } from '@/lib/aide/queries'
import { aidePage as words } from '@/lib/words/aide'
import { AnsweredList } from './answered-list'
import { AskForm } from './ask-form'
import { Done } from './done'
import { OwnAides } from './own-aides'
import { Waiting } from './waiting'

export const metadata: Metadata = { title: words.title }

export default async function Aides({ searchParams }: PageProps<'/aide'>) {
  const actor = await requireActor('aides:read:own')
  const [page, { organisation, answeringFor }, { ended, stopped, confirmed }] = await Promise.all([
    readAides(actor),
    requireSignedIn(),
    searchParams,
  ])
  const answered = <AnsweredList answered={page.answered} current={actor.onBehalfOf?.delegationId ?? null} />
  // While answering for somebody, only the way from one to another: what is one's own waits.
  if (answeringFor) return <Page title={words.title}>{answered}</Page>
  const { timeZone } = organisation
  return (
    <Page title={words.title} lead={words.lead(page.aides.filter(({ state }) => state === 'granted').length)}>
      {(ended || stopped || confirmed) && (
        <Notice kind="done">
          <p>{ended ? words.ended : stopped ? words.answered.stopped : words.waiting.confirmed}</p>
        </Notice>
      )}
      {answered}
      <Waiting unconfirmed={page.unconfirmed} timeZone={timeZone} />
      <OwnAides aides={page.aides} />
      <Section title={words.ask.title} lead={words.about}>
        <AskForm today={page.today} />
      </Section>
      <Done done={page.done} timeZone={timeZone} />
    </Page>
  )
}
