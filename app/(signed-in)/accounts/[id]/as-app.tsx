import type { Route } from 'next'
import { ButtonLink } from '@/app/ui/button-link'
import { Section } from '@/app/ui/page-frame'
import { accountIsApp as words } from '@/lib/words/apps'

/** An account at a messaging service is an app on a phone as well: its own questions stand there. */
export function AsApp(props: {
  serviceId: string | null
  app: { name: string; appId: string | null } | null
}) {
  if (!props.app) return null
  const { name, appId } = props.app
  return (
    <Section title={words.title}>
      <p className="max-w-measure">{words.says(name)}</p>
      <p>
        <ButtonLink href={(appId ? `/apps/${appId}` : `/apps/new?service=${props.serviceId}`) as Route}>
          {appId ? words.go(name) : words.add(name)}
        </ButtonLink>
      </p>
    </Section>
  )
}
