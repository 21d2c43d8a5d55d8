import { Anchor } from '@/app/ui/anchor'
import { LabelTag, Status } from '@/app/ui/status'
import { pieceShape } from '@/lib/guidance/pieces'
import { pieceAddress } from '@/lib/pieces/address'
import type { PieceInList } from '@/lib/pieces/reading'
import { overAll } from '@/lib/pieces/rules'
import { answeredForWords } from '@/lib/words/aide'
import { age } from '@/lib/words/dates'
import { pieceStateWords, pieceRow as words } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { OneTap, ofOrOwn } from './one-tap'

/** One piece in a list: how it stands, how far it is, how long it takes, and the one tap where that says it all. */
export function PieceRow(props: {
  piece: PieceInList
  today: string
  from?: 'list' | 'today'
  named?: true
}) {
  const { piece, today, from } = props
  const { title } = pieceWords[piece.piece]
  const since = piece.confirmedOn ? age(piece.confirmedOn, today) : ''
  const said = pieceStateWords[piece.state](since, piece.progress)
  const asked = piece.state !== 'not_asked'
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Anchor href={pieceAddress(piece.piece, ofOrOwn(piece))} className="inline-block py-2">
          {props.named ? words.named(title, piece.about) : title}
        </Anchor>
        <Status verdict={asked ? overAll(piece.verdicts) : 'unknown'} word={asked ? undefined : said} />
      </div>
      <p className="flex flex-wrap gap-x-6 text-soft">
        {asked && <span>{said}</span>}
        {piece.given && <LabelTag>{answeredForWords.tag}</LabelTag>}
        {piece.open === 'not_sure' && <span>{words.unsure}</span>}
        <span>{words.takes(pieceShape(piece.piece).minutes)}</span>
      </p>
      <OneTap piece={piece} today={today} from={from} />
    </li>
  )
}

/** Several of them, of one phone or app, or of oneself. */
export function PieceList({
  pieces,
  ...rest
}: {
  pieces: readonly PieceInList[]
  today: string
  from?: 'list'
}) {
  return (
    <ul className="flex max-w-measure flex-col">
      {pieces.map((piece) => (
        <PieceRow key={piece.piece} piece={piece} {...rest} />
      ))}
    </ul>
  )
}
