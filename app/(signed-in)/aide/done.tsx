import { DateText } from '@/app/ui/date-text'
import { Section } from '@/app/ui/page-frame'
import type { AidesPage } from '@/lib/aide/queries'
import { aidePage } from '@/lib/words/aide'
import { actionNames } from '@/lib/words/audit'

const words = aidePage.done

/** What aides did in one's name: the acts, from the audit log. */
export function Done({ done, timeZone }: { done: AidesPage['done']; timeZone: string }) {
  if (done.length === 0) return null
  return (
    <Section title={words.title}>
      <ol className="flex max-w-measure flex-col">
        {done.map(({ at, action, name }) => (
          <li
            key={`${at.getTime()} ${action}`}
            className="flex flex-wrap justify-between gap-x-6 border-rule border-b py-2"
          >
            <span>
              {actionNames[action]} {words.by(name)}
            </span>
            <span className="text-soft">
              <DateText value={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
