import type { ReactNode } from 'react'
import { noticeWords } from '@/lib/words/shell'
import { Shape } from './marks'

export type NoticeKind = 'done' | 'note' | 'care' | 'problem'

/** Something said beside the page's matter: its word and shape come first, its colour last. */
export function Notice(props: {
  kind: NoticeKind
  /** Instead of the kind's own word: "Saved", "Note", "Take care", "Not saved". */
  word?: string
  children: ReactNode
}) {
  const look = looks[props.kind]
  return (
    <div role={look.role} className={`max-w-measure border-l-4 bg-sunken px-4 py-3 ${look.border}`}>
      <p className={`flex items-center gap-2 font-semibold ${look.text}`}>
        <Shape name={look.shape} className={look.fill} />
        {props.word ?? noticeWords[props.kind]}
      </p>
      <div className="flex flex-col gap-2">{props.children}</div>
    </div>
  )
}

const looks = {
  done: { role: 'status', shape: 'disc', border: 'border-met', text: 'text-met', fill: 'text-met' },
  note: { role: undefined, shape: 'ring', border: 'border-accent', text: 'text-ink', fill: 'text-accent' },
  care: { role: undefined, shape: 'half', border: 'border-partly', text: 'text-partly', fill: 'text-partly' },
  problem: {
    role: 'alert',
    shape: 'triangle',
    border: 'border-unmet',
    text: 'text-unmet',
    fill: 'text-unmet',
  },
} as const
