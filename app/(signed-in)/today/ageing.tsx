import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import type { TodayPage } from '@/lib/today/queries'
import { age } from '@/lib/words/dates'
import { todayWords } from '@/lib/words/today'
import { PieceRow } from '../pieces/piece-row'

const words = todayWords.ageing

/** What was confirmed so long ago that it should be looked over, each with its one tap or a way to it. */
export function Ageing({ ageing, again, today }: Pick<TodayPage, 'ageing' | 'again' | 'today'>) {
  if (ageing.length + again.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead}>
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
