import type { Metadata } from 'next'
import { UnitTable, unitsOf } from '@/app/(signed-in)/overview/groups'
import { Headlines } from '@/app/(signed-in)/overview/headlines'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { readOverview } from '@/lib/overview/queries'
import { overviewWords as words } from '@/lib/words/overview'

export const metadata: Metadata = { title: words.units.title }

/** Every unit: the page above it shows the largest ones. */
export default async function UnitsPage() {
  const actor = await requireActor('overview:read:aggregate')
  const { timeZone } = (await requireSignedIn()).organisation
  const { latest, unitNames } = await readOverview(actor)
  if (!latest)
    return (
      <Page title={words.units.title} lead={words.none.title}>
        <Notice kind="note">
          <p>{words.none.text}</p>
        </Notice>
      </Page>
    )
  const { figures } = latest
  return (
    <Page title={words.units.title} lead={<Headlines.Lead latest={latest} timeZone={timeZone} />}>
      <UnitTable units={unitsOf(figures, unitNames)} smallest={figures.smallest} timeZone={timeZone} />
      <p className="max-w-measure text-soft">{words.units.note(figures.smallest)}</p>
    </Page>
  )
}
