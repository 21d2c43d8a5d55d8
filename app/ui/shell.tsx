import type { ComponentProps, ReactNode } from 'react'
import { shell } from '@/lib/words/shell'
import { Anchor } from './anchor'
import { Button } from './button'
import { Frame } from './frame'
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
      link={Anchor}
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
