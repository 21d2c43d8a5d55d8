import type { Metadata } from 'next'
import { NeedsScript } from '@/app/ui/needs-script'
import { Page } from '@/app/ui/page-frame'
import { requireActor } from '@/lib/access/session'
import { spareWords } from '@/lib/words/entry'
import { AddSpare } from './add-spare'

export const metadata: Metadata = { title: spareWords.title }

export default async function SparePage() {
  await requireActor('passkeys:revise:own')
  return (
    <Page title={spareWords.title} lead={spareWords.lead}>
      <p className="max-w-measure">{spareWords.ideas}</p>
      <AddSpare />
      <NeedsScript />
    </Page>
  )
}
