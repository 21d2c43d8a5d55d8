import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { Page } from '@/app/ui/page-frame'
import { allows } from '@/lib/access/permissions'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { aideNews } from '@/lib/aide/queries'
import { ownRecoveries } from '@/lib/recovery/queries'
import { ownRoleNews, rolesWaiting } from '@/lib/roles/queries'
import { readToday } from '@/lib/today/queries'
import { writtenDay } from '@/lib/words/dates'
import { todayWords as words } from '@/lib/words/today'
import { RecoveryNotices } from '../passkeys/recovery-notices'
import { RolesToDecide } from '../settings/roles/waiting/to-decide'
import { OwnRoleNotices } from '../who-looked/role-notices'
import { Ageing } from './ageing'
import { AideNews } from './aide-news'
import { CannotMend } from './cannot-mend'
import { PutOffNow, saidIn } from './just-done'
import { Marks } from './marks'
import { NextCard } from './next-card'
import { PutOffs } from './put-offs'
import { StartCard } from './start-card'
import { ToAsk } from './to-ask'
import { Weakest } from './weakest'

export const metadata: Metadata = { title: words.title }

export default async function TodayPageOf({ searchParams }: PageProps<'/today'>) {
  const actor = await requireActor('today:read:own')
  const [page, asked, { name, organisation }, recoveries, news, roleNews, roles] = await Promise.all([
    readToday(actor),
    searchParams,
    requireSignedIn(),
    ownRecoveries(actor),
    aideNews(actor),
    ownRoleNews(actor),
    allows(actor, 'roles:read') ? rolesWaiting(actor) : null,
  ])
  const { accounts, lines } = page
  return (
    <Page
      title={words.greeting(page.partOfDay, name)}
      aside={words.known(page.known, page.toAsk.length)}
      lead={words.lead({
        accounts,
        byNumber: page.opensByNumber,
        byPassword: page.openWithPassword,
        notKnown: page.notKnown,
      })}
    >
      <RecoveryNotices recoveries={recoveries} timeZone={organisation.timeZone} />
      <OwnRoleNotices news={roleNews} timeZone={organisation.timeZone} />
      {roles && <RolesToDecide roles={roles} timeZone={organisation.timeZone} />}
      <AideNews news={news} />
      {asked.put === 'off' && <PutOffNow putOffs={page.putOffs} />}
      {accounts === 0 ? <StartCard hasLine={lines > 0} /> : <NextCard page={page} actor={actor} />}
      {accounts > 0 && <Weakest page={page} />}
      {page.marks.length > 0 && <Marks marks={page.marks} />}
      <Ageing page={page} said={saidIn(page, asked)} />
      <ToAsk questions={page.toAsk} />
      <PutOffs putOffs={page.putOffs} />
      <CannotMend cannotMend={page.cannotMend} />
      {(page.openings || page.passkeys === 1) && (
        <div className="flex max-w-measure flex-col gap-2 border-rule border-t pt-4">
          {page.openings && (
            <p>
              {words.openings(page.openings.count, writtenDay(page.openings.lastOn))}{' '}
              <Anchor href="/who-looked">{words.whoLooked}</Anchor>
            </p>
          )}
          {page.passkeys === 1 && (
            <p>
              {words.onePasskey} <Anchor href="/passkeys">{words.addSpare}</Anchor>
            </p>
          )}
        </div>
      )}
    </Page>
  )
}
