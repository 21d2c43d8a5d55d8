import type { Route } from 'next'
import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link inside the product. It fetches nothing before it is followed: every page is made on request. */
export function Anchor({ href, ...rest }: Omit<ComponentProps<typeof Link>, 'href'> & { href: string }) {
  return <Link href={href as Route} prefetch={false} {...rest} />
}
