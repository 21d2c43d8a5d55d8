/** Which exceptions the security team's list shows, and how that stands in its address. Pure. */
export const shows = ['waiting', 'accepted', 'ending', 'lapsed', 'ended'] as const
/** Waiting for a decision · accepted now · of these, ending soon · over though nothing was mended · over at all. */
export type Show = (typeof shows)[number]
/** Where a page begins: behind or before a row, named by what the list is sorted by and its id. */
export type Cursor = { way: 'after' | 'before'; key: string; id: string }
export type ListAddress = { show: Show; cursor: Cursor | null }

/** Reads an address; whatever makes no sense is passed over. */
export function readAddress(asked: Readonly<Record<string, string | string[] | undefined>>): ListAddress {
  const show = shows.find((one) => one === asked.show) ?? 'waiting'
  return { show, cursor: cursorIn('after', asked.after, show) ?? cursorIn('before', asked.before, show) }
}

/** The address of a list, from its beginning or from a cursor. */
export function listAddress(show: Show, cursor: Cursor | null = null): string {
  const said = new URLSearchParams()
  if (show !== 'waiting') said.set('show', show)
  if (cursor) said.set(cursor.way, `${cursor.key}~${cursor.id}`)
  return said.size > 0 ? `/exceptions?${said}` : '/exceptions'
}

function cursorIn(way: Cursor['way'], said: unknown, show: Show): Cursor | null {
  const [key = '', id = ''] = typeof said === 'string' ? said.split('~') : []
  const shape = show === 'waiting' ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/ : /^\d{4}-\d\d-\d\d$/
  const valid =
    shape.test(key) &&
    !Number.isNaN(Date.parse(key)) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return valid ? { way, key, id } : null
}
