'use client'
import { type ComponentProps, type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import { formWords } from '@/lib/words/forms'
import { ActionForm } from './action-form'
import { Notice } from './notice'

type Stage = 'idle' | 'asking' | 'cancelled' | 'refused' | 'impossible'

/** An ActionForm whose act is confirmed with a passkey first; `purpose` as the command's `confirmed` names it. */
export function ConfirmedForm({ purpose, ...form }: ComponentProps<typeof ActionForm> & { purpose: string }) {
  const { stage, hold } = useConfirmation(purpose)
  return (
    <ActionForm {...form} onSubmit={hold}>
      {form.children}
      <Confirming stage={stage} />
    </ActionForm>
  )
}

/** The same for a plain POST to an address: a download. */
export function ConfirmedPost(props: {
  purpose: string
  to: string
  className?: string
  children: ReactNode
}) {
  const { stage, hold } = useConfirmation(props.purpose)
  return (
    <form
      method="post"
      action={props.to}
      onSubmit={hold}
      className={props.className ?? 'flex flex-col gap-6'}
    >
      {props.children}
      <Confirming stage={stage} />
    </form>
  )
}

/** Holds the first submit back, asks for the passkey, and sends the form when the server has taken the answer. */
function useConfirmation(purpose: string) {
  const [stage, setStage] = useState<Stage>('idle')
  const confirmed = useRef(false)
  const hold = async (event: SubmitEvent<HTMLFormElement>) => {
    if (confirmed.current) {
      confirmed.current = false
      return
    }
    event.preventDefault()
    const form = event.currentTarget
    const { submitter } = event.nativeEvent
    if (stage === 'asking') return
    setStage('asking')
    const outcome = await confirm(purpose)
    setStage(outcome)
    if (outcome !== 'idle') return
    confirmed.current = true
    form.requestSubmit(submitter)
  }
  return { stage, hold }
}

async function confirm(purpose: string): Promise<Stage> {
  // Fetched only when somebody confirms: most visits to the page do not.
  const { browserSupportsWebAuthn, startAuthentication } = await import('@simplewebauthn/browser')
  if (!browserSupportsWebAuthn()) return 'impossible'
  try {
    const optionsJSON = await post('/api/passkeys/confirm/options', { purpose })
    const response = await startAuthentication({ optionsJSON })
    await post('/api/passkeys/confirm/finish', { purpose, response })
    return 'idle'
  } catch (error) {
    return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
      ? 'cancelled'
      : 'refused'
  }
}

async function post(address: string, body: unknown) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

function Confirming({ stage }: { stage: Stage }) {
  return (
    <div aria-live="polite" className="empty:hidden">
      {stage === 'asking' && <p>{formWords.confirming.asking}</p>}
      {stage !== 'asking' && stage !== 'idle' && (
        <Notice kind="problem">
          <p>{formWords.confirming[stage]}</p>
        </Notice>
      )}
    </div>
  )
}
