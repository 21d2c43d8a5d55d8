import type { ComponentProps } from 'react'

export type Tone = 'main' | 'plain' | 'quiet' | 'danger'

/** Classes of a button by tone: one `main` on a page, `quiet` reads as a link, `danger` cannot be taken back. */
export const buttonClass: Readonly<Record<Tone, string>> = {
  main: 'press border-accent bg-filled text-on-accent',
  plain: 'press bg-surface text-ink',
  quiet: 'press border-transparent px-2 font-normal text-accent underline',
  danger: 'press border-unmet bg-surface text-unmet',
}

export function Button({
  tone = 'plain',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { tone?: Tone }) {
  return <button {...rest} type={type} className={buttonClass[tone]} />
}
