import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import type { Practices } from '@/lib/platforms/queries'
import { writtenDay } from '@/lib/words/dates'
import { ctiaWords, registerItemWords, practicesWords as words } from '@/lib/words/platforms'

const four = ['C1', 'C2', 'C3', 'C4'] as const

/** The four practices for whoever sends messages, the first under both texts: what phone companies may act on. */
export function Sending({ practices }: { practices: Practices }) {
  const of = (item: string) => practices.verdicts.find((judged) => judged.item === item)?.verdict ?? 'unknown'
  return (
    <Section title={words.title} lead={words.lead(writtenDay(practices.today))}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={four}
        rowKey={(item) => item}
        empty={ctiaWords.source}
        columns={[
          {
            key: 'practice',
            header: words.practice,
            cell: (item) => `${item} ${registerItemWords[item].short}`,
          },
          { key: 'ctia', header: words.ctia, cell: (item) => <Status verdict={of(item)} /> },
          {
            key: 'cisa',
            header: words.cisa,
            cell: (item) => item === 'C1' && <Status verdict={of('C1.cisa')} />,
          },
        ]}
      />
      <p className="max-w-measure text-soft">{ctiaWords.voluntary}</p>
    </Section>
  )
}
