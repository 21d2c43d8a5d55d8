import { Disclosure } from '@/app/ui/disclosure'
import { heldElsewhere } from '@/lib/held/parts'
import type { HeldOnPage } from '@/lib/held/queries'
import { heldWords as words } from '@/lib/words/held'

/** Each column and table that holds something and is not shown, with the reason. */
export function NotShown({ parts }: { parts: readonly HeldOnPage[] }) {
  const columns = parts.flatMap(({ name, notShown }) =>
    Object.entries(notShown).map(([column, reason]) => [words.notShownColumn(column, name), reason] as const),
  )
  const tables = Object.entries(heldElsewhere).map(
    ([table, reason]) => [words.notShownTable(table), reason] as const,
  )
  return (
    <Disclosure title={words.notShown}>
      <ul className="flex max-w-measure list-disc flex-col gap-1 pl-6">
        {[...columns, ...tables].map(([what, reason]) => (
          <li key={what}>
            {what}: {words.reasons[reason]}.
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
