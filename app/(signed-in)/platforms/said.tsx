import { Notice } from '@/app/ui/notice'
import type { RegisterPage } from '@/lib/platforms/queries'
import { registerPage } from '@/lib/words/platforms'

type Asked = string | string[] | undefined

/** What was just saved. Says nothing for an address that names no act, or nothing that is there. */
export function Said({ register, what, about }: { register: RegisterPage; what: Asked; about: Asked }) {
  const words = registerPage.saved
  const said = typeof what === 'string' && what in words ? words[what as keyof typeof words] : null
  const all = [
    ...register.platforms.flatMap((platform) => [platform, ...platform.signIns]),
    ...Object.values(register.lists).flat(),
    ...Object.values(register.answers),
  ]
  const entry = all.find((each) => each?.id === about)
  if (!said || !entry) return null
  return (
    <Notice kind="done">
      <p>{said(entry.name)}</p>
    </Notice>
  )
}
