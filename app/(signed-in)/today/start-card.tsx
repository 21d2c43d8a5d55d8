import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { actionMinutes } from '@/lib/guidance/actions'
import { minutesWords } from '@/lib/words/posture'
import { todayWords } from '@/lib/words/today'

const words = todayWords.start

/** For somebody with no account listed: the phone line first, then the mailbox that resets the others. */
export function StartCard({ hasLine }: { hasLine: boolean }) {
  const what = hasLine ? words.account : words.line
  return (
    <Card
      over={words.over}
      time={minutesWords(actionMinutes[hasLine ? 'add_first_account' : 'add_first_line'])}
      title={what.title}
      actions={
        <ButtonLink href={hasLine ? '/accounts/new' : '/lines/new'} tone="main">
          {what.button}
        </ButtonLink>
      }
    >
      <p>{what.why}</p>
      {!hasLine && <p className="text-soft">{words.after}</p>}
    </Card>
  )
}
