/** How an action is done, as it is told: what it costs, where it is set, its steps, and whose advice it is. */
import { pathsFor } from '@/lib/guidance/action-paths'
import { beyondGuidance, itemsOfAction } from '@/lib/guidance/actions'
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'
import { type About, actionWords } from '@/lib/words/actions'
import { type Cost, costOfAction } from '@/lib/words/costs'
import { guidanceWords } from '@/lib/words/guidance'

export type Doing = {
  action: ActionCode
  about: About
  /** What would be met by it, and the phone it is done on: they tell which settings page it is. */
  items?: readonly ItemId[]
  platform?: string | null
}
export type HowTo = {
  /** What it is done for. */
  items: readonly ItemId[]
  cost: Cost | null
  paths: readonly (readonly string[])[]
  steps: readonly string[]
  /** The guidance and its version; null for what the guidance does not ask for. */
  source: string | null
}

export const howTo = ({ action, about, items = itemsOfAction(action), platform = null }: Doing): HowTo => ({
  items,
  cost: costOfAction(action),
  paths: onceEach(items.flatMap((item) => pathsFor(action, item, platform).map(({ path }) => path))),
  steps: actionWords[action].steps(about),
  source: beyondGuidance.includes(action) ? null : guidanceWords.source(guidanceVersion),
})

const onceEach = (paths: readonly (readonly string[])[]) => [
  ...new Map(paths.map((path) => [path.join(), path])).values(),
]
