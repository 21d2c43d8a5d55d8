import { answeredForWords as words } from '@/lib/words/aide'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { Notice } from './notice'

/** Who answered for the holder, and when, until the holder has confirmed it. `own`: the holder reads it. */
export function AnsweredForNote(props: {
  answered: { name: string; at: Date } | null
  timeZone: string
  own: boolean
}) {
  if (!props.answered) return null
  const { name, at } = props.answered
  const day = writtenDay(dayOf(at, props.timeZone))
  return (
    <Notice kind="note" word={words.word}>
      <p>{props.own ? words.by(name, day) : words.answering(name, day)}</p>
    </Notice>
  )
}
