import type { Metadata, Route } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Page, Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { requireActor } from '@/lib/access/session'
import { listPieces, type PiecesPage } from '@/lib/pieces/queries'
import type { Listed } from '@/lib/pieces/reading'
import { piecesPage as words } from '@/lib/words/piece-pages'
import { Held } from './held'
import { PieceList } from './piece-row'

export const metadata: Metadata = { title: words.title }

/** The whole inventory in pieces: each can be taken up, left and taken up again in any order. */
export default async function Pieces() {
  const page = await listPieces(await requireActor('pieces:read:own'))
  const { held, today } = page
  const lines = held.filter(({ kind }) => kind === 'line')
  const mailboxes = held.filter(({ mailbox }) => mailbox)
  const others = held.filter(({ kind, mailbox }) => kind === 'account' && !mailbox)
  return (
    <Page title={words.title} lead={words.lead(page.answered, page.all)}>
      <Section title={words.line.title}>
        <Held
          held={lines}
          today={today}
          add={{ href: '/lines/new', label: lines.length > 0 ? words.line.more : words.line.add }}
        />
      </Section>
      <Section title={words.mailbox.title}>
        <Held
          held={mailboxes}
          today={today}
          add={{
            href: '/accounts/new',
            label: mailboxes.length > 0 ? words.mailbox.more : words.mailbox.add,
          }}
        />
      </Section>
      <Section title={words.accounts.title}>
        <Held held={others} today={today} add={{ href: '/accounts/new', label: words.accounts.add }} />
        <p>
          <Anchor href="/accounts/complete" className="inline-block py-2">
            {words.accounts.whole}
          </Anchor>
        </p>
      </Section>
      <Things of="phone" page={page} />
      <Things of="app" page={page} />
      <Section title={words.own.title}>
        <PieceList pieces={page.own} today={today} from="list" />
      </Section>
    </Page>
  )
}

/** Phones or messaging apps, each with its own pieces. */
function Things({ of, page }: { of: 'phone' | 'app'; page: PiecesPage }) {
  const place = of === 'phone' ? 'phones' : 'apps'
  const listed: readonly Listed[] = page[place]
  return (
    <Section title={words[place].title}>
      {listed.map(({ id, name, pieces }) => (
        <div key={id} className="flex flex-col gap-1">
          <h3>
            <Anchor href={`/${place}/${id}` as Route} className="inline-block py-2">
              {name}
            </Anchor>
          </h3>
          <PieceList pieces={pieces} today={page.today} from="list" />
        </div>
      ))}
      {listed.length === 0 && page.none[of] && <p>{words.noneSaid[of]}</p>}
      {listed.length === 0 && !page.none[of] && <Status verdict="unknown" word={words.notListed} />}
      <p>
        <ButtonLink href={`/${place}/new` as Route}>
          {listed.length === 0 ? words[place].add : words[place].more}
        </ButtonLink>
      </p>
    </Section>
  )
}
