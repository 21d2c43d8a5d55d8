import type { UnknownKind, Verdict } from '@/lib/vocabulary'
import { writtenDay } from '@/lib/words/dates'
import { exceptionWords } from '@/lib/words/exceptions'
import { guidanceWords, itemWords, labelWords } from '@/lib/words/guidance'
import { capital } from '@/lib/words/numbers'
import { providedWords } from '@/lib/words/provided'
import { unknownWords } from '@/lib/words/shell'
import { Anchor } from './anchor'
import { LabelTag, Status } from './status'
import { TrapsOfItem } from './traps'

/** What the organisation provides itself: beside a verdict, and above the steps of an action. */
export type ProvidedItem = { item: string; text: string; since: string }

export type Judged = {
  item: keyof typeof itemWords
  verdict: Verdict
  labels: readonly (keyof typeof labelWords)[]
  unknownKind: UnknownKind | null
  /** The last day on which it is accepted though it falls short. */
  acceptedUntil?: string | null
  exceptionAsked?: boolean
}

/**
 * Verdicts one by one: what the guidance asks for, how it stands, why, and where it is written. `ask`: where an exception
 * is asked for, or null for what needs none.
 */
export function Judgements({
  judged,
  provided,
  ask,
}: {
  judged: readonly Judged[]
  /** What the organisation provides itself, by item. */
  provided: readonly ProvidedItem[]
  ask?: (judged: Pick<Judged, 'item' | 'verdict'>) => string | null
}) {
  return (
    <ul className="flex max-w-measure flex-col">
      {judged.map(({ item, verdict, labels, unknownKind, ...exception }) => (
        <li key={item} className="flex flex-col gap-1 border-rule border-b py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h3>{itemWords[item].short}</h3>
            <Status verdict={verdict} />
          </div>
          <p>{guidanceWords.aim(itemWords[item].asks)}</p>
          {unknownKind && <p className="text-soft">{capital(unknownWords[unknownKind])}.</p>}
          {labels.map((label) => (
            <p key={label} className="flex flex-wrap items-baseline gap-x-2">
              <LabelTag>{labelWords[label].tag}</LabelTag>
              <span>{labelWords[label].says}</span>
            </p>
          ))}
          {provided
            .filter((one) => one.item === item)
            .map(({ text, since }) => (
              <p key={text} className="flex flex-wrap items-baseline gap-x-2">
                <LabelTag>{providedWords.tag}</LabelTag>
                <span>{providedWords.says(text, writtenDay(since))}</span>
              </p>
            ))}
          <BesideVerdict {...exception} />
          <TrapsOfItem item={item} />
          {!exception.acceptedUntil && !exception.exceptionAsked && (
            <Ask href={ask?.({ item, verdict }) ?? null} item={item} />
          )}
          <p className="text-aside text-soft">{guidanceWords.cited(itemWords[item].paragraph)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Accepted until a day, or asked for: a label beside the verdict, never in its place. */
function BesideVerdict({ acceptedUntil, exceptionAsked }: Pick<Judged, 'acceptedUntil' | 'exceptionAsked'>) {
  const { label } = exceptionWords
  return (
    <>
      {acceptedUntil && (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <LabelTag>{label.accepted(writtenDay(acceptedUntil))}</LabelTag>
          <span>{label.acceptedSays}</span>
        </p>
      )}
      {exceptionAsked && (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <LabelTag>{label.asked}</LabelTag>
          <span>{label.askedSays}</span>
        </p>
      )}
    </>
  )
}

function Ask({ href, item }: { href: string | null; item: Judged['item'] }) {
  if (href === null) return null
  return (
    <p>
      <Anchor
        href={href}
        aria-label={exceptionWords.askAbout(itemWords[item].short)}
        className="inline-block py-2.5"
      >
        {exceptionWords.ask}
      </Anchor>
    </p>
  )
}
