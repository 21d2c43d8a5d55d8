import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import type { aideNews } from '@/lib/aide/queries'
import { aideNewsWords as words } from '@/lib/words/aide'

/** Who asks to be answered for, whom one may answer for, and answers that wait for one's own word. */
export function AideNews({ news }: { news: Awaited<ReturnType<typeof aideNews>> }) {
  const says = (['asked', 'unconfirmed', 'granted'] as const).filter((what) => news[what] > 0)
  if (says.length === 0) return null
  return (
    <Notice kind="note">
      {says.map((what) => (
        <p key={what}>{words[what](news[what])}</p>
      ))}
      <p>
        <Anchor href="/aide">{words.open}</Anchor>
      </p>
    </Notice>
  )
}
