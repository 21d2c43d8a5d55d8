'use client'
import { type MouseEvent, type ReactNode, useId, useRef } from 'react'
import { dialog } from '@/lib/words/shell'
import { Button, buttonClass, type Tone } from './button'

/**
 * Something asked in front of the page. The browser holds the focus inside, closes it on Escape and puts the focus
 * back. `href` is a page that asks the same: where the opener leads without JavaScript.
 */
export function Dialog(props: {
  opener: ReactNode
  href: string
  tone?: Tone
  title: string
  children: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const open = (event: MouseEvent) => {
    event.preventDefault()
    box.current?.showModal()
  }
  return (
    <>
      <a
        href={props.href}
        aria-haspopup="dialog"
        className={buttonClass[props.tone ?? 'plain']}
        onClick={open}
      >
        {props.opener}
      </a>
      <dialog
        ref={box}
        aria-labelledby={heading}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] border border-edge bg-surface p-6 text-ink"
      >
        <h2 id={heading}>{props.title}</h2>
        <div className="mt-2 flex flex-col gap-4">{props.children}</div>
        <form method="dialog" className="mt-4">
          <Button type="submit">{dialog.close}</Button>
        </form>
      </dialog>
    </>
  )
}
