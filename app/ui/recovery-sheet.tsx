'use client'
import { useEffect } from 'react'
import { sheetWords } from '@/lib/words/recovery-sheet'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { Section } from './page-frame'

/** The recovery sheet, shown once: leaving the page is asked about until it is put away. */
export function RecoverySheet(props: { code: string; organisation?: string; putAway: () => void }) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  const address = typeof window === 'undefined' ? '' : `${window.location.origin}/recover`
  return (
    <Section title={sheetWords.title} lead={sheetWords.lead}>
      <div className="flex max-w-measure flex-col gap-3 border-2 border-edge bg-surface p-4">
        <h3>{sheetWords.heading(props.organisation ?? '')}</h3>
        <CopyButton text={props.code} label={sheetWords.code} />
        <p>{sheetWords.how(address)}</p>
        <p>{sheetWords.keep}</p>
        <p>{sheetWords.ends}</p>
      </div>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => window.print()}>{sheetWords.print}</Button>
        <Button tone="main" onClick={props.putAway}>
          {sheetWords.putAway}
        </Button>
      </div>
    </Section>
  )
}
