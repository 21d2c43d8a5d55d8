import type { ReactNode } from 'react'
import { Button, type Tone } from '@/app/ui/button'

/** Begins to answer for somebody, or stops (null). A plain form: the whole page is drawn anew, its frame too. */
export function AnswerButton(props: { id: string | null; tone?: Tone; children: ReactNode }) {
  return (
    <form action="/aide/answer" method="post">
      {props.id && <input type="hidden" name="id" value={props.id} />}
      <Button type="submit" tone={props.tone}>
        {props.children}
      </Button>
    </form>
  )
}
