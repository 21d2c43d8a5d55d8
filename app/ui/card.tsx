import { type ReactNode, useId } from 'react'
import { card } from '@/lib/words/shell'

/** The one next thing to do. `over` is the small line above it, `time` what it takes. */
export function Card(props: {
  over?: string
  time?: string
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const heading = useId()
  return (
    <section
      aria-labelledby={heading}
      className="flex max-w-measure flex-col gap-2 border border-accent bg-surface p-4 md:p-6"
    >
      <div className="flex flex-wrap justify-between gap-x-4">
        <p className="font-semibold text-accent">{props.over ?? card.next}</p>
        {props.time && <p className="text-soft">{props.time}</p>}
      </div>
      <h2 id={heading}>{props.title}</h2>
      {props.children}
      {props.actions && <div className="mt-2 flex flex-wrap gap-2 print:hidden">{props.actions}</div>}
    </section>
  )
}

/** A plain box for what belongs together, beside others of its kind. */
export function Box(props: { title?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2 border border-rule bg-surface p-4">
      {props.title && <h3>{props.title}</h3>}
      {props.children}
    </div>
  )
}
