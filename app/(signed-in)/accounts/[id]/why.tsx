import { Anchor } from '@/app/ui/anchor'
import { ChainDiagram } from '@/app/ui/chain-diagram'
import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import type { Actor } from '@/lib/access/actor'
import type { AccountPage } from '@/lib/accounts/queries'
import type { AccountVerdict } from '@/lib/accounts/reading'
import { besideTotal } from '@/lib/exceptions/rules'
import { accountPage as words } from '@/lib/words/accounts'
import { capital } from '@/lib/words/numbers'
import { chainSentence, stepWords, techniqueWords, waySentence } from '@/lib/words/ways-in'
import { placeToAsk } from '../../exceptions/place'
import { Judged } from '../../provided/judged'

/** What the guidance comes to for this account: the totals of General 2 and General 3. */
export function Verdicts({ account, actor }: { account: AccountPage; actor: Actor }) {
  return (
    <Section title={words.why}>
      <Judged
        actor={actor}
        judged={account.verdicts.filter(isTotal).map((total) => besideTotal(total, account.verdicts))}
        ask={placeToAsk(actor, account.id)}
      />
    </Section>
  )
}

/** Each item by itself, folded away. */
export function Items({ account, actor }: { account: AccountPage; actor: Actor }) {
  return (
    <Disclosure title={words.items}>
      <Judged
        actor={actor}
        judged={account.verdicts.filter((verdict) => !isTotal(verdict))}
        ask={placeToAsk(actor, account.id)}
      />
    </Disclosure>
  )
}

const isTotal = ({ item }: AccountVerdict) => item === 'G2' || item === 'G3'

/** The weakest way in, drawn and told, and the others behind it. */
export function Weakest({ account }: { account: AccountPage }) {
  const { weakest } = account
  if (!weakest) return null
  const moves = account.ways.some(({ startsWith }) => startsWith === 'number_moved')
  return (
    <Section title={words.weakest}>
      {weakest.chain.length > 1 && (
        <ChainDiagram
          title={chainSentence(weakest.chain)}
          hops={weakest.chain.map(({ kind, name, by }) => ({ kind, name, by: by && stepWords[by] }))}
        />
      )}
      <p className="max-w-measure">{waySentence(weakest, moves)}</p>
      {account.bringsDown.length > 0 && (
        <p className="max-w-measure">{words.bringsDown(account.bringsDown.map(({ name }) => name))}</p>
      )}
      {account.fallsWith.length > 0 && (
        <div className="flex flex-wrap items-baseline gap-x-6">
          <p>{words.fallsWith(account.fallsWith.length)}</p>
          <ul className="contents">
            {account.fallsWith.map(({ id, name }) => (
              <li key={id}>
                <Anchor href={`/accounts/${id}`} className="inline-block py-2.5">
                  {name}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      )}
      {account.ways.length > 1 && (
        <Disclosure title={words.allWays(account.ways.length)}>
          <ol className="ml-6 list-decimal">
            {account.ways.map((way) => (
              <li key={`${way.startsWith} ${way.chain.map(({ id }) => id).join()}`} className="py-1">
                {capital(techniqueWords[way.startsWith])}
                {way.chain.length > 1 ? `: ${chainSentence(way.chain)}` : '.'}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Section>
  )
}
