import { ChainDiagram } from '@/app/ui/chain-diagram'
import { Disclosure } from '@/app/ui/disclosure'
import type { LineInList } from '@/lib/lines/reading'
import { linePage as words } from '@/lib/words/lines'
import { chainSentence, stepWords } from '@/lib/words/ways-in'

/** Drawn at most; the others are told in sentences. */
const mostDrawn = 3

/** The accounts that fall with the number, each chain drawn once: one that goes on is not drawn without its end. */
export function Falls({ falls }: Pick<LineInList, 'falls'>) {
  if (falls.length === 0) return <p className="max-w-measure">{words.falls.none}</p>
  const whole = falls.filter(
    ({ accountId }) => !falls.some(({ chain }) => chain.slice(0, -1).some((hop) => hop.id === accountId)),
  )
  const rest = whole.slice(mostDrawn)
  return (
    <div className="flex flex-col gap-6">
      {whole.slice(0, mostDrawn).map(({ accountId, chain }) => (
        <figure key={accountId} className="flex flex-col gap-2">
          <ChainDiagram
            title={chainSentence(chain)}
            hops={chain.map(({ kind, name, by }) => ({ kind, name, by: by && stepWords[by] }))}
          />
          <figcaption className="max-w-measure">{chainSentence(chain)}</figcaption>
        </figure>
      ))}
      {rest.length > 0 && (
        <Disclosure title={words.falls.more(rest.length)}>
          <ul className="flex flex-col gap-2">
            {rest.map(({ accountId, chain }) => (
              <li key={accountId}>{chainSentence(chain)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
