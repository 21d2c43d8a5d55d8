import type { Role } from '@/lib/vocabulary'

/** A signed-in person, as read from the session row at this request. */
export type Actor = {
  personId: string
  role: Role
  /** Hash that names the session row. */
  sessionId: string
}
