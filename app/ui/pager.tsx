import { table } from '@/lib/words/shell'
import { ButtonLink } from './button-link'

/** Back and on through a long list, by key. Draws nothing when the list ends on its first page. */
export function Pager(props: { previous: string | null; next: string | null; told?: string }) {
  if (!(props.previous || props.next)) return null
  return (
    <nav aria-label={table.pages} className="flex flex-wrap items-center gap-2 print:hidden">
      {props.previous && (
        <ButtonLink href={props.previous} rel="prev">
          {table.previous}
        </ButtonLink>
      )}
      {props.next && (
        <ButtonLink href={props.next} rel="next">
          {table.next}
        </ButtonLink>
      )}
      {props.told && <span className="text-soft">{props.told}</span>}
    </nav>
  )
}
