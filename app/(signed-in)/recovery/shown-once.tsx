'use client'
import type { ReactNode } from 'react'
import { useAnswers } from '@/app/ui/action-form'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/notice'

/** A code or link that came back from the form around, with what to do with it. Gone with the next page. */
export function ShownOnce(props: {
  field: 'code' | 'path'
  title: string
  label: string
  /** Put before what came back. */
  origin?: string
  children: ReactNode
}) {
  const { result } = useAnswers()
  if (typeof result !== 'object' || result === null || !(props.field in result)) return null
  const text = String(Object.entries(result).find(([field]) => field === props.field)?.[1])
  return (
    <Notice kind="care" word={props.title}>
      {props.children}
      <CopyButton text={`${props.origin ?? ''}${text}`} label={props.label} />
    </Notice>
  )
}
