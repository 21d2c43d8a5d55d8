import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import type { EndedRole, WaitingRole } from '@/lib/roles/queries'
import { writtenMoment } from '@/lib/words/dates'
import { roleWords } from '@/lib/words/people'
import { roleWaitingWords as words } from '@/lib/words/roles'

type Shown = { roles: { waiting: WaitingRole[]; ended: EndedRole[] }; timeZone: string }

/** Every administrator is told of each role that waits, and of each that was given in the last days. */
export function RolesToDecide({ roles: { waiting, ended }, timeZone }: Shown) {
  const given = ended.filter(({ why, lately }) => lately && (why === 'approved' || why === 'in_time'))
  if (waiting.length + given.length === 0) return null
  return (
    <Notice kind={waiting.length > 0 ? 'care' : 'note'} word={words.title}>
      {waiting.map(({ id, person, role, askedBy }) => (
        <p key={id}>{words.news.waiting(person, roleWords[role], askedBy)}</p>
      ))}
      {given.map(({ id, person, role, closedAt }) => (
        <p key={id}>{words.news.given(person, roleWords[role], writtenMoment(closedAt, timeZone))}</p>
      ))}
      <p>
        <Anchor href="/settings/roles/waiting">{words.open}</Anchor>
      </p>
    </Notice>
  )
}
