import type { Metadata } from 'next'
import { take } from '@/app/(signed-in)/overview/actions'
import { ExceptionLine } from '@/app/(signed-in)/overview/excepted'
import { Groups } from '@/app/(signed-in)/overview/groups'
import { Headlines } from '@/app/(signed-in)/overview/headlines'
import { Levels } from '@/app/(signed-in)/overview/levels'
import { Movement } from '@/app/(signed-in)/overview/movement'
import { BeyondReach, WouldClose } from '@/app/(signed-in)/overview/ranked'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { may } from '@/lib/access/permissions'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { readOverview } from '@/lib/overview/queries'
import { writtenMoment } from '@/lib/words/dates'
import { overviewWords as words } from '@/lib/words/overview'

export const metadata: Metadata = { title: words.title }

export default async function OverviewPage() {
  const actor = await requireActor('overview:read:aggregate')
  const { timeZone } = (await requireSignedIn()).organisation
  const { latest, earlier, unitNames, nextDue } = await readOverview(actor)
  const mayTake = may(actor.role, 'snapshots:take')
  return (
    <Page
      oneSheet
      title={words.title}
      lead={latest ? <Headlines.Lead latest={latest} timeZone={timeZone} /> : words.none.title}
    >
      {latest ? (
        <>
          <Headlines figures={latest.figures} />
          <ExceptionLine figures={latest.figures} />
          <div className="grid gap-8 lg:grid-cols-2 print:grid-cols-2 print:gap-4">
            <WouldClose figures={latest.figures} />
            <BeyondReach figures={latest.figures} />
            <Movement latest={latest} earlier={earlier} timeZone={timeZone} />
            <Levels figures={latest.figures} />
          </div>
          <Groups figures={latest.figures} unitNames={unitNames} timeZone={timeZone} />
          <p className="print:hidden">
            <Anchor href="/overview/recommendations">{words.items.link}</Anchor>
          </p>
          <p className="max-w-measure text-soft">{words.units.note(latest.figures.smallest)}</p>
        </>
      ) : (
        <Notice kind="note">
          <p>{words.none.text}</p>
        </Notice>
      )}
      {mayTake && (
        <div className="print:hidden">
          <Section
            title={words.take.title}
            lead={nextDue ? words.take.due(writtenMoment(nextDue, timeZone)) : undefined}
          >
            <ActionForm action={take}>
              <Submission />
              <div>
                <SubmitButton tone={latest ? 'plain' : 'main'}>{words.take.button}</SubmitButton>
              </div>
            </ActionForm>
          </Section>
        </div>
      )}
    </Page>
  )
}
