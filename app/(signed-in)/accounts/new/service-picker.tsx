import { Anchor } from '@/app/ui/anchor'
import { Button } from '@/app/ui/button'
import { ButtonLink } from '@/app/ui/button-link'
import { Disclosure } from '@/app/ui/disclosure'
import { Page, Section } from '@/app/ui/page-frame'
import { TextInput } from '@/app/ui/text-input'
import { catalogue } from '@/lib/services/catalogue'
import type { CatalogueService } from '@/lib/services/facts'
import { popularServices, searchServices } from '@/lib/services/rules'
import { type Category, categories } from '@/lib/vocabulary'
import { categoryWords } from '@/lib/words/account-answers'
import { choosing as words } from '@/lib/words/accounts'
import { ServiceFilter } from './service-filter'

/** Which service: typed and searched, or found in the list. The search is a plain form; while typing a leaf filters. */
export function ServicePicker({ asked, first }: { asked: string; first: boolean }) {
  const found = asked === '' ? null : searchServices(asked, catalogue, 24)
  return (
    <Page title={words.title} lead={first ? words.emailFirst : words.lead}>
      <form className="flex max-w-measure items-end gap-2">
        <div className="min-w-0 grow">
          <TextInput
            name="q"
            label={words.search}
            hint={words.searchHint}
            type="search"
            value={asked}
            autoComplete="off"
            maxLength={80}
          />
        </div>
        <Button type="submit">{words.go}</Button>
      </form>
      <div role="status">{found && <p>{words.found(found.length)}</p>}</div>
      <ServiceFilter field="field-q">
        {found ? (
          <Services services={found} />
        ) : (
          <>
            <Section title={words.popular}>
              <Services services={popularServices} />
            </Section>
            <Section title={words.kinds}>
              <div className="flex flex-col">
                {categories.map((category) => (
                  <Kind key={category} category={category} />
                ))}
              </div>
            </Section>
          </>
        )}
      </ServiceFilter>
      <Section title={words.other}>
        <p>
          <ButtonLink href="/accounts/new?service=other">{words.otherHint}</ButtonLink>
        </p>
      </Section>
    </Page>
  )
}

function Kind({ category }: { category: Category }) {
  const services = catalogue.filter((service) => service.category === category)
  if (services.length === 0) return null
  return (
    <Disclosure title={categoryWords[category]}>
      <Services services={services} />
    </Disclosure>
  )
}

function Services({ services }: { services: readonly CatalogueService[] }) {
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {services.map((service) => (
        <li
          key={service.id}
          data-find={[service.name, ...service.otherNames, service.domain].join(' ').toLowerCase()}
        >
          <Anchor href={`/accounts/new?service=${service.id}`} className="inline-block min-h-11 py-2.5">
            {service.name}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}
