import type { AideScope, Role } from '@/lib/vocabulary'

/** A signed-in person, as read from the session row at this request. */
export type Actor = {
  personId: string
  role: Role
  /** Hash that names the session row. */
  sessionId: string
  /** While an aide answers for somebody: for whom, and in what. Nothing at all once the consent has ended. */
  onBehalfOf?: { personId: string; delegationId: string; scope: readonly AideScope[] }
}
