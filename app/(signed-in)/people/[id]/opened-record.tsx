import { Anchor } from '@/app/ui/anchor'
import { ChainDiagram } from '@/app/ui/chain-diagram'
import { DateText } from '@/app/ui/date-text'
import { Disclosure } from '@/app/ui/disclosure'
import { Notice } from '@/app/ui/notice'
import { Section } from '@/app/ui/page-frame'
import { LabelTag, LevelMark, Status } from '@/app/ui/status'
import { DataTable } from '@/app/ui/table'
import { mayBeAccepted } from '@/lib/exceptions/rules'
import type { LineVerdict } from '@/lib/lines/reading'
import type { OpenedRecord as Opened, RecordAccount, RecordLine } from '@/lib/people/queries/record'
import { categoryWords, heldWords } from '@/lib/words/account-answers'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { exceptionWords } from '@/lib/words/exceptions'
import { itemWords, labelWords } from '@/lib/words/guidance'
import { peopleWords } from '@/lib/words/people'
import { providedWords } from '@/lib/words/provided'
import { openingReasonWords, recordWords as words } from '@/lib/words/records'
import { stepWords } from '@/lib/words/ways-in'

/** Somebody's record while an opening lasts. */
export function OpenedRecord(props: { personId: string; record: Opened; timeZone: string }) {
  const { personId, record, timeZone } = props
  const day = (value: string) => <DateText value={value} timeZone={timeZone} today={record.today} ageFirst />
  return (
    <>
      <Notice kind="care" word={words.title}>
        <p>{words.openUntil(openingReasonWords[record.reason], writtenMoment(record.endsAt, timeZone))}</p>
      </Notice>
      <Section title={words.accounts}>
        <DataTable
          caption={peopleWords.table(words.accounts)}
          captionHidden
          rows={record.accounts}
          rowKey={(account) => account.id}
          empty={<p>{words.noAccounts}</p>}
          columns={[
            { key: 'name', header: words.columns.account, cell: (account) => account.name },
            {
              key: 'level',
              header: words.columns.level,
              cell: (account) => <LevelMark level={account.level} atBest={account.atBest} />,
            },
            { key: 'kind', header: words.columns.kind, cell: (account) => categoryWords[account.category] },
            { key: 'held', header: words.columns.held, cell: (account) => heldWords[account.heldAs] },
            { key: 'on', header: words.columns.confirmed, cell: (account) => day(account.confirmedOn) },
          ]}
        />
        {record.accounts.map((account) => (
          <Disclosure key={account.id} title={words.verdictsOf(account.name)}>
            <Chain account={account} />
            <Verdicts verdicts={account.verdicts} provided={record.provided} />
            <AskFor personId={personId} scopeId={account.id} name={account.name} />
          </Disclosure>
        ))}
      </Section>
      {record.counted.length > 0 && (
        <Section title={words.counted} lead={words.countedLead}>
          <DataTable
            caption={peopleWords.table(words.counted)}
            captionHidden
            rows={record.counted}
            rowKey={(row) => `${row.category} ${row.level}`}
            empty={null}
            columns={[
              { key: 'kind', header: words.columns.kind, cell: (row) => categoryWords[row.category] },
              { key: 'level', header: words.columns.level, cell: (row) => <LevelMark level={row.level} /> },
              { key: 'count', header: words.count, cell: (row) => row.count, numeric: true },
            ]}
          />
        </Section>
      )}
      <Section title={words.lines}>
        {record.lines.length === 0 && <p>{words.noLines}</p>}
        {record.lines.map((line) => (
          <div key={line.id}>
            <Line line={line} provided={record.provided}>
              {day(line.confirmedOn)}
            </Line>
            <AskFor personId={personId} scopeId={line.id} name={line.name} />
          </div>
        ))}
      </Section>
      <Section title={words.things} lead={words.thingsLead}>
        {record.things.map(({ id, name, model, verdicts }) => (
          <Disclosure key={id} title={words.verdictsOf(name)}>
            {model !== '' && <p>{words.modelNamed(model)}</p>}
            <Verdicts verdicts={verdicts} provided={record.provided} />
            {verdicts.some(({ verdict }) => mayBeAccepted(verdict)) && (
              <AskFor personId={personId} scopeId={id} name={name} />
            )}
          </Disclosure>
        ))}
      </Section>
    </>
  )
}

type Provided = Opened['provided']

function Line(props: { line: RecordLine; provided: Provided; children: React.ReactNode }) {
  const { line, provided, children } = props
  return (
    <div className="flex flex-col gap-2">
      <h3>{line.name}</h3>
      <p>
        {words.carrier(line.carrier)} · {words.falls(line.falls.length)} {words.columns.confirmed} {children}
      </p>
      <Verdicts verdicts={line.verdicts} provided={provided} />
    </div>
  )
}

function AskFor(props: { personId: string; scopeId: string; name: string }) {
  return (
    <p>
      <Anchor
        href={`/exceptions/ask?person=${props.personId}&scope=${props.scopeId}`}
        aria-label={exceptionWords.askAbout(props.name)}
        className="inline-block py-2.5"
      >
        {exceptionWords.ask}
      </Anchor>
    </p>
  )
}

function Chain({ account }: { account: RecordAccount }) {
  if (!account.chain || account.chain.length < 2) return null
  return (
    <ChainDiagram
      title={words.chain(account.name)}
      hops={account.chain.map((hop) => ({ kind: hop.kind, name: hop.name, by: hop.by && stepWords[hop.by] }))}
    />
  )
}

function Verdicts({ verdicts, provided }: { verdicts: readonly LineVerdict[]; provided: Provided }) {
  return (
    <ul className="flex max-w-measure flex-col gap-1">
      {verdicts.map((verdict) => (
        <li key={verdict.item} className="flex flex-wrap items-baseline gap-x-3">
          <Status verdict={verdict.verdict} />
          <span>{itemWords[verdict.item].short}</span>
          {verdict.labels.map((label) => (
            <LabelTag key={label}>{labelWords[label].tag}</LabelTag>
          ))}
          {provided.includes(verdict.item) && <LabelTag>{providedWords.tagOfRecord}</LabelTag>}
          {verdict.acceptedUntil && (
            <LabelTag>{exceptionWords.label.accepted(writtenDay(verdict.acceptedUntil))}</LabelTag>
          )}
          {verdict.exceptionAsked && <LabelTag>{exceptionWords.label.asked}</LabelTag>}
        </li>
      ))}
    </ul>
  )
}
