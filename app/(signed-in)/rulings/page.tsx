import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { requireActor } from '@/lib/access/session'
import { readRulings } from '@/lib/rulings/queries'
import { providedWords } from '@/lib/words/provided'
import { rulingsPage as words } from '@/lib/words/rulings'
import { Apps } from './apps'
import { Lines, Models } from './lists'
import { Records } from './records'
import { Resolver, Vpn } from './single'

export const metadata: Metadata = { title: words.title }

export default async function Rulings({ searchParams }: PageProps<'/rulings'>) {
  const actor = await requireActor('rulings:read')
  const [{ saved }, page] = await Promise.all([searchParams, readRulings(actor)])
  const inUse = page.apps.filter(({ judged }) => judged !== null)
  const open = inUse.filter(({ judged }) => judged?.verdict === 'unknown').length
  return (
    <Page title={words.title} lead={words.lead(open, inUse.length)}>
      {(saved === 'yes' || saved === 'ended') && (
        <Notice kind="done">
          <p>{saved === 'ended' ? words.ended : words.saved}</p>
        </Notice>
      )}
      <p className="max-w-measure">{words.what}</p>
      <p>
        <Anchor href="/provided" className="inline-block py-2.5">
          {providedWords.title}
        </Anchor>
      </p>
      <Apps apps={page.apps} />
      <Records records={page.records} today={page.today} />
      <Resolver stated={page.resolver} today={page.today} />
      <Vpn stated={page.vpn} today={page.today} />
      <Models models={page.models} waiting={page.phonesWaiting} />
      <Lines lines={page.lines} />
    </Page>
  )
}
