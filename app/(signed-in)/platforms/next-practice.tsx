import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { Steps } from '@/app/ui/steps'
import type { RegisterAction } from '@/lib/guidance/codes'
import type { RegisterPage } from '@/lib/platforms/queries'
import type { RegisterKind } from '@/lib/vocabulary'
import { actionSaid, ctiaWords, registerItemWords, registerPage as words } from '@/lib/words/platforms'

/** The one next thing, and where it is answered. Who only reads sees it without the button. */
export function NextPractice({ next, revises }: { next: RegisterPage['next']; revises: boolean }) {
  if (!next?.judged.nextAction) return <p className="max-w-measure text-soft">{words.nothingNext}</p>
  const { judged, about } = next
  const { nextAction, item } = judged
  if (!nextAction) return null
  const { title, steps } = actionSaid(nextAction, about?.name ?? registerItemWords[item].short)
  const to = placeOf(nextAction, about)
  return (
    <Card
      title={title}
      actions={
        revises && (
          <ButtonLink href={to} tone="main">
            {words.answer}
          </ButtonLink>
        )
      }
    >
      {steps.length === 1 ? <p>{steps[0]}</p> : <Steps steps={steps} />}
      <p className="text-aside text-soft">
        {item === 'C1.cisa' ? ctiaWords.cited2 : ctiaWords.cited(registerItemWords[item].paragraph)}
      </p>
    </Card>
  )
}

type About = { id: string; entry: { kind: RegisterKind } } | null

/** The form in which an action is answered. */
function placeOf(action: string, about: About): string {
  const added = adds[action as RegisterAction]
  if (action === 'list_everyone' && about) return `/platforms/new?kind=account&platform=${about.id}`
  if (about) return `/platforms/${about.id}/edit`
  return `/platforms/new${added ? `?kind=${added}` : ''}`
}

const adds: Partial<Record<RegisterAction, RegisterKind>> = {
  say_whether_messages_are_sent: 'sending',
  add_platform: 'platform',
  list_everyone: 'account',
  count_other_staff: 'staff',
  turn_on_for_others: 'staff',
  say_whether_keys_exist: 'interfaces',
  say_whether_others_have_access: 'interfaces',
  add_credential: 'credential',
  add_third_party: 'third_party',
  look_at_monitoring: 'monitoring',
  name_a_watcher: 'monitoring',
  hold_an_audit: 'monitoring',
  hold_a_training: 'training',
  add_training: 'training',
}
