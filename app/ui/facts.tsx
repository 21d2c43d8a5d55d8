import type { ReactNode } from 'react'

/** Names and what they are, side by side; one below the other on a phone. A null is left out. */
export function Facts(props: { facts: readonly ({ term: string; value: ReactNode } | null)[] }) {
  return (
    <dl className="flex max-w-measure flex-col">
      {props.facts
        .filter((fact) => fact !== null)
        .map((fact) => (
          <div
            key={fact.term}
            className="grid gap-x-4 border-rule border-b py-2 sm:grid-cols-[minmax(8rem,2fr)_3fr]"
          >
            <dt className="text-soft">{fact.term}</dt>
            <dd className="min-w-0">{fact.value}</dd>
          </div>
        ))}
    </dl>
  )
}
