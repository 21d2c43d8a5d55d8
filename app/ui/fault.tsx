import type { ReactNode } from 'react'
import { fault } from '@/lib/words/shell'
import { Page } from './page-frame'

/** A fault of ours: what was kept, what to do, and the number under which the log has it. */
export function Fault({ error, again }: { error: unknown; again?: ReactNode }) {
  const number =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  return (
    <Page
      title={fault.title}
      lead={fault.lead}
      actions={
        <>
          {again}
          {/* A whole new page: what is in memory is what failed. */}
          <a href="/" className="press bg-surface text-ink">
            {fault.back}
          </a>
        </>
      }
    >
      {number && <p className="max-w-measure">{fault.reference(number)}</p>}
    </Page>
  )
}
