'use client'
import type { ReactNode } from 'react'
import { useAnswers } from '@/app/ui/action-form'
import { Notice } from '@/app/ui/notice'
import { RecoverySheet } from '@/app/ui/recovery-sheet'
import { passkeyWords as words } from '@/lib/words/passkeys'

/** The sheet in place of the button that made it, until it is put away. */
export function MadeSheet(props: { organisation: string; children: ReactNode }) {
  const { result } = useAnswers()
  const code = result && typeof result === 'object' && 'code' in result ? String(result.code) : null
  if (code === null) return props.children
  return (
    <>
      <Notice kind="care">
        <p>{words.sheet.made}</p>
      </Notice>
      <RecoverySheet
        code={code}
        organisation={props.organisation}
        putAway={() => window.location.assign('/passkeys')}
      />
    </>
  )
}
