import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import type { PieceInList } from '@/lib/pieces/reading'
import type { TodayPage } from '@/lib/today/queries'
import { age } from '@/lib/words/dates'
import { todayWords } from '@/lib/words/today'
import { PieceRow } from '../pieces/piece-row'
import { SaidNow } from './just-done'

const words = todayWords.ageing

/** What was confirmed so long ago that it should be looked over, each with its one tap or a way to it. */
export function Ageing(props: {
  page: Pick<TodayPage, 'ageing' | 'again' | 'today'>
  /** What was just said with one tap, and is no longer among them. */
  said: PieceInList | undefined
}) {
  const { ageing, again, today } = props.page
  const left = ageing.length + again.length
  if (left === 0 && !props.said) return null
  return (
    <Section id="again" title={words.title} lead={left === 0 ? words.noneLeft : words.lead}>
      {props.said && <SaidNow piece={props.said} />}
      <ul className="flex max-w-measure flex-col">
        {ageing.map(({ kind, id, name, confirmedOn, freshness, askedAgain }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-1">
            <Anchor
              href={kind === 'list' ? '/accounts/complete' : `/${kind}s/${id}#known`}
              className="inline-block py-2"
            >
              {kind === 'list' ? words.list : name}
            </Anchor>
            <span className="text-soft">
              {askedAgain
                ? words.lineChanged
                : words[freshness === 'old' ? 'old' : 'due'](age(confirmedOn, today))}
            </span>
          </li>
        ))}
        {again.map((piece) => (
          <PieceRow key={`${piece.piece} ${piece.scopeId}`} piece={piece} today={today} from="today" named />
        ))}
      </ul>
    </Section>
  )
}
