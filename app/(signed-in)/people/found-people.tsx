'use client'
import { useAnswers } from '@/app/ui/action-form'
import type { Found } from '@/lib/people/queries/search'
import { listWords as words } from '@/lib/words/people'
import { PeopleTable } from './people-table'

/** What the search around has found. */
export function FoundPeople({ today, interval }: { today: string; interval: number }) {
  const { result } = useAnswers()
  if (!isFound(result)) return null
  return (
    <div className="flex flex-col gap-2" role="status">
      {result.tooShort ? (
        <p>{words.search.tooShort}</p>
      ) : (
        <>
          {result.rows.length > 0 && <p>{words.search.found(result.rows.length)}</p>}
          {result.more && <p className="text-soft">{words.search.more}</p>}
          <PeopleTable
            caption={words.foundCaption}
            rows={result.rows}
            today={today}
            interval={interval}
            empty={words.search.nobody}
          />
        </>
      )}
    </div>
  )
}

const isFound = (result: unknown): result is Found =>
  typeof result === 'object' && result !== null && 'rows' in result && 'tooShort' in result
