import { Anchor } from '@/app/ui/anchor'
import { KeptAnswer } from '@/app/ui/kept'
import type { WholeList } from '@/lib/accounts/whole-list'
import { namedFirstWords } from '@/lib/words/account-answers'
import { inventoryWords } from '@/lib/words/accounts'
import { guidanceWords, itemWords } from '@/lib/words/guidance'

const words = inventoryWords.three
type Asked = WholeList['namedFirst'][number]

/** Microsoft, Apple, Google (G2.2): what is listed answers for itself, the others are asked about. */
export function ThreeNamedFirst({ three }: { three: readonly Asked[] }) {
  const missing = three.filter(({ listed, answer }) => !listed && answer === 'have')
  return (
    <section className="flex flex-col gap-2">
      <h2>{words.title}</h2>
      <p className="max-w-measure text-soft">
        {words.lead} {guidanceWords.cited(itemWords['G2.2'].paragraph)}
      </p>
      <div className="flex flex-col">
        {three.map((asked) =>
          asked.listed ? (
            <p key={asked.which} className="max-w-measure border-rule border-b py-2">
              {words.listed(namedFirstWords[asked.which])}
            </p>
          ) : (
            <KeptAnswer
              key={asked.which}
              name={`namedFirst.${asked.which}`}
              label={namedFirstWords[asked.which]}
              hint={besideAnswer(asked)}
              value={asked.answer === 'unanswered' ? null : asked.answer}
              choices={[
                { value: 'have', label: words.have },
                { value: 'none', label: words.none },
              ]}
            />
          ),
        )}
      </div>
      {missing.map(({ which }) => (
        <p key={which}>
          <Anchor href={`/accounts/new?service=${which}`} className="inline-block py-2">
            {words.add(namedFirstWords[which])}
          </Anchor>
        </p>
      ))}
    </section>
  )
}

/** Asked once more, kindly, where a phone of that maker is listed. The answer stands all the same. */
function besideAnswer({ which, answer, phone }: Asked): string | undefined {
  if (!phone || which === 'microsoft' || answer === 'have') return undefined
  return answer === 'none' ? words.really[which] : words.phoneListed[which]
}
