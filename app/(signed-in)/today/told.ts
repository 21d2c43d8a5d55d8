import { actionMinutes } from '@/lib/guidance/actions'
import type { NextAction } from '@/lib/today/queries'
import { actionWords } from '@/lib/words/actions'
import { guidanceWords, itemWords } from '@/lib/words/guidance'
import type { Doing } from '@/lib/words/how-to'
import { piecePage, pieceRow } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { closesSentence, looksSentence } from '@/lib/words/posture'
import { todayWords } from '@/lib/words/today'

const words = todayWords.next
type Told = { title: string; time: number; why: string; how: Doing | null; go: string }

/** The next thing in words: its title, what it is good for, how it is done where it takes steps, and what to press. */
export function toldOf(next: NextAction): Told {
  switch (next.kind) {
    case 'change': {
      const { action } = next
      const { title } = actionWords[action]
      const looks = action.startsWith('look_')
      return {
        title: title(next.name),
        time: next.minutes,
        why: (looks ? looksSentence : closesSentence)(
          next.closes,
          next.closesOwn ? [next.name] : next.others,
          next.closesOwn ? next.others : [],
        ),
        how: { action, about: { name: next.name, service: next.service ?? next.name } },
        go: looks ? words.answer : words.say,
      }
    }
    case 'list': {
      const { title, steps } = actionWords[next.action]
      const [why = ''] = steps({ name: '', service: '' })
      return { title: title(''), time: actionMinutes[next.action], why, how: null, go: words.list }
    }
    case 'mend': {
      const { action, about, item, platform } = next
      return {
        title: actionWords[action].title(about),
        time: next.minutes,
        why: item ? guidanceWords.aim(itemWords[item].asks) : '',
        how: { action, about: { name: about, service: about }, items: item ? [item] : [], platform },
        go: next.accountId ? piecePage.openAccount : words.say,
      }
    }
    default: {
      const { title, lead } = pieceWords[next.piece]
      return {
        title: pieceRow.named(title, next.about),
        time: next.minutes,
        why: next.kind === 'again' ? words.again : lead,
        how: null,
        go: next.state === 'begun' ? words.goOn : next.kind === 'again' ? words.lookOver : words.ask,
      }
    }
  }
}
