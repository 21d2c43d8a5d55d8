import type { ReactNode } from 'react'
import { product, shell } from '@/lib/words/shell'
import type { Anchor } from './anchor'
import type { NavigationItem } from './navigation'

/** The frame of pages before sign-in: set-up, joining, signing in, recovery, and what is not there. */
export function Entrance(props: { demo?: boolean; organisation?: string; children: ReactNode }) {
  return (
    <Frame demo={props.demo} home="/" beside={props.organisation}>
      {props.children}
    </Frame>
  )
}

/** What is around every page. `link`: how its links are made; without it by the browser alone, which needs no script. */
export function Frame(props: {
  link?: typeof Anchor
  demo?: boolean
  band?: ReactNode
  alarm?: NavigationItem
  home: string
  beside?: string
  right?: ReactNode
  below?: ReactNode
  children: ReactNode
}) {
  const Link = props.link ?? 'a'
  return (
    <div className="flex grow flex-col">
      <a
        href="#main"
        className="absolute top-0 left-4 z-20 -translate-y-[calc(100%+4px)] border border-accent bg-filled p-3 text-on-accent focus:translate-y-0 print:hidden"
      >
        {shell.skip}
      </a>
      <header className="relative border-rule border-b print:border-0">
        {props.demo && (
          <p className="border-partly border-b-2 bg-sunken px-4 py-2 text-center font-semibold">
            {shell.demo}
          </p>
        )}
        <div className="mx-auto flex max-w-page items-start print:hidden justify-between gap-4 px-4 py-2">
          <p className="flex min-h-11 flex-wrap items-center gap-x-3">
            <Link href={props.home} className="py-2 font-bold text-heading text-ink no-underline">
              {product}
            </Link>
            {props.beside && <span className="text-soft">{props.beside}</span>}
          </p>
          {props.right}
        </div>
        {props.below}
        {props.band}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-6 pb-16 print:p-0">
        {props.children}
      </main>
      {props.alarm && (
        <nav aria-label={shell.alarm} className="mx-auto w-full max-w-page px-4 pb-2 print:hidden">
          <Link href={props.alarm.href} className="inline-flex min-h-11 items-center">
            {props.alarm.label}
          </Link>
        </nav>
      )}
    </div>
  )
}
