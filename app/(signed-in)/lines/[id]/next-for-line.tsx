import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { Disclosure } from '@/app/ui/disclosure'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Actor } from '@/lib/access/actor'
import { actionMinutes } from '@/lib/guidance/actions'
import type { ActionCode } from '@/lib/guidance/codes'
import type { LinePage } from '@/lib/lines/queries'
import { actionWords } from '@/lib/words/actions'
import { linePage } from '@/lib/words/lines'
import { closesSentence, looksSentence, minutesWords } from '@/lib/words/posture'
import { cautionSentences } from '@/lib/words/services'
import { HowToDo } from '../../provided/judged'
import { pinIsSet } from '../actions'

const words = linePage.next

/** The one next thing for this line: what keeps the number with its holder, else what General 5 asks for after it. */
export function NextForLine({ line, actor }: { line: LinePage; actor: Actor }) {
  const change = line.numberChange
  const action = change?.action ?? line.verdicts.find(({ item }) => item === 'G5')?.nextAction
  if (!action) return null
  const looks = action.startsWith('look_')
  const { title } = actionWords[action]
  const about = { name: line.name, service: line.carrier ?? words.anyCarrier }
  return (
    <div id="next">
      <Card
        title={title(line.name)}
        time={minutesWords(change?.minutes ?? actionMinutes[action])}
        actions={<Then action={action} line={line} />}
      >
        {change && <p>{(looks ? looksSentence : closesSentence)(change.closes, change.accounts)}</p>}
        <HowToDo actor={actor} action={action} about={about} />
        <OfCarrier line={line} />
      </Card>
    </div>
  )
}

/** What comes after the steps: one tap where that says it all, else the answers that may have changed. */
function Then({ action, line }: { action: ActionCode; line: LinePage }) {
  const setsPin = action === 'set_carrier_pin' || action === 'choose_own_pin'
  if (setsPin || action === 'ask_account_holder_for_pin') {
    return (
      <ActionForm action={pinIsSet} scope="pin" className="flex flex-col gap-2">
        <Submission />
        <input type="hidden" name="id" value={line.id} />
        <input type="hidden" name="version" value={line.version} />
        <div>
          <SubmitButton>{setsPin ? words.done : words.asked}</SubmitButton>
        </div>
        <p className="text-soft">{words.neverHere}</p>
      </ActionForm>
    )
  }
  const unlisted = line.carrierAccount === null
  if ((action === 'add_that_account' || action === 'open_carrier_account') && unlisted)
    return (
      <ButtonLink href="/accounts/new" tone="main">
        {words.addAccount}
      </ButtonLink>
    )
  const onAccount =
    line.carrierAccount && (action === 'turn_on_carrier_mfa' || action.startsWith('look_at_m'))
  return (
    <ButtonLink
      href={onAccount ? `/accounts/${line.carrierAccount?.id}/edit` : `/lines/${line.id}/edit`}
      tone="main"
    >
      {action.startsWith('look') ? words.answer : words.change}
    </ButtonLink>
  )
}

/** How the carrier itself calls its locks, and what is easily got wrong there. */
function OfCarrier({ line: { carrierFacts } }: { line: LinePage }) {
  if (!carrierFacts || carrierFacts.cautions.length + carrierFacts.lockNames.length === 0) return null
  return (
    <Disclosure title={words.good(carrierFacts.name)}>
      {carrierFacts.lockNames.length > 0 && <p>{words.locks(carrierFacts.name, carrierFacts.lockNames)}</p>}
      {carrierFacts.cautions.map((caution) => (
        <p key={caution}>{cautionSentences[caution]}</p>
      ))}
    </Disclosure>
  )
}
