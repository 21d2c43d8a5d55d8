import { type ReactNode, useId } from 'react'

/** The order in which every page is read: what is so, what to do, then everything else. */
export function Page(props: {
  title: string
  /** What is so, in one sentence with a number in it. */
  lead?: ReactNode
  /** Small and beside the title: a count, a date. */
  aside?: ReactNode
  actions?: ReactNode
  /** Printed small and close, so that it fits one sheet of A4. */
  oneSheet?: boolean
  children?: ReactNode
}) {
  return (
    <div className={`flex flex-col gap-8 ${props.oneSheet ? 'one-sheet' : ''}`}>
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1>{props.title}</h1>
          {props.aside && <p className="text-soft">{props.aside}</p>}
        </div>
        {props.lead && <Lead>{props.lead}</Lead>}
        {props.actions && <div className="mt-2 flex flex-wrap gap-2 print:hidden">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}

/** What is so, where a step of a page says it rather than the page. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className="max-w-measure text-heading">{children}</p>
}

/** A part of a page under its own heading. */
export function Section(props: { title: string; lead?: ReactNode; id?: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} id={props.id} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id={heading}>{props.title}</h2>
        {props.lead && <p className="max-w-measure text-soft">{props.lead}</p>}
      </div>
      {props.children}
    </section>
  )
}
