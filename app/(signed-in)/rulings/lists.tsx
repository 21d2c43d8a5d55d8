import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Section } from '@/app/ui/page-frame'
import { LabelTag } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import type { StatedRuling } from '@/lib/rulings/queries'
import { writtenDay, writtenMonth } from '@/lib/words/dates'
import { rulingQuestions } from '@/lib/words/ruling-form'
import { rulingsPage } from '@/lib/words/rulings'

const models = rulingsPage.models
const lines = rulingsPage.lines

/** The security team's list of models, by name. */
export function Models({
  models: rows,
  waiting,
}: {
  models: readonly StatedRuling[]
  waiting: number | null
}) {
  return (
    <Section title={models.title} lead={models.lead}>
      {waiting !== 0 && <p className="max-w-measure">{models.waiting(waiting)}</p>}
      <DataTable
        caption={models.caption}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>{models.empty}</p>}
        columns={[
          {
            key: 'name',
            header: models.name,
            cell: ({ key, name, facts }) => (
              <>
                <Anchor href={`/rulings/hardware?of=${key}`}>{name}</Anchor>{' '}
                {facts.listed === 'no' && <LabelTag>{models.offList}</LabelTag>}
              </>
            ),
          },
          { key: 'kind', header: models.kind, cell: ({ facts }) => chosen('hardware', 'platform', facts) },
          {
            key: 'latest',
            header: models.latest,
            cell: ({ facts }) =>
              typeof facts.latestUntil === 'string'
                ? models.until(writtenMonth(facts.latestUntil))
                : models.now,
          },
          {
            key: 'updates',
            header: models.updates,
            cell: ({ facts }) =>
              typeof facts.updatesUntil === 'string' ? writtenMonth(facts.updatesUntil) : models.notSaid,
          },
          { key: 'looked', header: models.looked, cell: ({ checkedOn }) => writtenDay(checkedOn) },
        ]}
      />
      <div>
        <ButtonLink href="/rulings/hardware">{models.add}</ButtonLink>
      </div>
    </Section>
  )
}

/** What is known of the lines the organisation holds, by carrier. */
export function Lines({ lines: rows }: { lines: readonly StatedRuling[] }) {
  return (
    <Section title={lines.title} lead={lines.lead}>
      <DataTable
        caption={lines.caption}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>{lines.empty}</p>}
        columns={[
          {
            key: 'carrier',
            header: lines.carrier,
            cell: ({ key, name }) => <Anchor href={`/rulings/employer_lines?of=${key}`}>{name}</Anchor>,
          },
          { key: 'pin', header: lines.pin, cell: ({ facts }) => chosen('employer_lines', 'pin', facts) },
          { key: 'looked', header: lines.looked, cell: ({ checkedOn }) => writtenDay(checkedOn) },
        ]}
      />
      <div>
        <ButtonLink href="/rulings/employer_lines">{lines.add}</ButtonLink>
      </div>
    </Section>
  )
}

function chosen(topic: 'hardware' | 'employer_lines', name: string, facts: StatedRuling['facts']): string {
  const given = facts[name]
  const { choices = {} } = rulingQuestions[topic][name] ?? {}
  return (typeof given === 'string' && choices[given]) || models.notSaid
}
