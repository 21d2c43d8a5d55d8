import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { placeOf } from '@/app/(signed-in)/aide/places'
import { signedIn } from '@/lib/access/session'
import type { Role } from '@/lib/vocabulary'

/** The first page of each role: what they came for. */
const firstPages: Readonly<Record<Role, Route>> = {
  staff: '/today',
  security: '/today',
  administrator: '/today',
  leadership: '/overview' as Route,
  auditor: '/exports',
}

export default async function FirstPage() {
  const who = await signedIn()
  if (who?.actor.onBehalfOf) redirect(placeOf(who.actor.onBehalfOf.scope))
  redirect(who ? firstPages[who.actor.role] : '/sign-in')
}
