import type { Metadata } from 'next'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { Pager } from '@/app/ui/pager'
import { WhichList } from '@/app/ui/which-list'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listAddress, readAddress, shows } from '@/lib/exceptions/address'
import { listExceptions } from '@/lib/exceptions/list'
import { exceptionWords } from '@/lib/words/exceptions'
import { digits } from '@/lib/words/numbers'
import { Listed } from './listed'

const words = exceptionWords.team

export const metadata: Metadata = { title: words.title }

export default async function ExceptionsPage({ searchParams }: PageProps<'/exceptions'>) {
  const actor = await requireActor('exceptions:read:any')
  const said = await searchParams
  const asked = readAddress(said)
  const saved = savedAs.find((one) => one === said.saved)
  const [list, { organisation }] = await Promise.all([listExceptions(actor, asked), requireSignedIn()])
  const { show } = asked
  return (
    <Page title={words.title} lead={words.lead(list.counts.waiting)}>
      {saved && (
        <Notice kind="done">
          <p>{words.saved[saved]}</p>
        </Notice>
      )}
      <p className="max-w-measure text-soft">{words.note}</p>
      <WhichList
        label={words.which}
        lists={shows.map((one) => ({
          key: one,
          says: words.show(words.shows[one], digits(list.counts[one])),
          href: listAddress(one),
          shown: one === show,
        }))}
      />
      {list.rows.length === 0 && <p className="max-w-measure text-soft">{words.empty[show]}</p>}
      <ul className="flex max-w-measure flex-col">
        {list.rows.map((row) => (
          <Listed key={row.id} row={row} lastDay={list.lastDay} timeZone={organisation.timeZone} />
        ))}
      </ul>
      <Pager
        previous={list.previous && listAddress(show, list.previous)}
        next={list.next && listAddress(show, list.next)}
      />
    </Page>
  )
}

const savedAs = ['approved', 'refused', 'ended', 'asked'] as const
