import { table } from '@/lib/words/shell'
import { Anchor } from './anchor'

/** What a list is narrowed to. Each chip leads to the same list without it, so the filters live in the address. */
export function FilterChips(props: {
  chips: readonly { label: string; without: string }[]
  /** The list without any filter. */
  all: string
}) {
  if (props.chips.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-soft">{table.filteredBy}</span>
      <ul className="flex flex-wrap gap-2">
        {props.chips.map((chip) => (
          <li key={chip.label}>
            <Anchor href={chip.without} aria-label={table.removeFilter(chip.label)} className="chip">
              {chip.label}
              <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="stroke-accent">
                <path d="M1 1l8 8M9 1l-8 8" strokeWidth="2" />
              </svg>
            </Anchor>
          </li>
        ))}
      </ul>
      {props.chips.length > 1 && (
        <Anchor href={props.all} className="inline-flex min-h-11 items-center px-2">
          {table.removeAllFilters}
        </Anchor>
      )}
    </div>
  )
}
