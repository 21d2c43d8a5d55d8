'use client'
import { useAnswers } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import type { FoundForOffice as Found } from '@/lib/organisation/administering'
import { rolesWords } from '@/lib/words/settings'

const words = rolesWords.search

/** Whom the search around has found: each leads to the choice of a role. */
export function FoundForOffice() {
  const { result } = useAnswers()
  if (!isFound(result)) return null
  return (
    <div role="status" className="flex flex-col gap-1">
      {result.tooShort && <p>{words.tooShort}</p>}
      {!result.tooShort && result.rows.length === 0 && <p>{words.nobody}</p>}
      <ul>
        {result.rows.map(({ ref, name }) => (
          <li key={ref}>
            <Anchor href={`/settings/roles?who=${ref}`} className="inline-block py-2.5">
              {words.choose(name)}
            </Anchor>
          </li>
        ))}
      </ul>
      {result.more && <p className="text-soft">{words.more}</p>}
    </div>
  )
}

const isFound = (result: unknown): result is Found =>
  typeof result === 'object' && result !== null && 'rows' in result && 'tooShort' in result
