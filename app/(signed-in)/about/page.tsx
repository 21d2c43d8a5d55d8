import type { Metadata } from 'next'
import { Page, Section } from '@/app/ui/page-frame'
import { requireSignedIn } from '@/lib/access/session'
import { guidanceVersion } from '@/lib/guidance/version'
import { type LoadedSources, loadedSources } from '@/lib/services/imports'
import { aboutWords as words } from '@/lib/words/about'
import { writtenDay } from '@/lib/words/dates'
import { catalogueSources, catalogueSourcesNote } from '@/lib/words/services'
import { version } from '@/package.json'

export const metadata: Metadata = { title: words.title }

export default async function AboutPage() {
  const { actor } = await requireSignedIn()
  const loaded = await loadedSources(actor)
  return (
    <Page title={words.title} lead={words.lead(version, guidanceVersion)}>
      <p className="max-w-measure">{words.what}</p>
      <Section title={words.trust.title}>
        <ul className="ml-6 flex max-w-measure list-disc flex-col gap-2">
          {words.trust.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="max-w-measure text-soft">{words.trust.limits}</p>
      </Section>
      <Section title={words.guidance.title}>
        <p className="max-w-measure">{words.guidance.text(guidanceVersion)}</p>
        <p className="max-w-measure">{words.guidance.messages}</p>
        <p className="max-w-measure">{words.guidance.limits}</p>
      </Section>
      <Section title={words.sources.title}>
        <p className="max-w-measure">{catalogueSourcesNote}</p>
        <ul className="flex max-w-measure flex-col gap-2">
          {catalogueSources.map((source) => (
            <li key={source.name}>
              <a href={source.address} rel="noreferrer">
                {source.name}
              </a>
              , {source.by},{' '}
              <a href={source.licenceAddress} rel="noreferrer license">
                {source.licence}
              </a>
              , {readOf(source, loaded)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.licence.title}>
        <p className="max-w-measure">{words.licence.text}</p>
      </Section>
    </Page>
  )
}

/** When what counts was read: as it shipped, or as a newer file says that was loaded since. */
function readOf({ source, readOn }: (typeof catalogueSources)[number], loaded: LoadedSources) {
  const again = loaded[source]
  return again
    ? words.sources.loaded(writtenDay(readOn), writtenDay(again))
    : words.sources.read(writtenDay(readOn))
}
