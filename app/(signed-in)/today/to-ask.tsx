import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import type { ToAsk as Question } from '@/lib/today/rules'
import { kindWords } from '@/lib/words/account-answers'
import { todayWords } from '@/lib/words/today'

const words = todayWords.toAsk

/** What nobody has answered yet: never asked, not answered and not sure, each told as what it is. */
export function ToAsk({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return <p className="max-w-measure">{words.none}</p>
  const pieces = questions.filter(({ about }) => about === 'piece')
  return (
    <Section title={words.title}>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {questions.filter(isPlace).map((question) => {
          const { href, name, kind } = told(question)
          return (
            <li
              key={`${href} ${name}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-rule border-b py-1"
            >
              <Anchor href={href} className="inline-block py-2">
                {name}
              </Anchor>
              <Status verdict="unknown" word={words.open[kind]} />
            </li>
          )
        })}
      </ul>
      <p>
        <Anchor href="/pieces" className="inline-block py-2">
          {pieces.length === 0 ? words.all : words.pieces(pieces.length)}
        </Anchor>
      </p>
    </Section>
  )
}

type Place = Exclude<Question, { about: 'piece' }>
/** Pieces have a page of their own that lists them all; here they are counted. */
const isPlace = (question: Question): question is Place => question.about !== 'piece'

function told(question: Place) {
  switch (question.about) {
    case 'first_line':
      return { href: '/lines/new', name: words.firstLine, kind: 'never_asked' as const }
    case 'category':
      return {
        href: '/accounts/complete',
        name: kindWords[question.category],
        kind: 'never_asked' as const,
      }
    case 'first_phone':
      return { href: '/phones/new' as const, name: words.firstPhone, kind: 'never_asked' as const }
    case 'first_app':
      return { href: '/apps/new' as const, name: words.firstApp, kind: 'never_asked' as const }
    default:
      return {
        href: `/${question.about}s/${question.id}/edit`,
        name: question.name,
        kind: question.open,
      }
  }
}
