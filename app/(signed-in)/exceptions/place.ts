import type { Judged } from '@/app/ui/judgements'
import { mayBeAccepted } from '@/lib/exceptions/rules'

/** Where an exception is asked for an item on this account or line; null for what does not fall short. */
export const placeToAsk =
  (scopeId: string) =>
  ({ item, verdict }: Pick<Judged, 'item' | 'verdict'>): string | null =>
    mayBeAccepted(verdict) ? `/exceptions/ask?scope=${scopeId}&item=${item}` : null
