import type { ReactNode } from 'react'

/** Something folded away that opens without JavaScript. */
export function Disclosure(props: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={props.open} className="group">
      <summary className="inline-flex min-h-11 list-none items-center py-1.5 gap-2 text-accent [&::-webkit-details-marker]:hidden">
        <svg
          width="12"
          height="12"
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="shrink-0 group-open:rotate-90"
        >
          <path d="M3 1l6 5-6 5z" className="fill-accent" />
        </svg>
        <span className="underline underline-offset-4">{props.title}</span>
      </summary>
      <div className="mt-1 mb-2 flex max-w-measure flex-col gap-2 border-l-2 border-rule pl-4">
        {props.children}
      </div>
    </details>
  )
}
