import { Section } from '@/app/ui/page-frame'
import { LabelTag, Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import type { OwnVerdict, OwnVerdicts } from '@/lib/overview/queries'
import type { Verdict } from '@/lib/vocabulary'
import { writtenDay } from '@/lib/words/dates'
import { itemWords } from '@/lib/words/guidance'
import { ownActionWords, ownLabelWords, ownVerdictWords as words } from '@/lib/words/leadership'

/** `judged`: null where no verdict is stored, or none may be shown. */
type Row = { what: string; more?: string; judged: OwnVerdict | null; instead: Verdict | null }

/** G1.3, G1.9, the organisation's part of R and G5 of its own lines: one row each, an app only where enough people use it. */
export function OwnPart({ own: { apps, records, incidents, lines } }: { own: OwnVerdicts }) {
  const others = apps?.others
    ? { verdict: apps.others, labels: [], nextAction: nextForOthers[apps.others], confirmedOn: null }
    : null
  const rows: Row[] = [
    ...(apps ? apps.named.map((judged) => ({ what: words.app(judged.name), judged, instead: null })) : []),
    ...(apps ? [{ what: words.others, judged: others, instead: null }] : []),
    { what: words.records, judged: records, instead: 'unknown' },
    { what: words.incidents, judged: incidents, instead: 'unknown' },
    ...lines.map(
      ({ item, judged, carriers }): Row => ({
        what: words.lines(item, itemWords[item].short),
        more: words.carriers(carriers),
        judged,
        instead: 'unknown',
      }),
    ),
  ]
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={rows}
        rowKey={({ what }) => what}
        empty={words.noApps}
        columns={[
          { key: 'what', header: words.columns.what, cell: whatOf },
          { key: 'verdict', header: words.columns.verdict, cell: verdictOf },
          { key: 'next', header: words.columns.next, cell: nextOf },
          {
            key: 'asOf',
            header: words.columns.asOf,
            cell: ({ judged }) => judged?.confirmedOn && writtenDay(judged.confirmedOn),
          },
        ]}
      />
      <p className="max-w-measure text-soft">{apps ? words.othersNote : words.noApps}</p>
    </Section>
  )
}

const nextForOthers = { not_met: 'offer_an_approved_app', unknown: 'review_app' } as const

function whatOf({ what, more }: Row) {
  if (!more) return what
  return (
    <>
      {what}
      <span className="block text-soft">{more}</span>
    </>
  )
}

function verdictOf({ judged, instead }: Row) {
  const verdict = judged?.verdict ?? instead
  if (!verdict) return <span className="text-soft">{words.notShown}</span>
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Status verdict={verdict} />
      {judged?.labels.map((label) => (
        <LabelTag key={label}>{ownLabelWords[label] ?? label}</LabelTag>
      ))}
    </span>
  )
}

function nextOf({ judged }: Row) {
  if (!judged) return null
  return judged.nextAction ? (ownActionWords[judged.nextAction] ?? judged.nextAction) : words.nothing
}
