import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import type { PieceInList } from '@/lib/pieces/reading'
import type { TodayPage } from '@/lib/today/queries'
import { itemWords } from '@/lib/words/guidance'
import { piecePage, pieceRow } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { verdictWords } from '@/lib/words/shell'
import { todayWords as words } from '@/lib/words/today'
import { ofOrOwn } from '../pieces/one-tap'

type Asked = Readonly<Record<string, string | string[] | undefined>>

/** The piece an address says was just said; none where nothing was said of it today, whatever the address says. */
export const saidIn = ({ saidToday }: Pick<TodayPage, 'saidToday'>, { said, of }: Asked) =>
  saidToday.find((one) => one.piece === said && ofOrOwn(one) === (of ?? ''))

/** What one tap said, and what it comes to: its row is gone from the list. */
export function SaidNow({ piece: { piece, about, verdicts } }: { piece: PieceInList }) {
  return (
    <Notice kind="done">
      <p>{words.ageing.said(pieceRow.named(pieceWords[piece].title, about))}</p>
      <ul>
        {verdicts.map(({ item, verdict }) => (
          <li key={item}>{piecePage.savedVerdict(itemWords[item].short, verdictWords[verdict])}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** That something was put off, and the way to it: another thing stands in its place by now. */
export function PutOffNow({ putOffs }: Pick<TodayPage, 'putOffs'>) {
  if (putOffs.length === 0) return null
  return (
    <Notice kind="done" word={words.putOff.done}>
      <p>
        <Anchor href="#put-off" className="inline-block py-2.5">
          {words.putOff.see}
        </Anchor>
      </p>
    </Notice>
  )
}
