/** Where a piece stands: one page for all of them, its address saying which and of what. */
import type { Route } from 'next'
import type { PieceId } from '@/lib/guidance/pieces'

/** @param of the phone or app; '' for one's own. @param saved what was just done there. */
export function pieceAddress(piece: PieceId, of: string, saved?: 'stated' | 'confirmed'): Route {
  const asked = new URLSearchParams({ ...(of && { of }), ...(saved && { saved }) }).toString()
  return `/pieces/${piece}${asked && `?${asked}`}` as Route
}

/** Back on Today, where it was said with one tap: which piece it was, at the list it stood in. */
export const saidAddress = (piece: PieceId, of: string): Route =>
  `/today?${new URLSearchParams({ said: piece, ...(of && { of }) })}#again` as Route
