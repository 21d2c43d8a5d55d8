import type { ComponentProps } from 'react'
import { Anchor } from './anchor'
import { buttonClass, type Tone } from './button'

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ tone = 'plain', ...rest }: ComponentProps<typeof Anchor> & { tone?: Tone }) {
  return <Anchor {...rest} className={buttonClass[tone]} />
}
