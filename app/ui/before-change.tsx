import type { Cost } from '@/lib/words/costs'
import { piecePage as words } from '@/lib/words/piece-pages'
import { Disclosure } from './disclosure'

/** What it costs, before it is turned on: one sentence, and the rest folded away. */
export function BeforeChange({ cost }: { cost: Cost | null }) {
  if (!cost) return null
  return (
    <>
      <p className="mt-1">{words.before(cost.before)}</p>
      <Disclosure title={words.changes}>
        <ul className="ml-6 list-disc">
          {cost.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
