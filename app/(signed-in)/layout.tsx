import type { ReactNode } from 'react'
import { Shell } from '@/app/ui/shell'
import { requireSignedIn } from '@/lib/access/session'
import { incidentLink } from '@/lib/words/incidents'
import { navigationFor, ownPlaces } from './navigation'

/** The frame only: each page asks for its actor itself, because a layout is not drawn anew with every page. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { actor, name, organisation } = await requireSignedIn()
  return (
    <Shell
      organisation={organisation.name}
      person={name}
      home="/"
      navigation={navigationFor(actor.role)}
      own={ownPlaces}
      alarm={{ href: '/incidents/new', label: incidentLink }}
      signOut={{ action: '/sign-out' }}
      demo={organisation.demo}
    >
      {children}
    </Shell>
  )
}
