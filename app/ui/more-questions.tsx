'use client'
import type { ReactNode } from 'react'
import { useAnswers } from './action-form'
import { Disclosure } from './disclosure'

/** Questions folded away, and unfolded when one of them has a problem: an error summary leads into it. */
export function MoreQuestions(props: {
  title: string
  open: boolean
  holds: readonly string[]
  children: ReactNode
}) {
  const { problems } = useAnswers()
  const troubled = props.holds.some((name) => name in problems)
  return (
    <Disclosure key={String(troubled)} title={props.title} open={props.open || troubled}>
      <div className="flex flex-col gap-6">{props.children}</div>
    </Disclosure>
  )
}
