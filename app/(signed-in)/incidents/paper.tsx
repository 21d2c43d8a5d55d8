import {
  ownLines,
  reportLines,
  reportPlaces,
  type SheetLine,
  type SheetOf,
  sheetWords as words,
} from '@/lib/words/incident-sheet'

/** The sheet on paper: one clean page, with lines to write on where nothing was said. Never on a screen. */
export function Paper({ of, sheetRef }: { of: SheetOf; sheetRef?: string }) {
  return (
    <div className="hidden flex-col gap-3 print:flex">
      <h1>{sheetRef ? `${words.title} ${sheetRef}` : words.title}</h1>
      <Lines title={words.theirs} lines={[...reportLines(of.sheet), { label: words.phone, value: '' }]} />
      <Lines title={words.ours} lines={ownLines(of)} />
      <Lines title={words.where} lines={reportPlaces(of.who)} note={words.cisa} />
      <p>{words.still}</p>
    </div>
  )
}

function Lines({ title, lines, note }: { title: string; lines: readonly SheetLine[]; note?: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p className="text-soft">{note}</p>}
      <dl>
        {lines.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-[4fr_9fr] gap-x-4 border-rule border-b py-1">
            <dt className="text-soft">{label}</dt>
            <dd className="min-h-5 whitespace-pre-wrap">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
