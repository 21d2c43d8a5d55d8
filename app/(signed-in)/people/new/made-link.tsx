'use client'
import { useAnswers } from '@/app/ui/action-form'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/notice'
import { writtenMoment } from '@/lib/words/dates'
import { inviteWords as words } from '@/lib/words/people'

/** The joining link that came back from the form around. Gone with the next page. */
export function MadeLink({ origin, timeZone }: { origin: string; timeZone: string }) {
  const { result, turn } = useAnswers()
  if (!isLink(result)) return null
  return (
    <Notice kind="done" word={words.made(result.name)} key={turn}>
      <p>{words.link(writtenMoment(new Date(result.endsAt), timeZone))}</p>
      <CopyButton text={`${origin}${result.path}`} label={words.linkLabel} />
      <p>{words.another}</p>
    </Notice>
  )
}

type Link = { path: string; endsAt: string; name: string }
const isLink = (result: unknown): result is Link =>
  typeof result === 'object' && result !== null && 'path' in result && 'endsAt' in result && 'name' in result
