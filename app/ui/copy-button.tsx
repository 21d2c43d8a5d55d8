'use client'
import { useId, useRef, useState } from 'react'
import { copy } from '@/lib/words/shell'
import { Button } from './button'

/** Text to be taken away, such as a joining link. It can be selected by hand; the button is the shorter way. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [told, tell] = useState('')
  const id = useId()
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell(copy.copied)
    } catch {
      field.current?.select()
      tell(copy.byHand)
    }
  }
  return (
    <div className="flex max-w-measure flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="control grow basis-64 font-mono"
        />
        <Button onClick={take}>{copy.copy}</Button>
      </div>
      <p role="status" className="min-h-6 text-soft">
        {told}
      </p>
    </div>
  )
}
