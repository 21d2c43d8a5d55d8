import { BarRow } from '@/app/ui/bar-row'
import { Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import type { GroupFigures, ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey, PeopleMeasure } from '@/lib/overview/measures'
import { dayOf } from '@/lib/words/dates'
import { middleOf, told, overviewWords as words } from '@/lib/words/overview'

type Row = { key: string; name: string; group: GroupFigures }

/** By unit and by tier: a bar with its words, or the reason why there is none. */
export function Groups(props: {
  figures: ReleasedFigures
  unitNames: Readonly<Partial<Record<GroupKey, string>>>
  timeZone: string
}) {
  const { figures, unitNames, timeZone } = props
  const groups = Object.entries(figures.groups) as [GroupKey, GroupFigures][]
  const rows = groups
    .filter(([key]) => key.startsWith('unit:'))
    .map(([key, group]) => ({ key, name: unitNames[key] ?? words.units.none, group }))
    .sort((a, b) => a.name.localeCompare(b.name))
  const tiers = (['standard', 'highly_targeted'] as const).flatMap((tier) => {
    const group = figures.groups[tier]
    return group ? [{ key: tier, name: words.tiers[tier], group }] : []
  })
  const shared = { smallest: figures.smallest, timeZone }
  return (
    <>
      <Section title={words.units.title}>
        <Table {...shared} caption={words.units.caption} first={words.units.columns.unit} rows={rows} />
      </Section>
      <Section title={words.tiers.title}>
        <Table {...shared} caption={words.tiers.caption} first={words.tiers.tier} rows={tiers} />
      </Section>
    </>
  )
}

function Table(props: { caption: string; first: string; rows: Row[]; smallest: number; timeZone: string }) {
  const { columns } = words.units
  const measured = (key: PeopleMeasure, header: string) => ({
    key,
    header,
    cell: ({ group }: Row) => <Cell group={group} measure={key} />,
  })
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.key}
      empty={words.none.title}
      columns={[
        { key: 'name', header: props.first, cell: (row) => row.name },
        {
          key: 'people',
          header: columns.people,
          cell: ({ group }) => (group.shown ? group.people : hiddenGroup(group, props.smallest)),
        },
        measured('started', columns.started),
        measured('text_opens', columns.text),
        measured('number_opens', columns.number),
        measured('line_without_pin', columns.pin),
        {
          key: 'asOf',
          header: columns.asOf,
          cell: ({ group }) => group.shown && dayOf(new Date(group.asOf), props.timeZone),
        },
      ]}
    />
  )
}

const hiddenGroup = (group: Extract<GroupFigures, { shown: false }>, smallest: number) =>
  group.why === 'small_group' ? words.units.small(smallest) : words.units.notShown

function Cell({ group, measure }: { group: GroupFigures; measure: PeopleMeasure }) {
  if (!group.shown) return null
  const figure = group.figures[measure]
  const middle = middleOf(figure)
  const known = middleOf(group.figures.started)
  const phrase = told(figure)
  if (middle === null) return <span className="text-soft">{phrase}</span>
  return (
    <div className="flex min-w-40 flex-col">
      <span>{phrase}</span>
      <BarRow
        told={words.units.bar(phrase, group.people)}
        count={middle}
        of={group.people}
        unknown={measure === 'started' || known === null ? 0 : Math.max(0, group.people - known)}
      />
    </div>
  )
}
