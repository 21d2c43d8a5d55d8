import { Section } from '@/app/ui/page-frame'
import { type Part, StackedBar } from '@/app/ui/stacked-bar'
import { TextTable } from '@/app/ui/text-table'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { levels } from '@/lib/vocabulary'
import { middleOf, overviewWords as words } from '@/lib/words/overview'

/** People by their weakest account, from banded figures alone; what is not told apart is not drawn apart. */
export function Levels({ figures }: { figures: ReleasedFigures }) {
  const all = figures.groups.organisation
  const parts = all?.shown ? partsOf(all) : []
  if (parts.length === 0) return null
  return (
    <Section title={words.levels.title}>
      <StackedBar
        title={words.levels.caption}
        told={words.levels.told(parts.map((part) => `${part.label}: ${part.shown}`).join('; '))}
        parts={parts}
        table={
          <TextTable
            caption={words.levels.caption}
            empty=""
            columns={[
              { header: words.levels.columns.level },
              { header: words.levels.columns.people, numeric: true },
            ]}
            rows={parts.map((part) => [part.label, part.shown])}
          />
        }
      />
    </Section>
  )
}

type LevelPart = Part & { label: string; shown: string }
type Shown = Extract<NonNullable<ReleasedFigures['groups']['organisation']>, { shown: true }>

/** Differences of the nested bands' middles, so that nothing is drawn that the bands do not say. */
function partsOf({ figures, people }: Shown): LevelPart[] {
  const upTo = [
    figures.level_0,
    figures.level_1_or_less,
    figures.level_2_or_less,
    figures.level_3_or_less,
  ].map(middleOf)
  const known = middleOf(figures.level_known)
  if (known === null) return []
  let before = 0
  const parts: LevelPart[] = []
  for (const level of levels) {
    const end = level === 4 ? known : (upTo[level] ?? null)
    if (end === null) continue
    const count = Math.max(0, end - before)
    before = Math.max(before, end)
    parts.push({ mark: level, count, shown: about(count), label: words.levels.at[level] })
  }
  const unknown = Math.max(0, people - known)
  return [...parts, { mark: 'unknown', count: unknown, shown: about(unknown), label: words.levels.unknown }]
}

const about = (count: number) => `about ${Math.round(count / 5) * 5}`
