'use client'
import { useState } from 'react'
import { Anchor } from '@/app/ui/anchor'
import { Button } from '@/app/ui/button'
import { ButtonLink } from '@/app/ui/button-link'
import { addSpare, confirmAct } from '@/app/ui/ceremonies'
import { Notice } from '@/app/ui/notice'
import { ceremonyWords, spareWords as words } from '@/lib/words/entry'

type Stage = { at: 'first' | 'second' | 'added'; asking?: boolean; said?: string }

/** Two presses, for browsers want one for each: the passkey there is, then the new one. */
export function AddSpare() {
  const [{ at, asking, said }, setStage] = useState<Stage>({ at: 'first' })
  const press = async () => {
    if (asking) return
    setStage({ at, asking: true })
    const ended = at === 'first' ? await confirmAct('passkey.add') : await addSpare()
    if (ended.ok) setStage({ at: at === 'first' ? 'second' : 'added' })
    // What was confirmed is spent or has grown old when the server refuses: begin again.
    else setStage({ at: ended.why === 'refused' ? 'first' : at, said: ended.said })
  }
  if (at === 'added') {
    return (
      <div className="flex flex-col items-start gap-4">
        <Notice kind="done">
          <p>{words.added}</p>
          <p>
            <Anchor href="/sessions">{words.endOthers}</Anchor>
          </p>
        </Notice>
        <ButtonLink href="/passkeys" tone="main">
          {words.onward}
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-measure" aria-live="polite">
        {at === 'first' ? words.first : words.second}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button key={at} tone="main" onClick={press} autoFocus={at === 'second'} aria-disabled={asking}>
          {at === 'first' ? words.confirm : words.add}
        </Button>
        <ButtonLink href="/" tone="quiet">
          {words.later}
        </ButtonLink>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {asking && <p>{ceremonyWords.working}…</p>}
      </div>
      {said && (
        <Notice kind="problem" word={words.notAdded}>
          <p>{said}</p>
        </Notice>
      )}
    </div>
  )
}
