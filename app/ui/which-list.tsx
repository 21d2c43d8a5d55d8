import { Anchor } from './anchor'

/** The lists a page has, each with how many stand in it; the one that is shown is marked. */
export function WhichList(props: {
  label: string
  lists: readonly { key: string; says: string; href: string; shown: boolean }[]
}) {
  return (
    <nav aria-label={props.label}>
      <ul className="flex flex-wrap gap-2">
        {props.lists.map(({ key, says, href, shown }) => (
          <li key={key}>
            <Anchor
              href={href}
              aria-current={shown ? 'page' : undefined}
              className="chip aria-[current=page]:font-semibold"
            >
              {says}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
