import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { buttonClass } from '@/app/ui/button'
import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { KeptRadios } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Actor } from '@/lib/access/actor'
import type { NextAction, TodayPage } from '@/lib/today/queries'
import { putOffReasons } from '@/lib/vocabulary'
import { exceptionWords } from '@/lib/words/exceptions'
import { minutesWords } from '@/lib/words/posture'
import { todayWords } from '@/lib/words/today'
import { HowToDo } from '../provided/judged'
import { putItOff } from './actions'
import { placeOf } from './place'
import { toldOf } from './told'

const words = todayWords.next

/** The one next thing: what it is good for, how it is done, and the two ways of not doing it now. */
export function NextCard({ page, actor }: { page: TodayPage; actor: Actor }) {
  const { next, more, putOffs } = page
  if (!next) return <p className="max-w-measure">{putOffs.length > 0 ? words.noneBut : words.none}</p>
  const { title, time, why, how, go } = toldOf(next)
  return (
    <Card title={title} time={minutesWords(time)}>
      <p>{why}</p>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        {how === null ? (
          <ButtonLink href={placeOf(next)} tone="main">
            {go}
          </ButtonLink>
        ) : (
          <details className="min-w-0 open:basis-full">
            <summary className={`${buttonClass.main} list-none [&::-webkit-details-marker]:hidden`}>
              {words.how}
            </summary>
            <div className="mt-4 flex flex-col gap-4">
              <HowToDo actor={actor} {...how} />
              <div>
                <ButtonLink href={placeOf(next)} tone="main">
                  {go}
                </ButtonLink>
              </div>
            </div>
          </details>
        )}
        <ActionForm action={putItOff} scope="not-now" className="contents">
          <About next={next} />
          <SubmitButton tone="quiet">{words.notNow}</SubmitButton>
        </ActionForm>
        <Cannot next={next} />
      </div>
      <p className="text-soft">{words.more(more)}</p>
    </Card>
  )
}

function Cannot({ next }: { next: NextAction }) {
  return (
    <details className="min-w-0 open:basis-full">
      <summary className={`${buttonClass.quiet} list-none [&::-webkit-details-marker]:hidden`}>
        {words.cannot}
      </summary>
      <ActionForm action={putItOff} scope="cannot" className="mt-2 flex flex-col gap-4">
        <About next={next} />
        <input type="hidden" name="why" value="cannot" />
        <KeptRadios
          name="reason"
          scope="cannot"
          label={words.why}
          hint={words.whyHint}
          choices={putOffReasons.map((value) => ({ value, ...words.reasons[value] }))}
        />
        <div>
          <SubmitButton tone="plain">{words.offerNext}</SubmitButton>
        </div>
      </ActionForm>
      {/* Something to be judged has to be there: of the list as a whole, nothing is accepted. */}
      {next.kind === 'change' && next.scopeKind !== 'person' && (
        <p>
          <Anchor href={`/exceptions/ask?scope=${next.scopeId}`} className="inline-block py-2.5">
            {exceptionWords.ask}
          </Anchor>
        </p>
      )}
    </details>
  )
}

function About({ next }: { next: NextAction }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="action" value={next.action} />
      <input type="hidden" name="scopeId" value={next.scopeId} />
      <input type="hidden" name="piece" value={next.piece} />
    </>
  )
}
