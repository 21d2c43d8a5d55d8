import type { ReactNode } from 'react'
import { chart } from '@/lib/words/shell'
import { Disclosure } from './disclosure'

/** A chart under its title, with the same as a table folded away beneath it. */
export function Figure(props: { title: string; table?: ReactNode; children: ReactNode }) {
  return (
    <figure className="@container flex min-w-0 flex-col gap-2">
      <figcaption className="font-semibold">{props.title}</figcaption>
      {props.children}
      {props.table && (
        <div className="print:hidden">
          <Disclosure title={chart.asTable}>{props.table}</Disclosure>
        </div>
      )}
    </figure>
  )
}

/**
 * The room a drawing has: the narrow drawing in a narrow place, the wide one where there is room for it.
 * A drawing is never scaled down, so that its words keep their size.
 */
export const onlyNarrow = { 672: '@2xl:hidden', 896: '@4xl:hidden', never: '' } as const
export const onlyWide = { 672: 'hidden @2xl:block', 896: 'hidden @4xl:block', never: 'hidden' } as const

/** @returns from which width of its place on a drawing of this width is shown; `never` when it is too wide for any. */
export const roomFor = (width: number) => (width <= 672 ? 672 : width <= 896 ? 896 : 'never')
