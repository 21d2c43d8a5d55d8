import { ActionForm } from '@/app/ui/action-form'
import { KeptVersion } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { PieceInList } from '@/lib/pieces/reading'
import { claimsLook } from '@/lib/pieces/rules'
import { pieceRow as words } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { confirm, look } from './actions'

type Tapped = {
  piece: PieceInList
  today: string
  /** Where the tap leads back to; the piece itself without. */
  from?: 'list' | 'today'
  tone?: 'main' | 'plain'
}

/** Where the same answers, said again, are all there is to say. It says so where that claims another look. */
export function StillSo({ piece, from, tone = 'plain' }: Tapped) {
  const looks = claimsLook(piece.piece, piece.answers)
  const said = looks ? words.lookedAgain : words.confirm
  return (
    <ActionForm action={confirm} scope={`so-${piece.piece}-${piece.scopeId}`} className="flex flex-col gap-2">
      <About piece={piece} from={from} />
      {looks && <input type="hidden" name="lookedAgain" value="yes" />}
      <div>
        <SubmitButton
          tone={tone}
          aria-label={words.confirmName(said, pieceWords[piece.piece].title, piece.about)}
        >
          {said}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The weekly look (General 6): its day, and that nothing is waiting; the other answers keep theirs. */
export function Looked({ piece, from, today, tone = 'plain' }: Tapped) {
  const { answers } = piece
  if (answers?.lastCheckedOn === today && answers.pending === 'none') return null
  return (
    <ActionForm action={look} scope={`looked-${piece.scopeId}`} className="flex flex-col gap-2">
      <About piece={piece} from={from} />
      <div>
        <SubmitButton tone={tone} aria-label={words.lookedName(piece.about)}>
          {words.looked}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The one tap of a piece in a list: the weekly look always, anything else once its answers are due or old. */
export function OneTap(props: Tapped) {
  const { piece, state, beside } = props.piece
  if (piece === 'updates' && (!beside || beside.freshness === 'current')) return <Looked {...props} />
  // Having read an older guidance says nothing of this one.
  if (piece === 'guidance' || (state !== 'due' && state !== 'old')) return null
  return <StillSo {...props} />
}

function About({ piece, from }: Pick<Tapped, 'piece' | 'from'>) {
  return (
    <>
      <Submission />
      <input type="hidden" name="piece" value={piece.piece} />
      <input type="hidden" name="of" value={ofOrOwn(piece)} />
      <KeptVersion name="based" version={piece.based ?? ''} />
      {from && <input type="hidden" name="from" value={from} />}
    </>
  )
}

/** What an address and a form say it is about: nothing for one's own pieces. */
export const ofOrOwn = ({ of, scopeId }: Pick<PieceInList, 'of' | 'scopeId'>) =>
  of === 'person' ? '' : scopeId
