import type { Route } from 'next'
import type { AideScope } from '@/lib/vocabulary'

const places: Readonly<Record<AideScope, string>> = {
  accounts: '/accounts',
  lines: '/lines',
  phones_and_apps: '/pieces',
  habits: '/pieces',
}

/** Where an aide begins: the first thing they may answer; the page of aides once there is none. */
export function placeOf(scope: readonly AideScope[]): Route {
  const [first] = scope
  return (first ? places[first] : '/aide') as Route
}
