import { type AskedAt, trapsAt, trapsOf, trapWords } from '@/lib/words/traps'
import { Disclosure } from './disclosure'

/** Beside a question of a form: what is easily got wrong there, folded away. */
export function Traps({ at }: { at: AskedAt }) {
  return (
    <Disclosure title={trapWords.title}>
      {trapsAt(at).map(({ question, traps }) => (
        <section key={question} className="flex flex-col gap-1">
          <p className="font-semibold">{question}</p>
          <TrapList traps={traps} />
        </section>
      ))}
    </Disclosure>
  )
}

/** Beside a verdict: the same, of one item; nothing where its question says it. */
export function TrapsOfItem({ item }: { item: string }) {
  const found = trapsOf(item)
  if (!found) return null
  return (
    <Disclosure title={trapWords.title}>
      <p>{trapWords.asked(found.question)}</p>
      <TrapList traps={found.traps} />
    </Disclosure>
  )
}

function TrapList({ traps }: { traps: readonly string[] }) {
  return (
    <ul className="ml-6 list-disc">
      {traps.map((trap) => (
        <li key={trap}>{trap}</li>
      ))}
    </ul>
  )
}
