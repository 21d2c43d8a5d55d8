'use client'
import type { ReactNode } from 'react'
import { useAnswers } from '@/app/ui/action-form'
import { RecoverySheet } from '@/app/ui/recovery-sheet'

/** The sheet in place of the button that made it, until it is put away. */
export function MadeSheet(props: { organisation: string; notice: ReactNode; children: ReactNode }) {
  const { result } = useAnswers()
  const code = result && typeof result === 'object' && 'code' in result ? String(result.code) : null
  if (code === null) return props.children
  return (
    <>
      {props.notice}
      <RecoverySheet
        code={code}
        organisation={props.organisation}
        putAway={() => window.location.assign('/passkeys')}
      />
    </>
  )
}
