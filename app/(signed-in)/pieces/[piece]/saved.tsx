import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { pieceShape } from '@/lib/guidance/pieces'
import { pieceAddress } from '@/lib/pieces/address'
import type { PiecePage } from '@/lib/pieces/queries'
import { itemWords } from '@/lib/words/guidance'
import { pieceRow, piecePage as words } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { verdictWords } from '@/lib/words/shell'
import { ofOrOwn } from '../one-tap'

/** What was just saved, what it comes to, and where to go on. Told from what is stored, whatever the address says. */
export function Saved({ what, page: { piece, next } }: { what: string; page: PiecePage }) {
  if ((what !== 'stated' && what !== 'confirmed') || !piece.confirmedOn) return null
  return (
    <>
      <Notice kind="done" word={words.saved}>
        {what === 'confirmed' && <p>{words.confirmed}</p>}
        <ul>
          {piece.verdicts.map(({ item, verdict }) => (
            <li key={item}>{words.savedVerdict(itemWords[item].short, verdictWords[verdict])}</li>
          ))}
        </ul>
      </Notice>
      <p className="flex flex-wrap gap-2">
        {next && (
          <ButtonLink href={pieceAddress(next.piece, ofOrOwn(next))} tone="main">
            {words.nextPiece(
              pieceRow.named(pieceWords[next.piece].title, next.about),
              pieceShape(next.piece).minutes,
            )}
          </ButtonLink>
        )}
        <ButtonLink href="/pieces">{words.allPieces}</ButtonLink>
      </p>
    </>
  )
}
