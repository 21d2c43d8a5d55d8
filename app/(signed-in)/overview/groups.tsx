import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { type TextCell, TextTable } from '@/app/ui/text-table'
import type { GroupFigures, HiddenGroup, ReleasedFigures, ShownGroup } from '@/lib/overview/figures'
import type { GroupKey, PeopleMeasure } from '@/lib/overview/measures'
import { dayOf } from '@/lib/words/dates'
import { middleOf, told, overviewWords as words } from '@/lib/words/overview'

type Row = { name: string; group: GroupFigures }
type UnitNames = Readonly<Partial<Record<GroupKey, string>>>
/** Units on the page itself: as many as fit on it in print; the rest stand on a page of their own. */
const mostUnits = 12

/** By unit and by tier: a bar with its words, or the reason why there is none. */
export function Groups(props: { figures: ReleasedFigures; unitNames: UnitNames; timeZone: string }) {
  const { figures, unitNames, timeZone } = props
  const units = unitsOf(figures, unitNames)
  const largest = [...units].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, mostUnits)
  const tiers = (['standard', 'highly_targeted'] as const).flatMap((tier) => {
    const group = figures.groups[tier]
    return group ? [{ name: words.tiers[tier], group }] : []
  })
  const shared = { smallest: figures.smallest, timeZone }
  return (
    <>
      <Section
        title={words.units.title}
        lead={units.length > mostUnits ? words.units.largest(mostUnits, units.length) : undefined}
      >
        <UnitTable {...shared} units={units.filter((unit) => largest.includes(unit))} />
        {units.length > mostUnits && (
          <p className="print:hidden">
            <Anchor href="/overview/units">{words.units.all(units.length)}</Anchor>
          </p>
        )}
      </Section>
      {tiers.some(({ group }) => group.shown) ? (
        <Section title={words.tiers.title}>
          <Table {...shared} caption={words.tiers.caption} first={words.tiers.tier} rows={tiers} />
        </Section>
      ) : (
        <NotShown rows={tiers} smallest={shared.smallest} of={words.tiers.none} />
      )}
    </>
  )
}

/** The units of a release by name. */
export const unitsOf = (figures: ReleasedFigures, unitNames: UnitNames): Row[] =>
  (Object.entries(figures.groups) as [GroupKey, GroupFigures][])
    .filter(([key]) => key.startsWith('unit:'))
    .map(([key, group]) => ({ name: unitNames[key] ?? words.units.none, group }))
    .sort((a, b) => a.name.localeCompare(b.name))

const sizeOf = ({ group }: Row) => (group.shown ? group.people : 0)

export function UnitTable(props: { units: Row[]; smallest: number; timeZone: string }) {
  const { units, ...shared } = props
  return <Table {...shared} caption={words.units.caption} first={words.units.columns.unit} rows={units} />
}

const measures = ['started', 'text_opens', 'number_opens', 'line_without_pin'] as const

function Table(props: { caption: string; first: string; rows: Row[]; smallest: number; timeZone: string }) {
  const { columns } = words.units
  const headers = [
    props.first,
    columns.people,
    columns.started,
    columns.text,
    columns.number,
    columns.pin,
    columns.asOf,
  ]
  const shown = props.rows.flatMap(({ name, group }) => (group.shown ? [{ name, group }] : []))
  return (
    <>
      {shown.length > 0 && (
        <TextTable
          caption={props.caption}
          captionHidden
          empty={words.none.title}
          columns={headers.map((header) => ({ header }))}
          rows={shown.map(({ name, group }) => [
            name,
            String(group.people),
            ...measures.map((measure) => cellOf(group, measure)),
            dayOf(new Date(group.asOf), props.timeZone),
          ])}
        />
      )}
      <NotShown rows={props.rows} smallest={props.smallest} />
    </>
  )
}

/** The groups without figures in a sentence: a row of blanks tells nothing. */
function NotShown({ rows, smallest, of }: { rows: Row[]; smallest: number; of?: string }) {
  const without = (why: HiddenGroup['why']) =>
    rows.flatMap(({ name, group }) => (!group.shown && group.why === why ? [name] : []))
  const small = without('small_group')
  const telling = without('complement')
  if (small.length + telling.length === 0) return null
  return (
    <p className="max-w-measure text-soft">
      {of} {small.length > 0 && words.units.smallOnes(small, smallest)}{' '}
      {telling.length > 0 && words.units.tellingOnes(telling)}
    </p>
  )
}

function cellOf({ figures, people }: ShownGroup, measure: PeopleMeasure): TextCell {
  const figure = figures[measure]
  const middle = middleOf(figure)
  const known = middleOf(figures.started)
  const says = told(figure, people)
  if (middle === null) return { says, soft: true }
  const unknown = measure === 'started' || known === null ? 0 : Math.max(0, people - known)
  return { says, bar: { told: words.units.bar(says, people), count: middle, of: people, unknown } }
}
