'use client'
import type { ReactNode } from 'react'
import { useAnswers } from '@/app/ui/action-form'
import { buttonClass } from '@/app/ui/button'
import { Notice } from '@/app/ui/notice'
import { DataTable } from '@/app/ui/table'
import { byteOrderMark, csvLine } from '@/lib/csv/write'
import { writtenMoment } from '@/lib/words/dates'
import { peopleWords, importWords as words } from '@/lib/words/people'

type Links = { endsAt: string; links: { name: string; email: string | null; path: string }[] }

/** The joining links that came back from the form around, in place of what led to them. Gone with the next page. */
export function MadeLinks(props: { origin: string; timeZone: string; children: ReactNode }) {
  const { result } = useAnswers()
  if (!areLinks(result)) return props.children
  const { links } = result
  return (
    <>
      <Notice kind="done" word={words.doneTitle(links.length)}>
        <p>{words.done(writtenMoment(new Date(result.endsAt), props.timeZone))}</p>
        <p>{words.handOver}</p>
        <p>
          {/* Made here from what is on the page: the server keeps no link that it could give out again. */}
          <a
            className={buttonClass.main}
            download={words.downloadName}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(result, props.origin))}`}
          >
            {words.download}
          </a>
        </p>
      </Notice>
      <DataTable
        caption={words.linksCaption}
        rows={links}
        rowKey={({ path }) => path}
        empty={null}
        columns={[
          { key: 'name', header: peopleWords.fields.name, cell: ({ name }) => name },
          {
            key: 'link',
            header: words.link,
            cell: ({ path }) => <code className="font-mono text-aside">{`${props.origin}${path}`}</code>,
          },
        ]}
      />
    </>
  )
}

const csvOf = ({ links, endsAt }: Links, origin: string) =>
  byteOrderMark +
  csvLine(words.downloadColumns) +
  links.map(({ name, email, path }) => csvLine([name, email, `${origin}${path}`, endsAt])).join('')

const areLinks = (result: unknown): result is Links =>
  typeof result === 'object' && result !== null && 'links' in result && Array.isArray(result.links)
