import { KeptArea, KeptCheckboxes, KeptRadios, KeptSelect, KeptText } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import type { IncidentFields } from '@/lib/incidents/form'
import { textLimits } from '@/lib/text/rules'
import { incidentKinds, type ReportedTo, reportedTos } from '@/lib/vocabulary'
import { kindWords, reportedToWords, incidentForm as words } from '@/lib/words/incident-form'

type Given = { now: IncidentFields; reportedTo: readonly ReportedTo[]; zones: readonly string[] }

/** The sheet as a form: the report in the document's order and words, then ours under a heading of their own. */
export function SheetFields({ now, reportedTo, zones }: Given) {
  return (
    <>
      <Section title={words.theirs.title} lead={words.theirs.lead}>
        <div className="flex flex-col gap-6">
          <KeptText name="date" {...words.date} value={now.date} type="date" width="medium" optional="told" />
          <div className="flex flex-wrap gap-x-4 gap-y-6">
            <KeptText
              name="time"
              {...words.time}
              value={now.time}
              type="time"
              width="medium"
              optional="told"
            />
            <KeptSelect
              name="zone"
              {...words.zone}
              value={now.zone}
              optional="told"
              options={zones.map((zone) => ({ value: zone, label: zone }))}
            />
          </div>
          <Line name="location" now={now} />
          <Area name="activity" now={now} />
          <Line name="people" now={now} most={textLimits.label} />
          <Area name="equipment" now={now} rows={2} most={textLimits.reason} />
          <Line name="company" now={now} />
          <Area name="contact" now={now} rows={2} most={textLimits.reason} />
        </div>
      </Section>
      <Section title={words.ours.title} lead={words.ours.lead}>
        <div className="flex flex-col gap-6">
          <KeptSelect
            name="kind"
            {...words.kind}
            value={now.kind}
            optional="told"
            options={incidentKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          />
          <Line name="noticedBy" now={now} />
          <Line name="related" now={now} />
          <Line name="device" now={now} />
          <Area name="firstActions" now={now} />
          <ToldFields now={now} reportedTo={reportedTo} />
        </div>
      </Section>
    </>
  )
}

/** How far a sheet has come, and who knows of it: the same questions for its writer and for the team. */
export function ToldFields({
  now,
  reportedTo,
  scope,
  states = words.state.choices,
}: Omit<Given, 'zones'> & { scope?: string; states?: Readonly<Record<string, string>> }) {
  return (
    <>
      <KeptCheckboxes
        name="reportedTo"
        scope={scope}
        {...words.reportedTo}
        values={reportedTo}
        optional="told"
        choices={reportedTos.map((to) => ({ value: to, label: reportedToWords[to] }))}
      />
      <KeptText
        name="reportedOn"
        scope={scope}
        {...words.reportedOn}
        value={now.reportedOn}
        optional="told"
        type="date"
        width="medium"
      />
      <KeptRadios
        name="state"
        scope={scope}
        {...words.state}
        value={now.state}
        optional="told"
        choices={Object.entries(states).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}

type Written = 'location' | 'people' | 'company' | 'noticedBy' | 'related' | 'device'
function Line(props: { name: Written; now: IncidentFields; most?: number }) {
  const { name, now, most = textLimits.name } = props
  return (
    <KeptText
      name={name}
      {...words[name]}
      value={now[name]}
      maxLength={most}
      autoComplete="off"
      optional="told"
    />
  )
}

type Told = 'activity' | 'equipment' | 'contact' | 'firstActions'
function Area(props: { name: Told; now: IncidentFields; rows?: number; most?: number }) {
  const { name, now, rows = 4, most = textLimits.note } = props
  return (
    <KeptArea name={name} {...words[name]} value={now[name]} rows={rows} maxLength={most} optional="told" />
  )
}
