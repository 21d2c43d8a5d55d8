import type { ComponentProps, ReactNode } from 'react'
import { product, shell } from '@/lib/words/shell'
import { Anchor } from './anchor'
import { Button } from './button'
import { type NavigationItem, NavigationLinks, OwnMenu, PhoneMenu } from './navigation'

type FormAction = ComponentProps<'form'>['action']

/** The frame of every signed-in page. */
export function Shell(props: {
  organisation: string
  person: string
  home: string
  navigation: readonly NavigationItem[]
  /** What stands under the person's name. */
  own?: readonly NavigationItem[]
  /** A server action or an address that a POST goes to, with what it needs in hidden fields. */
  signOut: { action: FormAction; fields?: Readonly<Record<string, string>> }
  /** Where to go when something is wrong: on every page, one press away. */
  alarm?: NavigationItem
  demo?: boolean
  /** What every page has to say while it lasts: for whom somebody answers. */
  band?: ReactNode
  children: ReactNode
}) {
  return (
    <Frame
      demo={props.demo}
      band={props.band}
      alarm={props.alarm}
      home={props.home}
      beside={props.organisation}
      right={
        <>
          <PhoneMenu items={props.navigation} own={props.own}>
            <PersonAndSignOut person={props.person} signOut={props.signOut} />
          </PhoneMenu>
          <div className="hidden md:block">
            <PersonAndSignOut {...props} />
          </div>
        </>
      }
      below={<NavigationLinks items={props.navigation} />}
    >
      {props.children}
    </Frame>
  )
}

/** The frame of pages before sign-in: set-up, joining, signing in, recovery, and what is not there. */
export function Entrance(props: { demo?: boolean; organisation?: string; children: ReactNode }) {
  return (
    <Frame demo={props.demo} home="/" beside={props.organisation}>
      {props.children}
    </Frame>
  )
}

function Frame(props: {
  demo?: boolean
  band?: ReactNode
  alarm?: NavigationItem
  home: string
  beside?: string
  right?: ReactNode
  below?: ReactNode
  children: ReactNode
}) {
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
            <Anchor href={props.home} className="py-2 font-bold text-heading text-ink no-underline">
              {product}
            </Anchor>
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
          <Anchor href={props.alarm.href} className="inline-flex min-h-11 items-center">
            {props.alarm.label}
          </Anchor>
        </nav>
      )}
    </div>
  )
}

function PersonAndSignOut({
  person,
  own,
  signOut,
}: Pick<ComponentProps<typeof Shell>, 'person' | 'own' | 'signOut'>) {
  const byAddress = typeof signOut.action === 'string'
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      {own ? (
        <OwnMenu items={own} person={person} />
      ) : (
        <p className="text-soft">
          <span className="sr-only">{shell.signedInAs} </span>
          {person}
        </p>
      )}
      <form action={signOut.action} method={byAddress ? 'post' : undefined}>
        {Object.entries(signOut.fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" tone="quiet">
          {shell.signOut}
        </Button>
      </form>
    </div>
  )
}
