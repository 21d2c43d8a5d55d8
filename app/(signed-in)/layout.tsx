import type { ReactNode } from 'react'
import { AnsweringUnder } from '@/app/ui/answering'
import { Shell } from '@/app/ui/shell'
import { allows } from '@/lib/access/permissions'
import { requireSignedIn } from '@/lib/access/session'
import { countRolesWaiting } from '@/lib/roles/queries'
import { incidentLink } from '@/lib/words/incidents'
import { Band } from './aide/band'
import { navigationFor, ownPlacesFor } from './navigation'

/** The frame only: each page asks for its actor itself, because a layout is not drawn anew with every page. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { actor, name, organisation, answeringFor } = await requireSignedIn()
  const rolesWait = allows(actor, 'roles:read') && (await countRolesWaiting(actor)) > 0
  return (
    <Shell
      organisation={organisation.name}
      person={name}
      home="/"
      navigation={navigationFor(actor, { rolesWait })}
      own={ownPlacesFor(actor)}
      alarm={{ href: '/incidents/new', label: incidentLink }}
      signOut={{ action: '/sign-out' }}
      demo={organisation.demo}
      band={answeringFor && <Band name={answeringFor.name} />}
    >
      <AnsweringUnder consent={actor.onBehalfOf?.delegationId ?? ''}>{children}</AnsweringUnder>
    </Shell>
  )
}
