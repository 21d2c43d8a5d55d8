'use client'
import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { form } from '@/lib/words/shell'
import { buttonClass, type Tone } from './button'

/**
 * Sends the form around it. While the answer is under way it says so and takes no second press;
 * it keeps the focus meanwhile, which a disabled button would lose.
 */
export function SubmitButton({
  tone = 'main',
  working = form.working,
  children,
  ...rest
}: ComponentProps<'button'> & { tone?: Tone; working?: string }) {
  const { pending } = useFormStatus()
  const hold = (event: MouseEvent) => {
    if (pending) event.preventDefault()
  }
  return (
    <button {...rest} type="submit" className={buttonClass[tone]} aria-disabled={pending} onClick={hold}>
      <span aria-live="polite">{pending ? `${working}…` : children}</span>
    </button>
  )
}
