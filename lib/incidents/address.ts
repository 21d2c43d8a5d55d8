/** Which handed sheets the security team's list shows, and how that stands in its address. Pure. */
import { incidentRef } from '@/lib/incidents/entry'

export const inboxShows = ['open', 'closed'] as const
/** Not closed yet, the longest with the team first · closed, the latest first. */
export type InboxShow = (typeof inboxShows)[number]
/** Where a page begins: behind or before a sheet, named by when it was handed over and its reference. */
export type InboxCursor = { way: 'after' | 'before'; at: string; ref: string }
export type InboxAddress = { show: InboxShow; cursor: InboxCursor | null }

/** Reads an address; whatever makes no sense is passed over. */
export function readInboxAddress(
  asked: Readonly<Record<string, string | string[] | undefined>>,
): InboxAddress {
  const show = inboxShows.find((one) => one === asked.show) ?? 'open'
  return { show, cursor: cursorIn('after', asked.after) ?? cursorIn('before', asked.before) }
}

/** The address of a list, from its beginning or from a cursor. */
export function inboxAddress(show: InboxShow, cursor: InboxCursor | null = null): string {
  const said = new URLSearchParams()
  if (show !== 'open') said.set('show', show)
  if (cursor) said.set(cursor.way, `${cursor.at}~${cursor.ref}`)
  return said.size > 0 ? `/incidents/inbox?${said}` : '/incidents/inbox'
}

function cursorIn(way: InboxCursor['way'], said: unknown): InboxCursor | null {
  const [at = '', ref = ''] = typeof said === 'string' ? said.split('~') : []
  const valid =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    incidentRef.safeParse(ref).success
  return valid ? { way, at, ref } : null
}
