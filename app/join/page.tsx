import type { Metadata } from 'next'
import { Entrance } from '@/app/ui/frame'
import { NeedsScript } from '@/app/ui/needs-script'
import { Page } from '@/app/ui/page-frame'
import { isDemo } from '@/lib/access/session'
import { joinWords } from '@/lib/words/entry'
import { Join } from './join'

export const metadata: Metadata = { title: joinWords.title }

export default function JoinPage() {
  return (
    <Entrance demo={isDemo()}>
      <Page title={joinWords.title}>
        <Join />
        <NeedsScript />
      </Page>
    </Entrance>
  )
}
