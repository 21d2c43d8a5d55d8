'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { shell } from '@/lib/words/shell'
import { Anchor } from './anchor'

export type NavigationItem = {
  href: string
  label: string
  /** Left out, it follows from the address: a layout is not drawn anew when the page below it changes. */
  current?: boolean
}

/** On a desk: the list in a row, wrapping. */
export function NavigationLinks({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav aria-label={shell.navigation} className="hidden border-rule border-t md:block">
      <List items={items} className="mx-auto flex max-w-page flex-wrap px-1" />
    </nav>
  )
}

/** On a phone: folded away, opening without JavaScript; folds up again when the page changes. */
export function PhoneMenu(props: {
  items: readonly NavigationItem[]
  own?: readonly NavigationItem[]
  children: ReactNode
}) {
  const pathname = usePathname()
  return (
    <details key={pathname} className="group md:hidden">
      <summary className="press list-none bg-surface [&::-webkit-details-marker]:hidden">
        {shell.menu}
      </summary>
      <div className="absolute inset-x-0 top-full z-10 border-edge border-y bg-paper px-4 py-2">
        <nav aria-label={shell.navigation}>
          <List items={props.items} className="flex flex-col" />
          {props.own && <List items={props.own} className="mt-2 flex flex-col border-rule border-t pt-2" />}
        </nav>
        <div className="mt-2 border-rule border-t pt-2">{props.children}</div>
      </div>
    </details>
  )
}

/** What is a person's own, under their name: opens without JavaScript, folds up again when the page changes. */
export function OwnMenu({ items, person }: { items: readonly NavigationItem[]; person: string }) {
  const pathname = usePathname()
  return (
    <details key={pathname} className="relative">
      <summary className="flex min-h-11 items-center text-soft underline underline-offset-4">
        <span className="sr-only">{shell.signedInAs} </span>
        {person}
      </summary>
      <nav
        aria-label={shell.own}
        className="absolute right-0 z-10 min-w-48 border border-edge bg-surface py-2"
      >
        <List items={items} className="flex flex-col md:[&_a]:border-b-0 md:[&_a]:border-l-4" />
      </nav>
    </details>
  )
}

function List({ items, className }: { items: readonly NavigationItem[]; className: string }) {
  const here = currentItem(items, usePathname())
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <Anchor
            href={item.href}
            aria-current={item === here ? 'page' : undefined}
            className="flex min-h-11 items-center border-paper border-l-4 px-3 text-ink no-underline hover:underline aria-[current=page]:border-accent aria-[current=page]:font-semibold md:border-b-4 md:border-l-0"
          >
            {item.label}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}

/** The item a page belongs to: the one said to be current, else the longest address the page's own begins with. */
export function currentItem(items: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  const said = items.find((item) => item.current)
  if (said) return said
  return items
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href.replace(/\/$/, '')}/`))
    .filter((item) => item.href !== '/' || pathname === '/')
    .sort((one, other) => other.href.length - one.href.length)[0]
}
