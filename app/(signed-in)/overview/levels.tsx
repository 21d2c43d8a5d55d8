import { Section } from '@/app/ui/page-frame'
import { type Part, StackedBar } from '@/app/ui/stacked-bar'
import { TextTable } from '@/app/ui/text-table'
import { figureOf, type Span, spanOf } from '@/lib/overview/bands'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { levels } from '@/lib/vocabulary'
import { told, overviewWords as words } from '@/lib/words/overview'

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

/**
 * Told as differences of the nested bands, and drawn as those of their middles, so that nothing is told or drawn that the
 * bands do not say.
 */
function partsOf({ figures, people }: Shown): LevelPart[] {
  const upTo = [
    figures.level_0,
    figures.level_1_or_less,
    figures.level_2_or_less,
    figures.level_3_or_less,
  ].map(spanOf)
  const known = spanOf(figures.level_known)
  if (known === null) return []
  let before = { low: 0, high: 0 }
  const parts: LevelPart[] = []
  const push = (mark: Part['mark'], label: string, end: Span) => {
    const count = Math.max(0, middle(end) - middle(before))
    const band = { low: Math.max(0, end.low - before.high), high: end.high - before.low }
    parts.push({ mark, count, shown: told(figureOf(band, people), people), label })
    before = end
  }
  for (const level of levels) {
    const end = level === 4 ? known : (upTo[level] ?? null)
    if (end) push(level, words.levels.at[level], end)
  }
  push('unknown', words.levels.unknown, { low: people, high: people })
  return parts
}

const middle = ({ low, high }: Span) => (low + high) / 2
