'use client'
import { useId, useRef, useState } from 'react'
import { copy } from '@/lib/words/shell'
import { Button } from './button'

/** Text to be taken away, such as a joining link. One touch selects all of it; the button is the shorter way. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const shown = useRef<HTMLElement>(null)
  const [told, tell] = useState('')
  const id = useId()
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell(copy.copied)
    } catch {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current)
      tell(copy.byHand)
    }
  }
  return (
    <div className="flex max-w-measure flex-col gap-1">
      <p id={id} className="font-semibold">
        {label}
      </p>
      <code
        ref={shown}
        className="select-all wrap-anywhere border border-rule bg-sunken px-3 py-2 font-mono text-aside"
      >
        {text}
      </code>
      <div className="mt-1 flex flex-wrap items-center gap-2 print:hidden">
        <Button aria-describedby={id} onClick={take}>
          {copy.copy}
        </Button>
        <span role="status" className="text-soft">
          {told}
        </span>
      </div>
    </div>
  )
}
