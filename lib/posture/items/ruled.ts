/** What the organisation decides and no person can: its ruling is the verdict, and without one nobody is judged. */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'

/** @param instead what the person can do where the organisation does not trust it; null where they cannot do anything. */
export function ruledByOrganisation(
  ruling: 'trusted' | 'not_trusted' | null,
  instead: ActionCode | null,
  labels: readonly LabelCode[] = [],
): Ruling {
  if (ruling === null) return heldBack('never_asked', null, [...labels, 'ruling_awaited'])
  const all: LabelCode[] = [...labels, 'ruled_by_organisation']
  return ruling === 'trusted' ? ruled('met', all) : ruled('not_met', all, instead)
}
