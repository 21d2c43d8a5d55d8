import { Disclosure } from '@/app/ui/disclosure'
import { LabelTag, Status } from '@/app/ui/status'
import type { RegisterJudgement } from '@/lib/platforms/rules'
import type { RegisterItem } from '@/lib/platforms/wholes'
import { guidanceWords } from '@/lib/words/guidance'
import { capital } from '@/lib/words/numbers'
import { ctiaWords, labelSaid, registerItemWords, registerPage as words } from '@/lib/words/platforms'
import { unknownWords } from '@/lib/words/shell'
import { Tags } from './listed'

const practices = [
  ['C1', []],
  ['C2', ['C2a', 'C2b', 'C2c']],
  ['C3', []],
  ['C4', []],
] as const satisfies readonly (readonly [RegisterItem, readonly RegisterItem[]])[]

/** The four practices one by one, the first under both texts, the second with its three parts. */
export function Practices({ verdicts }: { verdicts: readonly RegisterJudgement[] }) {
  const of = (item: RegisterItem) => verdicts.find((judged) => judged.item === item)
  return (
    <ul className="flex max-w-measure flex-col">
      {practices.map(([item, parts]) => {
        const judged = of(item)
        const byCisa = item === 'C1' ? of('C1.cisa') : undefined
        return (
          judged && (
            <li key={item} className="flex flex-col gap-1 border-rule border-b py-4 first:pt-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <h3>{registerItemWords[item].short}</h3>
                {!byCisa && <Status verdict={judged.verdict} />}
              </div>
              {byCisa && <TwoTexts ctia={judged} cisa={byCisa} />}
              <p>{guidanceWords.aim(registerItemWords[item].asks)}</p>
              <Reasons judged={byCisa ? [judged, byCisa] : [judged]} />
              {parts.map((part) => {
                const found = of(part)
                return found && <Part key={part} judged={found} />
              })}
              <p className="text-aside text-soft">
                {ctiaWords.cited(registerItemWords[item].paragraph)}
                {byCisa && `. ${ctiaWords.cited2}`}
              </p>
            </li>
          )
        )
      })}
    </ul>
  )
}

/** Both verdicts on the same sign-ins, side by side. */
function TwoTexts({ ctia, cisa }: { ctia: RegisterJudgement; cisa: RegisterJudgement }) {
  return (
    <dl className="my-1 grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {[
        { text: words.byCtia, judged: ctia },
        { text: words.byCisa, judged: cisa },
      ].map(({ text, judged }) => (
        <div key={text} className="border border-rule bg-surface px-3 py-2">
          <dt className="text-soft">{capital(text)}</dt>
          <dd>
            <Status verdict={judged.verdict} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Part({ judged }: { judged: RegisterJudgement }) {
  return (
    <div className="ml-4 flex flex-col gap-1 border-rule border-l-2 pl-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h4 className="font-normal">{registerItemWords[judged.item].short}</h4>
        <Status verdict={judged.verdict} />
      </div>
    </div>
  )
}

/** The tags in one row, and what they mean folded away. */
function Reasons({ judged }: { judged: readonly RegisterJudgement[] }) {
  if (judged.every(({ labels, unknownKind }) => labels.length === 0 && unknownKind === null)) return null
  return (
    <>
      <Tags judged={judged} />
      <Disclosure title={words.why}>
        {judged.length > 1 && <p>{words.twoTexts}</p>}
        {judged.map((each) => (
          <Why key={each.item} judged={each} />
        ))}
      </Disclosure>
    </>
  )
}

/** Why a verdict is what it is: the kind of unknown, and each label with its sentence. */
export function Why({ judged }: { judged: RegisterJudgement }) {
  const { item, labels, unknownKind } = judged
  return (
    <>
      {unknownKind && <p className="text-soft">{capital(unknownWords[unknownKind])}.</p>}
      {labels.map((label) => (
        <p key={label} className="flex flex-wrap items-baseline gap-x-2">
          <LabelTag>{labelSaid(item, label).tag}</LabelTag>
          <span>{labelSaid(item, label).says}</span>
        </p>
      ))}
    </>
  )
}
