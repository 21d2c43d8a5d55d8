import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import { type ActionCode, actionCodes, type RegisterAction, registerActions } from '@/lib/guidance/codes'
import type { OwnVerdicts } from '@/lib/overview/queries'
import { writtenDay } from '@/lib/words/dates'
import { ownVerdictWords, registerManyWords } from '@/lib/words/leadership'
import { manyWords } from '@/lib/words/overview'
import { ctiaWords, registerItemWords, practicesWords as words } from '@/lib/words/platforms'

const four = ['C1', 'C2', 'C3', 'C4'] as const
type Practice = (typeof four)[number] | 'C1.cisa'
/** Before anybody said anything, this is to be said first. */
const first: RegisterAction = 'say_whether_messages_are_sent'

/** The four practices for whoever sends messages, the first under both texts: what phone companies may act on. */
export function Sending({ sending }: { sending: OwnVerdicts['sending'] }) {
  const of = (item: Practice) => sending[item]?.verdict ?? 'unknown'
  return (
    <Section title={words.title} lead={words.lead}>
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
          { key: 'next', header: ownVerdictWords.columns.next, cell: (item) => nextOf(sending, item) },
          {
            key: 'asOf',
            header: ownVerdictWords.columns.asOf,
            cell: (item) => asOf(sending[item]?.confirmedOn),
          },
        ]}
      />
      <p className="max-w-measure text-soft">{ctiaWords.voluntary}</p>
    </Section>
  )
}

/** What is to be done, without the name of anything in the register: what the summary asks for, else CISA's guidance. */
function nextOf(sending: OwnVerdicts['sending'], item: (typeof four)[number]): string {
  if (!sending[item]) return registerManyWords[first]
  const action = (item === 'C1' ? (['C1', 'C1.cisa'] as const) : [item])
    .map((one) => sending[one]?.nextAction)
    .find(Boolean)
  if (!action) return ownVerdictWords.nothing
  return isOfRegister(action) ? registerManyWords[action] : isOfPerson(action) ? manyWords[action] : action
}
const isOfRegister = (action: string): action is RegisterAction =>
  registerActions.some((one) => one === action)
const isOfPerson = (action: string): action is ActionCode => actionCodes.some((one) => one === action)

const asOf = (day: string | null | undefined) => day && writtenDay(day)
