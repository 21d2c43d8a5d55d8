import { Section } from '@/app/ui/page-frame'
import type { TodayPage } from '@/lib/today/queries'
import { todayWords } from '@/lib/words/today'

const words = todayWords.cannotMend

/** What is open and not in one's own hands: told apart, and never held against anybody. */
export function CannotMend({ cannotMend }: Pick<TodayPage, 'cannotMend'>) {
  if (cannotMend.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead}>
      <ul className="ml-6 flex max-w-measure list-disc flex-col gap-1">
        {cannotMend.map(({ action, name }) => (
          <li key={`${action} ${name}`}>{words.says(action, name)}</li>
        ))}
      </ul>
    </Section>
  )
}
