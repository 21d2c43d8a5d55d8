'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { choosing as words } from '@/lib/words/accounts'

/** Leaves of what stands inside only what the text in `field` is found in, while it is typed. */
export function ServiceFilter({ field, children }: { field: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState<number | null>(null)
  useEffect(() => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return
    const filter = () => setFound(show(box.current, input.value.trim().toLowerCase()))
    input.addEventListener('input', filter)
    return () => input.removeEventListener('input', filter)
  }, [field])
  return (
    <>
      <p role="status" className="empty:hidden">
        {found !== null && words.found(found)}
      </p>
      <div ref={box} className="flex flex-col gap-8">
        {children}
      </div>
    </>
  )
}

/**
 * Hides what does not hold the text, opens the kinds that have something, and leaves out the ones most people have:
 * they stand under their kinds too. @returns how many are shown; null without a text
 */
function show(box: HTMLElement | null, text: string): number | null {
  const kinds = [...(box?.querySelectorAll('details') ?? [])]
  const first = box?.querySelector('section')
  if (first && kinds.length > 0) first.hidden = text !== ''
  let found = 0
  for (const kind of kinds) {
    let here = 0
    for (const item of kind.querySelectorAll<HTMLElement>('[data-find]')) {
      item.hidden = !(item.dataset.find ?? '').includes(text)
      if (!item.hidden) here += 1
    }
    kind.hidden = here === 0
    kind.open = here > 0 && text !== ''
    found += here
  }
  return text === '' ? null : found
}
