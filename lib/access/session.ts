/** Who asks, on every page, action and route: the cookie, then the row, once for each request. */
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { carriedSession } from '@/lib/access/auth'
import { allows, type Permission } from '@/lib/access/permissions'
import { environment } from '@/lib/env'
import { readSession, type SignedIn } from '@/lib/sessions/queries'

/** The signed-in person of this request, or null. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const carried = await carriedSession()
  return carried && readSession(carried.personId, carried.sessionId)
})

/** For pages: whoever is not signed in goes to the sign-in page; whoever may not see it finds nothing there. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const { actor } = await requireSignedIn()
  if (!allows(actor, permission)) notFound()
  return actor
}

/** For what every signed-in person sees. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await signedIn()) ?? redirect('/sign-in')
}

/** Whether this server runs on made-up people: known without asking the database, so that nobody learns anything by it. */
export const isDemo = () => environment().demo
