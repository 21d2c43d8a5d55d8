/** A sheet read back: for its writer and, once opened, for the team. */
import { DateText } from '@/app/ui/date-text'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { reporting } from '@/lib/guidance/reporting'
import type { Incident } from '@/lib/incidents/facts'
import type { Happening } from '@/lib/incidents/queries/events'
import { incidentForm, kindWords, stateWords } from '@/lib/words/incident-form'
import { ownLines, reportLines, reportPlaces, type SheetLine, sheetWords } from '@/lib/words/incident-sheet'
import { incidentPage as words } from '@/lib/words/incidents'

/** The report in the document's order, then ours. What was left out says so. */
export function ReadSheet({ incident }: { incident: Incident }) {
  const { sheet, kind, state, reportedTo, reportedOn } = incident
  return (
    <>
      <Facts facts={reportLines(sheet).map(fact)} />
      <h3>{sheetWords.ours}</h3>
      <Facts
        facts={[
          { term: incidentForm.kind.label, value: kindWords[kind] },
          ...ownLines({ sheet, reportedTo, reportedOn: reportedOn ?? '' }).map(fact),
          { term: words.state, value: stateWords[state] },
        ]}
      />
    </>
  )
}

/** Where a report can go, as the guidance prints it. Plain text: nothing here dials or writes by itself. */
export function ReportPlaces({ who }: { who: string | null }) {
  return (
    <Section title={words.places} lead={words.placesLead(reporting.guidanceVersion)}>
      <Facts facts={reportPlaces(who).map(fact)} />
    </Section>
  )
}

export function History({ history, timeZone }: { history: readonly Happening[]; timeZone: string }) {
  if (history.length === 0) return null
  return (
    <Section title={words.history}>
      <ol className="flex max-w-measure flex-col">
        {history.map(({ id, kind, by, own, at, state, note }) => (
          <li key={id} className="border-rule border-b py-2">
            <p className="flex flex-wrap justify-between gap-x-6">
              <span>{words.events[kind](own ? words.you : by)}</span>
              <span className="text-soft">
                <DateText value={at} timeZone={timeZone} />
              </span>
            </p>
            {note && <p className="whitespace-pre-wrap">{note}</p>}
            {state && <p className="text-soft">{words.nowState(stateWords[state])}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const fact = ({ label, value }: SheetLine) => ({
  term: label,
  value: value === '' ? sheetWords.notSaid : <span className="whitespace-pre-wrap">{value}</span>,
})
