import { guidanceWords } from '@/lib/words/guidance'
import { type Doing, howTo } from '@/lib/words/how-to'
import { providedWords } from '@/lib/words/provided'
import { BeforeChange } from './before-change'
import type { ProvidedItem } from './judgements'
import { LabelTag } from './status'
import { Steps } from './steps'

/** How an action is done: what it costs first, where it is set, its steps, and whose advice it is. */
export function ActionSteps({ provided, ...doing }: Doing & { provided: readonly ProvidedItem[] }) {
  const { items, cost, paths, steps, source } = howTo(doing)
  return (
    <div className="flex flex-col gap-4">
      <WhoActs provided={provided.filter(({ item }) => items.some((each) => each === item))} />
      {cost && (
        <div>
          <BeforeChange cost={cost} />
        </div>
      )}
      <Steps steps={steps} paths={paths} source={source ?? <Beyond />} />
    </div>
  )
}

function Beyond() {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <LabelTag>{guidanceWords.beyond}</LabelTag>
      <span>{guidanceWords.beyondSays}</span>
    </p>
  )
}

/** Where the organisation provides it, who acts is said before anything is done. */
function WhoActs({ provided }: { provided: readonly ProvidedItem[] }) {
  if (provided.length === 0) return null
  return (
    <div>
      <p>
        <LabelTag>{providedWords.tag}</LabelTag>
      </p>
      {provided.map(({ item, text }) => (
        <p key={item}>{text}</p>
      ))}
      <p>{providedWords.whoActs}</p>
    </div>
  )
}
