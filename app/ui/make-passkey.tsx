'use client'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { FieldProblems, TicketKind } from '@/lib/vocabulary'
import { ceremonyWords, makeWords } from '@/lib/words/entry'
import { Button } from './button'
import { type Ended, signIn } from './ceremonies'
import { Disclosure } from './disclosure'
import { ErrorSummary } from './error-summary'
import { forgetLinkSecret } from './link-secret'
import { Notice } from './notice'

type Made = { kind: TicketKind; sheet: string | null }
type Stage = {
  at: 'ready' | 'made'
  asking?: boolean
  said?: string
  problems?: FieldProblems
  sheet?: string | null
}

/** Makes a passkey by a link or sheet, then uses it once to sign in: `done` comes after that. */
export function MakePasskey(props: {
  make: (form: FormData) => Promise<Ended<Made>>
  done: (sheet: string | null) => void
  /** What is asked before, given the problems with it. */
  children?: (problems: FieldProblems) => ReactNode
}) {
  const [stage, setStage] = useState<Stage>({ at: 'ready' })
  const act = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (stage.asking) return
    const form = new FormData(event.currentTarget)
    setStage({ ...stage, asking: true, said: undefined, problems: undefined })
    if (stage.at === 'made') {
      const ended = await signIn()
      if (ended.ok) props.done(stage.sheet ?? null)
      else setStage({ ...stage, asking: false, said: ended.said })
      return
    }
    const ended = await props.make(form)
    if (!ended.ok) return setStage({ at: 'ready', said: ended.said, problems: ended.problems })
    forgetLinkSecret()
    setStage({ at: 'made', sheet: ended.made.sheet })
  }
  const made = stage.at === 'made'
  return (
    <form onSubmit={act} noValidate method="post" className="flex flex-col gap-6">
      <ErrorSummary problems={stage.problems} kept={makeWords.kept} />
      {made ? (
        <Notice kind="done" word={makeWords.made}>
          <p>{makeWords.useOnce}</p>
        </Notice>
      ) : (
        props.children?.(stage.problems ?? {})
      )}
      <div className="flex flex-col items-start gap-4">
        <Button key={stage.at} type="submit" tone="main" autoFocus={made} aria-disabled={stage.asking}>
          {made ? makeWords.use : makeWords.make}
        </Button>
        <div aria-live="polite" className="empty:hidden">
          {stage.asking && <p>{ceremonyWords.working}…</p>}
        </div>
        {stage.said && (
          <Notice kind="problem" word={makeWords.notYet}>
            <p>{stage.said}</p>
          </Notice>
        )}
      </div>
      {!made && (
        <Disclosure title={makeWords.whatItIs.title}>
          <p>{makeWords.whatItIs.text}</p>
        </Disclosure>
      )}
    </form>
  )
}
