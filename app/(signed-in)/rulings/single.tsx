import type { Route } from 'next'
import { ButtonLink } from '@/app/ui/button-link'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { answersOf } from '@/lib/rulings/answers'
import type { StatedRuling } from '@/lib/rulings/queries'
import type { Topic } from '@/lib/rulings/topics'
import { age } from '@/lib/words/dates'
import { rulingsPage as words } from '@/lib/words/rulings'

type Given = { today: string }

export function Resolver({ stated, today }: Given & { stated: StatedRuling | null }) {
  return (
    <Section title={words.resolver.title} lead={words.resolver.lead}>
      <Stated topic="employer_dns" stated={stated} never={words.resolver.never} today={today} />
    </Section>
  )
}

export function Vpn({ stated, today }: Given & { stated: StatedRuling | null }) {
  return (
    <Section title={words.vpn.title} lead={words.vpn.lead}>
      <Stated topic="employer_vpn" stated={stated} never={words.vpn.never} today={today} />
    </Section>
  )
}

function Stated(props: Given & { topic: Topic; stated: StatedRuling | null; never: string }) {
  const { topic, stated, never, today } = props
  const href = `/rulings/${topic}` as Route
  if (!stated)
    return (
      <>
        <p>{never}</p>
        <div>
          <ButtonLink href={href}>{words.answer}</ButtonLink>
        </div>
      </>
    )
  return (
    <>
      <Facts facts={answersOf(topic, stated).map(({ label, value }) => ({ term: label, value }))} />
      {stated.freshness !== 'current' && (
        <p className="text-soft">{words.age[stated.freshness](age(stated.checkedOn, today))}</p>
      )}
      <div>
        <ButtonLink href={href}>{words.change}</ButtonLink>
      </div>
    </>
  )
}
