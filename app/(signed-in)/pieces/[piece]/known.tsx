import { Section } from '@/app/ui/page-frame'
import type { PiecePage } from '@/lib/pieces/queries'
import { age, writtenDay } from '@/lib/words/dates'
import { piecePage as words } from '@/lib/words/piece-pages'
import { StillSo } from '../one-tap'

/** Since when the answers count and until when, and one tap to say that all is still so. */
export function Known({ page }: { page: PiecePage }) {
  const { piece, besideCountsUntil, today } = page
  if (!piece.confirmedOn) return null
  // What was not answered is not so again; the weekly look has a tap of its own; having read an older guidance says nothing.
  const weekly = piece.piece === 'updates' && (!piece.beside || piece.beside.freshness === 'current')
  const tapped = piece.state !== 'begun' && piece.piece !== 'guidance' && !weekly
  return (
    <Section title={words.known} id="known">
      <div className="flex max-w-measure flex-col gap-2">
        <p>{words.confirmedOn(age(piece.confirmedOn, today), writtenDay(piece.confirmedOn))}</p>
        <p className="text-soft">{countsFor(page)}</p>
        {piece.beside && besideCountsUntil && piece.beside.confirmedOn !== piece.confirmedOn && (
          <p className="text-soft">
            {words.beside(writtenDay(piece.beside.confirmedOn), writtenDay(besideCountsUntil))}
          </p>
        )}
        {tapped && <StillSo piece={piece} today={today} tone={piece.state === 'done' ? 'plain' : 'main'} />}
      </div>
    </Section>
  )
}

function countsFor({ piece, countsUntil, today }: PiecePage): string {
  if (!countsUntil) return words.countsOnce
  const until = writtenDay(countsUntil)
  const old = piece.state === 'old' || countsUntil < today
  return old ? words.old(until) : words.counts(until, piece.piece === 'updates')
}
