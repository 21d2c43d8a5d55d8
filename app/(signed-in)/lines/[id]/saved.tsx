import { Notice } from '@/app/ui/notice'
import type { LinePage } from '@/lib/lines/queries'
import { linePage } from '@/lib/words/lines'
import { heldNumberSentence } from '@/lib/words/posture'

const words = linePage.saved

/** What was just saved, and what it did. Says nothing for an address that names no act. */
export function Saved({ what, line }: { what: string; line: LinePage }) {
  const sentences = sentencesOf(what, line)
  if (sentences.length === 0) return null
  return (
    <Notice kind="done">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

function sentencesOf(what: string, line: LinePage): string[] {
  switch (what) {
    case 'recorded':
      return [words.recorded(line.falls.length)]
    case 'confirmed':
      return [words.confirmed]
    case 'restored':
      return [words.restored, words.recorded(line.falls.length)]
    case 'revised':
      return [changeOf(line)]
    case 'moved':
      return [words.moved, changeOf(line)]
    case 'pin': {
      const direct = line.falls.filter(({ chain }) => chain.length === 2).map(({ name }) => name)
      return [heldNumberSentence(direct), changeOf(line)]
    }
    default:
      return []
  }
}

function changeOf({ latest }: LinePage): string {
  const closed = latest ? latest.before - latest.now : 0
  if (closed > 0) return words.closed(closed)
  return closed < 0 ? words.opened(-closed) : words.same
}
