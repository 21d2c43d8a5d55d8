'use client'
import { useAnswers } from '@/app/ui/action-form'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/notice'
import { writtenMoment } from '@/lib/words/dates'
import { personWords } from '@/lib/words/people'

const words = personWords.link

/** The link that came back from the form around. Gone with the next page. */
export function NewLink({ origin, timeZone }: { origin: string; timeZone: string }) {
  const { result } = useAnswers()
  if (!isLink(result)) return null
  return (
    <Notice kind="done" word={words.made}>
      <p>{words.shown(writtenMoment(new Date(result.endsAt), timeZone))}</p>
      <CopyButton text={`${origin}${result.path}`} label={words.label} />
    </Notice>
  )
}

const isLink = (result: unknown): result is { path: string; endsAt: string } =>
  typeof result === 'object' && result !== null && 'path' in result && 'endsAt' in result
