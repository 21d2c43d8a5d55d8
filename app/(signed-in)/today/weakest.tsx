import { ChainDiagram } from '@/app/ui/chain-diagram'
import { Section } from '@/app/ui/page-frame'
import type { TodayPage } from '@/lib/today/queries'
import { todayWords } from '@/lib/words/today'
import { chainSentence, stepWords, waySentence } from '@/lib/words/ways-in'

const words = todayWords.weakest

/** The weakest way in, drawn as a chain, and what it comes to in two sentences. */
export function Weakest({ page: { weakest, notKnown } }: { page: TodayPage }) {
  if (!weakest) {
    return (
      <Section title={words.title}>
        <p className="max-w-measure">
          {words.none} {notKnown > 0 && words.noneWhy}
        </p>
      </Section>
    )
  }
  const { way, numberMoves, pin } = weakest
  return (
    <Section title={words.title}>
      {way.chain.length > 1 && (
        <ChainDiagram
          title={chainSentence(way.chain)}
          hops={way.chain.map(({ kind, name, by }) => ({ kind, name, by: by && stepWords[by] }))}
        />
      )}
      <p className="max-w-measure">
        {waySentence(way, numberMoves)} {pin && words.pin[pin]}
      </p>
    </Section>
  )
}
