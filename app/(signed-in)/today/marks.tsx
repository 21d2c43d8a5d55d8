import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { LevelMark, Status } from '@/app/ui/status'
import type { TodayPage } from '@/lib/today/queries'
import { pinWords } from '@/lib/words/lines'
import { unknownWords } from '@/lib/words/shell'
import { todayWords } from '@/lib/words/today'

const words = todayWords.marks

/** Every line and account with its mark, each a link to the page that says why. */
export function Marks({ marks }: Pick<TodayPage, 'marks'>) {
  return (
    <Section title={words.title}>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {marks.map((mark) => (
          <li
            key={mark.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-rule border-b py-1"
          >
            <Anchor href={`/${mark.kind}s/${mark.id}`} className="inline-block py-2">
              {mark.name}
            </Anchor>
            <Mark mark={mark} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Mark({ mark }: { mark: TodayPage['marks'][number] }) {
  switch (mark.kind) {
    case 'line':
      return <Status verdict={mark.pin} word={pinWords[mark.pin]} />
    case 'account':
      return <LevelMark level={mark.level} atBest={mark.atBest} />
    default:
      return <Status verdict={mark.verdict} word={mark.asked ? undefined : unknownWords.never_asked} />
  }
}
