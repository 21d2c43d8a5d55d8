import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { LabelTag, Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import type { AppOnPage } from '@/lib/rulings/queries'
import { writtenDay } from '@/lib/words/dates'
import { rulingActionWords, rulingLabelWords, rulingsPage } from '@/lib/words/rulings'

const words = rulingsPage.apps

/** The apps in use, the most used first, with what was decided. */
export function Apps({ apps }: { apps: readonly AppOnPage[] }) {
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={apps}
        rowKey={({ key }) => key}
        empty={<p>{words.empty}</p>}
        columns={[
          {
            key: 'app',
            header: words.app,
            cell: ({ key, name, named }) =>
              named === 'not_sent' ? (
                words.own
              ) : (
                <>
                  <Anchor href={`/rulings/app_review?of=${key}`}>{name}</Anchor>{' '}
                  {named === 'sent' && <LabelTag>{words.sentIn}</LabelTag>}
                </>
              ),
          },
          { key: 'people', header: words.people, numeric: true, cell: peopleOf },
          {
            key: 'verdict',
            header: words.verdict,
            cell: ({ judged }) => judged && <Judged judged={judged} />,
          },
          {
            key: 'looked',
            header: words.looked,
            cell: ({ review }) => (review ? writtenDay(review.checkedOn) : words.never),
          },
        ]}
      />
      {apps.some(({ people }) => people === null) && <p className="text-soft">{words.small}</p>}
    </Section>
  )
}

const peopleOf = ({ people }: AppOnPage) => (people === null ? words.inUse : people || words.notInUse)

/** A verdict on the organisation: how it stands, why, and what is to be done. */
export function Judged({ judged }: { judged: NonNullable<AppOnPage['judged']> }) {
  return (
    <div className="flex flex-col items-start gap-1">
      <Status verdict={judged.verdict} />
      {judged.labels.map((label) => (
        <LabelTag key={label}>{rulingLabelWords[label as keyof typeof rulingLabelWords] ?? label}</LabelTag>
      ))}
      {judged.nextAction && (
        <span className="text-soft">
          {rulingActionWords[judged.nextAction as keyof typeof rulingActionWords]}
        </span>
      )}
    </div>
  )
}
