import { pathsFor } from '@/lib/guidance/action-paths'
import { actionMinutes } from '@/lib/guidance/actions'
import type { NextAction } from '@/lib/today/queries'
import { actionWords } from '@/lib/words/actions'
import { guidanceWords, itemWords } from '@/lib/words/guidance'
import { piecePage, pieceRow } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { closesSentence, looksSentence } from '@/lib/words/posture'
import { todayWords } from '@/lib/words/today'

const words = todayWords.next
type Told = {
  title: string
  time: number
  why: string
  steps: readonly string[]
  paths?: readonly (readonly string[])[]
  go: string
}

/** The next thing in words: its title, what it is good for, how it is done where it takes steps, and what to press. */
export function toldOf(next: NextAction): Told {
  switch (next.kind) {
    case 'change': {
      const { title, steps } = actionWords[next.action]
      const looks = next.action.startsWith('look_')
      return {
        title: title(next.name),
        time: next.minutes,
        why: (looks ? looksSentence : closesSentence)(
          next.closes,
          next.closesOwn ? [next.name] : next.others,
          next.closesOwn ? next.others : [],
        ),
        steps: steps({ name: next.name, service: next.service ?? next.name }),
        go: looks ? words.answer : words.say,
      }
    }
    case 'list': {
      const { title, steps } = actionWords[next.action]
      const [why = ''] = steps({ name: '', service: '' })
      return { title: title(''), time: actionMinutes[next.action], why, steps: [], go: words.list }
    }
    case 'mend': {
      const { title, steps } = actionWords[next.action]
      return {
        title: title(next.about),
        time: next.minutes,
        why: next.item ? guidanceWords.aim(itemWords[next.item].asks) : '',
        steps: steps({ name: next.about, service: next.about }),
        paths: next.item ? pathsFor(next.action, next.item, next.platform).map(({ path }) => path) : [],
        go: next.accountId ? piecePage.openAccount : words.say,
      }
    }
    default: {
      const { title, lead } = pieceWords[next.piece]
      return {
        title: pieceRow.named(title, next.about),
        time: next.minutes,
        why: next.kind === 'again' ? words.again : lead,
        steps: [],
        go: next.state === 'begun' ? words.goOn : next.kind === 'again' ? words.lookOver : words.ask,
      }
    }
  }
}
