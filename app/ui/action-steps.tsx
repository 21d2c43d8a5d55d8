import { guidanceWords } from '@/lib/words/guidance'
import { type Doing, howTo } from '@/lib/words/how-to'
import { BeforeChange } from './before-change'
import { LabelTag } from './status'
import { Steps } from './steps'

/** How an action is done: what it costs first, where it is set, its steps, and whose advice it is. */
export function ActionSteps(doing: Doing) {
  const { cost, paths, steps, source } = howTo(doing)
  return (
    <div className="flex flex-col gap-4">
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
