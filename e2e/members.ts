/** A member of each role, signed in, on a server without data; Theo is staff like Sam, and what he has is not Sam's. */
import type { Role } from '@/lib/vocabulary'
import type { Muster } from './server'
import { plain, type Visitor, visitor } from './visitor'

/** Family names that nothing else says, so that a page that shows one is found. */
export const names = {
  administrator: 'Max Quillfeather',
  security: 'Kim Brackenridge',
  leadership: 'Lee Ostrander',
  auditor: 'Ada Wintersmith',
  staff: 'Sam Pellegrin',
  other: 'Theo Vandermolen',
} as const
export const organisation = 'Harbour Office of Lindqvist'

export type Members = Record<Role | 'other', Visitor> & { idOf: Record<keyof typeof names, string> }

/** Sets up with the printed link. `at`: where the server listens, if that is not its origin. */
export async function firstAdministrator(muster: Muster, at = muster.origin): Promise<Visitor> {
  const max = visitor(muster.origin, at)
  const secret = muster.setUpLink?.split('#')[1] ?? ''
  await max.register(secret, { organisation, name: names.administrator, email: 'max@example.org' })
  await max.signIn()
  return max
}

export async function members(muster: Muster): Promise<Members> {
  const max = await firstAdministrator(muster)
  const add = async (name: string, role: Role) => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`
    const made = await max.submit('/people/new', 'name="email"', {
      name,
      email,
      unitId: '',
      tier: 'standard',
    })
    const link = /\/join#([\w-]{43})/.exec(plain(made.text))?.[1]
    if (!link) throw new Error(`no link for ${name}: ${made.status}`)
    const member = visitor(muster.origin)
    await member.register(link)
    const found = await max.submit('/settings/roles', 'name="text"', { text: email })
    const ref = /settings\/roles\?who=([\w-]+)"/.exec(
      found.text.slice(found.text.indexOf('role="status"')),
    )?.[1]
    const at = `/settings/roles?who=${ref}`
    const id = /name="personId" value="([\w-]{36})"/.exec((await max.ask(at)).text)?.[1] ?? ''
    if (role !== 'staff') {
      await max.confirm(`role.grant:${id}`)
      const granted = await max.submit(at, 'name="personId"', { role })
      if (granted.status !== 200) throw new Error(`no role for ${name}: ${granted.status}`)
    }
    await member.signIn()
    return { member, id }
  }
  const kim = await add(names.security, 'security')
  const lee = await add(names.leadership, 'leadership')
  const ada = await add(names.auditor, 'auditor')
  const sam = await add(names.staff, 'staff')
  const theo = await add(names.other, 'staff')
  return {
    administrator: max,
    security: kim.member,
    leadership: lee.member,
    auditor: ada.member,
    staff: sam.member,
    other: theo.member,
    idOf: {
      administrator: '',
      security: kim.id,
      leadership: lee.id,
      auditor: ada.id,
      staff: sam.id,
      other: theo.id,
    },
  }
}
