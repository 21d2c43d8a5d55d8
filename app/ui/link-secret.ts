'use client'
import { useSyncExternalStore } from 'react'

const follow = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/**
 * What stands after # in the address: the part that browsers do not send. Null until the page has its JavaScript,
 * '' when there is nothing.
 */
export const useLinkSecret = (): string | null =>
  useSyncExternalStore(
    follow,
    () => window.location.hash.slice(1),
    () => null,
  )

/** Takes a used secret out of the address, so that it is not kept in the history. */
export const forgetLinkSecret = () =>
  window.history.replaceState(window.history.state, '', window.location.pathname)
