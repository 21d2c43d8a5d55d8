import type { UnknownKind, Verdict } from '@/lib/vocabulary'
import { guidanceWords, itemWords, labelWords } from '@/lib/words/guidance'
import { capital } from '@/lib/words/numbers'
import { unknownWords } from '@/lib/words/shell'
import { LabelTag, Status } from './status'

export type Judged = {
  item: keyof typeof itemWords
  verdict: Verdict
  labels: readonly (keyof typeof labelWords)[]
  unknownKind: UnknownKind | null
}

/** Verdicts one by one: what the guidance asks for, how it stands, why, and where it is written. */
export function Judgements({ judged }: { judged: readonly Judged[] }) {
  return (
    <ul className="flex max-w-measure flex-col">
      {judged.map(({ item, verdict, labels, unknownKind }) => (
        <li key={item} className="flex flex-col gap-1 border-rule border-b py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h3>{itemWords[item].short}</h3>
            <Status verdict={verdict} />
          </div>
          <p>{itemWords[item].asks}</p>
          {unknownKind && <p className="text-soft">{capital(unknownWords[unknownKind])}.</p>}
          {labels.map((label) => (
            <p key={label} className="flex flex-wrap items-baseline gap-x-2">
              <LabelTag>{labelWords[label].tag}</LabelTag>
              <span>{labelWords[label].says}</span>
            </p>
          ))}
          <p className="text-aside text-soft">{guidanceWords.cited(itemWords[item].paragraph)}</p>
        </li>
      ))}
    </ul>
  )
}
