import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { TextTable } from '@/app/ui/text-table'
import type { Figure, ReleasedFigures } from '@/lib/overview/figures'
import { exceptionMeasures } from '@/lib/overview/measures'
import { dayOf } from '@/lib/words/dates'
import { exceptedWords as words } from '@/lib/words/leadership'
import { told } from '@/lib/words/overview'

const toldOrNull = (figure: Figure) => (figure.shown === 'hidden' ? null : told(figure))

/** One line of them, with the way to the rest. */
export function ExceptionLine({ figures }: { figures: ReleasedFigures }) {
  return (
    <div className="flex max-w-measure flex-col">
      <p className="text-soft">{lineOf(figures)}</p>
      <p className="print:hidden">
        <Anchor href="/overview/recommendations#exceptions">{words.link}</Anchor>
      </p>
    </div>
  )
}

function lineOf({ exceptions }: ReleasedFigures): string {
  if (!exceptions) return words.notCountedYet
  const [open, ending, lapsed] = exceptionMeasures.map((measure) => toldOrNull(exceptions[measure]))
  if (open) return words.line(open, ending ?? null, lapsed ?? null)
  return lapsed ? words.onlyLapsed(lapsed) : words.few
}

/** Those that are accepted, those about to end, and those that ended with nothing mended. */
export function Exceptions({ figures, timeZone }: { figures: ReleasedFigures; timeZone: string }) {
  const { exceptions } = figures
  const some = exceptionMeasures.some((measure) => exceptions && toldOrNull(exceptions[measure]) !== null)
  return (
    <Section title={words.title} lead={words.lead} id="exceptions">
      {exceptions && some ? (
        <TextTable
          caption={words.caption}
          captionHidden
          empty={words.few}
          columns={[{ header: words.columns.what }, { header: words.columns.count, numeric: true }]}
          rows={exceptionMeasures.map((measure) => [words.rows[measure], told(exceptions[measure])])}
        />
      ) : (
        <p className="max-w-measure text-soft">{exceptions ? words.few : words.notCountedYet}</p>
      )}
      {exceptions && exceptions.asOf !== figures.asOf && (
        <p className="max-w-measure text-soft">{words.asOf(dayOf(new Date(exceptions.asOf), timeZone))}</p>
      )}
    </Section>
  )
}
