'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/ui/button'
import { signIn } from '@/app/ui/ceremonies'
import { Notice } from '@/app/ui/notice'
import { TextInput } from '@/app/ui/text-input'
import { ceremonyWords, signInWords } from '@/lib/words/entry'

/** A whole new page: nothing of the visit before stays in memory, and the server says where this person starts. */
const goOn = () => window.location.assign('/')
/** A challenge lives five minutes; the one behind the field is asked anew before that. */
const renewAfter = 4 * 60_000

/** Signing in with the button, or with a passkey that the browser offers at the field. */
export function SignIn() {
  const [stage, setStage] = useState<'idle' | 'asking' | 'failed'>('idle')
  const [said, setSaid] = useState('')
  const busy = useRef(false)

  useEffect(() => {
    const offer = async () => {
      if (busy.current) return
      if ((await signIn({ autofill: true })).ok) goOn()
    }
    void offer()
    const renewal = setInterval(offer, renewAfter)
    return () => clearInterval(renewal)
  }, [])

  const press = async () => {
    if (busy.current) return
    busy.current = true
    setStage('asking')
    const ended = await signIn()
    if (ended.ok) return goOn()
    busy.current = false
    setSaid(ended.said)
    setStage('failed')
    // The press ended the offer at the field: make it again.
    if ((await signIn({ autofill: true })).ok) goOn()
  }

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col items-start gap-4">
        <Button tone="main" onClick={press} aria-disabled={stage === 'asking'}>
          {signInWords.button}
        </Button>
        <div aria-live="polite" className="empty:hidden">
          {stage === 'asking' && <p>{ceremonyWords.working}…</p>}
        </div>
        {stage === 'failed' && (
          <Notice kind="problem" word={signInWords.failed}>
            <p>{said}</p>
          </Notice>
        )}
      </div>
      <TextInput
        name="passkey"
        label={signInWords.autofill}
        hint={signInWords.autofillHint}
        autoComplete="username webauthn"
        optional
        width="medium"
      />
    </div>
  )
}
