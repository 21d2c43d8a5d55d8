import { Section } from '@/app/ui/page-frame'
import { TextTable } from '@/app/ui/text-table'
import { type RuleChange, TrendLine } from '@/app/ui/trend-line'
import type { Overview } from '@/lib/overview/queries'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { exceptedWords } from '@/lib/words/leadership'
import { middleOf, told, overviewWords as words } from '@/lib/words/overview'

type Snapshot = NonNullable<Overview['latest']>

/** Released figures over time, with the days marked on which another version of the guidance began to judge. */
export function Movement(props: { latest: Snapshot; earlier: readonly Snapshot[]; timeZone: string }) {
  const all = [...props.earlier, props.latest]
  const { moved } = words
  if (all.length < 2) {
    return (
      <Section title={moved.title}>
        <p className="text-soft">{moved.first}</p>
      </Section>
    )
  }
  const points = all.map(({ takenAt, figures }) => ({
    day: dayOf(takenAt, props.timeZone),
    value: middleOf(figures.things.text_opens),
  }))
  return (
    <Section title={moved.title}>
      <TrendLine
        title={moved.lead}
        told={all
          .map(
            ({ figures }, at) => `${writtenDay(points[at]?.day ?? '')}: ${told(figures.things.text_opens)}`,
          )
          .join('; ')}
        points={points}
        changes={changesOf(all, props.timeZone)}
        table={
          <TextTable
            caption={moved.caption}
            empty={moved.first}
            columns={[
              { header: moved.columns.when },
              { header: moved.columns.text, numeric: true },
              { header: moved.columns.number, numeric: true },
              { header: moved.columns.pin, numeric: true },
              { header: moved.columns.exceptions, numeric: true },
            ]}
            rows={all.map((row) => [
              writtenDay(dayOf(row.takenAt, props.timeZone)),
              told(row.figures.things.text_opens),
              told(peopleWho(row)),
              told(row.figures.things.without_pin),
              row.figures.exceptions ? told(row.figures.exceptions.open) : exceptedWords.notCounted,
            ])}
          />
        }
      />
    </Section>
  )
}

function peopleWho({ figures }: Snapshot) {
  const all = figures.groups.organisation
  return all?.shown ? all.figures.number_opens : undefined
}

function changesOf(all: readonly Snapshot[], timeZone: string): RuleChange[] {
  return all.flatMap((snapshot, at) => {
    const before = all[at - 1]
    if (!before || before.guidanceVersion === snapshot.guidanceVersion) return []
    return [{ day: dayOf(snapshot.takenAt, timeZone), label: words.moved.rules(snapshot.guidanceVersion) }]
  })
}
