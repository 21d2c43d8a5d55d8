import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import { type RegisterAction, registerActions } from '@/lib/guidance/codes'
import type { Practices } from '@/lib/platforms/queries'
import { writtenDay } from '@/lib/words/dates'
import { ownVerdictWords, registerManyWords } from '@/lib/words/leadership'
import { manyWords } from '@/lib/words/overview'
import { ctiaWords, registerItemWords, practicesWords as words } from '@/lib/words/platforms'

const four = ['C1', 'C2', 'C3', 'C4'] as const

/** The four practices for whoever sends messages, the first under both texts: what phone companies may act on. */
export function Sending({ practices }: { practices: Practices }) {
  const of = (item: string) => practices.verdicts.find((judged) => judged.item === item)?.verdict ?? 'unknown'
  return (
    <Section title={words.title} lead={words.lead(writtenDay(practices.today))}>
      <DataTable
        caption={words.caption}
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
          { key: 'next', header: ownVerdictWords.columns.next, cell: (item) => nextOf(practices, item) },
        ]}
      />
      <p className="max-w-measure text-soft">{ctiaWords.voluntary}</p>
    </Section>
  )
}

/** What is to be done, without the name of anything in the register: what the summary asks for, else CISA's guidance. */
function nextOf({ verdicts }: Practices, item: (typeof four)[number]): string {
  const action = [item, ...(item === 'C1' ? ['C1.cisa'] : [])]
    .map((one) => verdicts.find((judged) => judged.item === one)?.nextAction)
    .find(Boolean)
  if (!action) return ownVerdictWords.nothing
  return isOfRegister(action) ? registerManyWords[action] : manyWords[action]
}
const isOfRegister = (action: string): action is RegisterAction =>
  registerActions.some((one) => one === action)
