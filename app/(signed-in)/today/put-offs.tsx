import { ActionForm } from '@/app/ui/action-form'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { TodayPage } from '@/lib/today/queries'
import { actionWords } from '@/lib/words/actions'
import { writtenDay } from '@/lib/words/dates'
import { pieceRow } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { todayWords } from '@/lib/words/today'
import { takeItUp } from './actions'

const words = todayWords.putOff
type PutOff = TodayPage['putOffs'][number]

/** What was put off, until when and why, and the way back. */
export function PutOffs({ putOffs }: Pick<TodayPage, 'putOffs'>) {
  if (putOffs.length === 0) return null
  return (
    <Section title={words.title} id="put-off">
      <ul className="flex max-w-measure flex-col">
        {putOffs.map(({ id, action, piece, name, reason, until }) => (
          <li key={id} className="flex flex-col gap-1 border-rule border-b py-3 first:pt-0">
            <h3 className="font-semibold">{titleOf(action, piece, name)}</h3>
            <p className="text-soft">
              {reason ? words.because(reason, writtenDay(until)) : words.notNow(writtenDay(until))}
            </p>
            <ActionForm action={takeItUp} scope={id}>
              <Submission />
              <input type="hidden" name="id" value={id} />
              <div>
                <SubmitButton tone="plain" aria-label={words.takeUpNamed(titleOf(action, piece, name))}>
                  {words.takeUp}
                </SubmitButton>
              </div>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const titleOf = (action: PutOff['action'], piece: PutOff['piece'], name: string) =>
  piece && action === 'answer_piece'
    ? pieceRow.named(pieceWords[piece].title, name)
    : actionWords[action].title(name)
