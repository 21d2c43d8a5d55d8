import type { Judged } from '@/app/ui/judgements'
import type { Actor } from '@/lib/access/actor'
import { allows } from '@/lib/access/permissions'
import { mayBeAccepted } from '@/lib/exceptions/rules'

/**
 * Where an exception is asked for an item on this account, line, phone or app; null for what does not fall short, and
 * for an aide, who answers questions and asks for nothing.
 */
export const placeToAsk =
  (actor: Actor, scopeId: string) =>
  ({ item, verdict }: Pick<Judged, 'item' | 'verdict'>): string | null =>
    mayBeAccepted(verdict) && allows(actor, 'exceptions:ask:own')
      ? `/exceptions/ask?scope=${scopeId}&item=${item}`
      : null

/** Where the thing an exception is about has its page; null where it has none. */
export function placeOfScope(scopeKind: string, scopeId: string): string | null {
  const place = places[scopeKind]
  return place ? `${place}/${scopeId}` : null
}

const places: Readonly<Record<string, string>> = {
  account: '/accounts',
  line: '/lines',
  phone: '/phones',
  app: '/apps',
}
