'use client'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
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
  const [stage, setStage] = useState<{ asking?: boolean; said?: string }>({})
  const [presses, setPresses] = useState(0)
  const busy = useRef(false)

  const press = async () => {
    if (busy.current) return
    busy.current = true
    setStage({ asking: true })
    const ended = await signIn()
    if (ended.ok) return goOn()
    busy.current = false
    setStage({ said: ended.said })
    setPresses(presses + 1)
  }

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col items-start gap-4">
        <Button tone="main" onClick={press} aria-disabled={stage.asking}>
          {signInWords.button}
        </Button>
        <div aria-live="polite" className="empty:hidden">
          {stage.asking && <p>{ceremonyWords.working}…</p>}
        </div>
        {stage.said && (
          <Notice kind="problem" word={signInWords.failed}>
            <p>{stage.said}</p>
          </Notice>
        )}
      </div>
      {/* Made anew after each press, for a press puts an end to what the field offers. */}
      <OfferedField key={presses} busy={busy} refused={(said) => setStage({ said })} />
    </div>
  )
}

/** A field at which the browser offers the passkeys it knows. */
function OfferedField({ busy, refused }: { busy: RefObject<boolean>; refused: (said: string) => void }) {
  const offered = useEffectEvent(async () => {
    if (busy.current) return
    const ended = await signIn({ autofill: true })
    if (ended.ok) goOn()
    // Left alone, or not to be had in this browser: nothing to say. Chosen and refused: the same as a press.
    else if (ended.why === 'refused') refused(ended.said)
  })
  useEffect(() => {
    void offered()
    const renewal = setInterval(() => void offered(), renewAfter)
    return () => clearInterval(renewal)
  }, [])
  return (
    <TextInput
      name="passkey"
      label={signInWords.autofill}
      hint={signInWords.autofillHint}
      autoComplete="username webauthn"
      optional
      width="medium"
    />
  )
}
