import { Section } from '@/app/ui/page-frame'
import type { PiecePage } from '@/lib/pieces/queries'
import { age, writtenDay } from '@/lib/words/dates'
import { piecePage as words } from '@/lib/words/piece-pages'
import { StillSo } from '../one-tap'

/** Since when the answers count and until when, and one tap to say that all is still so. */
export function Known({ page }: { page: PiecePage }) {
  const { piece, countsUntil, today } = page
  if (!piece.confirmedOn || !countsUntil) return null
  const until = writtenDay(countsUntil)
  const old = piece.state === 'old' || countsUntil < today
  // What was not answered is not so again; the weekly look has a tap of its own; having read an older guidance says nothing.
  const tapped = piece.state !== 'begun' && piece.piece !== 'guidance' && piece.piece !== 'updates'
  return (
    <Section title={words.known} id="known">
      <div className="flex max-w-measure flex-col gap-2">
        <p>{words.confirmedOn(age(piece.confirmedOn, today), writtenDay(piece.confirmedOn))}</p>
        <p className="text-soft">{old ? words.old(until) : words.counts(until, piece.piece === 'updates')}</p>
        {tapped && <StillSo piece={piece} today={today} tone={piece.state === 'done' ? 'plain' : 'main'} />}
      </div>
    </Section>
  )
}
