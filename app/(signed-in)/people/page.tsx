import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { FilterChips } from '@/app/ui/filters'
import { Page } from '@/app/ui/page-frame'
import { Pager } from '@/app/ui/pager'
import { may } from '@/lib/access/permissions'
import { requireActor } from '@/lib/access/session'
import { countExceptions } from '@/lib/exceptions/list'
import { noFilters, peopleAddress, readAddress } from '@/lib/people/filters'
import { countedUpTo, listPeople } from '@/lib/people/queries/list'
import { exceptionWords } from '@/lib/words/exceptions'
import { digits } from '@/lib/words/numbers'
import { peopleWords, listWords as words } from '@/lib/words/people'
import { chipsOf } from './chips'
import { FilterForm } from './filter-form'
import { PeopleTable } from './people-table'
import { SearchForm } from './search-form'

export const metadata: Metadata = { title: peopleWords.title }

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const actor = await requireActor('people:read:any')
  const asked = readAddress(await searchParams)
  const [list, exceptions] = await Promise.all([listPeople(actor, asked), countExceptions(actor)])
  const { filters } = asked
  const chips = chipsOf(filters, list.units)
  const number = (count: number) => (count < countedUpTo ? digits(count) : words.orMore(countedUpTo))
  return (
    <Page
      title={peopleWords.title}
      lead={
        chips.length === 0
          ? words.everybody(number(list.count))
          : words.lead(number(list.count), number(list.of))
      }
      actions={
        <>
          <ButtonLink href="/people/new" tone="main">
            {words.add}
          </ButtonLink>
          {may(actor.role, 'people:import') && <ButtonLink href="/people/import">{words.import}</ButtonLink>}
        </>
      }
    >
      {exceptions.waiting + exceptions.ending + exceptions.lapsed > 0 && (
        <p className="max-w-measure">
          <Anchor href="/exceptions" className="inline-block py-2.5">
            {exceptionWords.team.fromPeople(exceptions)}
          </Anchor>
        </p>
      )}
      <SearchForm today={list.today} interval={list.interval} />
      <FilterForm filters={filters} units={list.units} />
      <FilterChips chips={chips} all={peopleAddress(noFilters)} />
      <PeopleTable
        caption={filters.old ? words.oldCaption : words.caption}
        rows={list.rows}
        today={list.today}
        interval={list.interval}
        empty={chips.length === 0 ? words.nobody : words.empty}
      />
      <Pager
        previous={list.previous && peopleAddress(filters, list.previous)}
        next={list.next && peopleAddress(filters, list.next)}
      />
    </Page>
  )
}
