import { aideWords } from '@/lib/words/aide'
import { AnswerButton } from './answer-button'

const words = aideWords.band

/** On every page while somebody answers for another, so that nobody forgets whose record it is. */
export function Band({ name }: { name: string | null }) {
  return (
    <section aria-label={words.label} className="border-accent border-y-2 bg-sunken print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2">
        <p className="font-semibold">{name === null ? words.ended : words.for(name)}</p>
        <AnswerButton id={null}>{words.stop}</AnswerButton>
      </div>
    </section>
  )
}
