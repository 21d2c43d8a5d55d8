'use client'
import type { ReactNode } from 'react'
import { useAnswers } from '@/app/ui/action-form'
import { buttonClass } from '@/app/ui/button'
import { Notice } from '@/app/ui/notice'
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
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <caption className="pb-2 text-left font-semibold">{words.linksCaption}</caption>
          <thead>
            <tr className="border-edge border-b">
              <th scope="col">{peopleWords.fields.name}</th>
              <th scope="col" className="px-3">
                {words.link}
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ name, path }) => (
              <tr key={path} className="border-rule border-b">
                <th scope="row" className="py-2 align-top font-normal">
                  {name}
                </th>
                <td className="px-3 py-2 font-mono text-aside">{`${props.origin}${path}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const csvOf = ({ links, endsAt }: Links, origin: string) =>
  byteOrderMark +
  csvLine(words.downloadColumns) +
  links.map(({ name, email, path }) => csvLine([name, email, `${origin}${path}`, endsAt])).join('')

const areLinks = (result: unknown): result is Links =>
  typeof result === 'object' && result !== null && 'links' in result && Array.isArray(result.links)
