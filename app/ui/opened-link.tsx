'use client'
import { type ReactNode, useEffect, useState } from 'react'
import type { TicketKind } from '@/lib/vocabulary'
import { ceremonyWords, makeWords } from '@/lib/words/entry'
import { type Ended, openLink } from './ceremonies'
import { useLinkSecret } from './link-secret'
import { Notice } from './notice'

export type Opened = { secret: string; name: string | null; needsCode: boolean }

/** Reads the link in the address and shows what it offers, or the one sentence for whatever is wrong with it. */
export function OpenedLink(props: {
  kind: TicketKind
  /** Shown where the address holds no link at all. */
  missing: ReactNode
  children: (opened: Opened) => ReactNode
}) {
  const secret = useLinkSecret()
  // Kept once it is known: after its use the address holds it no more.
  const [read, setRead] = useState<{ secret: string; ended: Awaited<ReturnType<typeof openLink>> }>()
  useEffect(() => {
    if (!secret) return
    let wanted = true
    void openLink(secret).then((ended) => {
      if (wanted) setRead({ secret, ended })
    })
    return () => {
      wanted = false
    }
  }, [secret])
  if (!read) return secret === '' ? props.missing : <p className="text-soft">{secret && makeWords.reading}</p>
  const said = sentenceOf(read.ended, props.kind)
  if (said !== null || !read.ended.ok) {
    return (
      <Notice kind="problem" word={makeWords.linkTitle}>
        <p>{said}</p>
      </Notice>
    )
  }
  return props.children({ secret: read.secret, ...read.ended.made })
}

function sentenceOf(ended: Ended<{ kind: TicketKind }>, kind: TicketKind): string | null {
  if (!ended.ok) return ended.said
  return ended.made.kind === kind ? null : ceremonyWords.link
}
