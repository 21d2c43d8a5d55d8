import type { Route } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { Button } from '@/app/ui/button'
import { ButtonLink } from '@/app/ui/button-link'
import { Section } from '@/app/ui/page-frame'
import { LabelTag } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import { Select } from '@/app/ui/text-input'
import type { GroupOnPage, RulingsPage } from '@/lib/rulings/queries'
import { age, writtenDay } from '@/lib/words/dates'
import { rulingQuestions } from '@/lib/words/ruling-form'
import { rulingsPage } from '@/lib/words/rulings'
import { Judged } from './apps'

const words = rulingsPage.records
type Given = { records: RulingsPage['records']; today: string }

/** Whether messages may expire on the organisation's phones: on all of them, and on those of each group with its own ruling. */
export function Records({ records, today }: Given) {
  const { judged, groups, forAll, free } = records
  return (
    <Section title={words.title} lead={words.lead}>
      <Judged judged={judged} />
      {!forAll && <p>{groups.length === 0 ? words.never : words.others}</p>}
      {groups.length > 0 && <Groups groups={groups} today={today} />}
      {!forAll && (
        <div>
          <ButtonLink href="/rulings/records">{rulingsPage.answer}</ButtonLink>
        </div>
      )}
      {free.length > 0 && <ForSome free={free} />}
    </Section>
  )
}

function Groups({ groups, today }: { groups: readonly GroupOnPage[]; today: string }) {
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={groups}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: 'group',
          header: words.group,
          cell: ({ key, name, retired }) => (
            <>
              <Anchor href={`/rulings/records${key && `?of=${key}`}` as Route}>{name}</Anchor>{' '}
              {retired && <LabelTag>{words.retired}</LabelTag>}
            </>
          ),
        },
        { key: 'ruling', header: words.ruling, cell: ({ stated }) => ruledOn(stated) },
        { key: 'verdict', header: words.verdict, cell: ({ judged }) => judged && <Judged judged={judged} /> },
        {
          key: 'looked',
          header: words.looked,
          cell: ({ stated: { checkedOn, freshness } }) =>
            freshness === 'current'
              ? writtenDay(checkedOn)
              : rulingsPage.age[freshness](age(checkedOn, today)),
        },
      ]}
    />
  )
}

function ruledOn({ facts }: GroupOnPage['stated']): string {
  const given = String(facts.ruling)
  return rulingQuestions.records.ruling?.choices?.[given] ?? given
}

/** Which group, before anything can be said of its phones. A plain form: the address says the rest. */
function ForSome({ free }: { free: RulingsPage['records']['free'] }) {
  return (
    <form method="get" action="/rulings/records" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3>{words.own.title}</h3>
        <p className="max-w-measure text-soft">{words.own.lead}</p>
      </div>
      <Select
        name="of"
        label={words.own.label}
        options={free.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <div>
        <Button type="submit">{words.own.add}</Button>
      </div>
    </form>
  )
}
