import type { Metadata } from 'next'
import { Entrance } from '@/app/ui/frame'
import { NeedsScript } from '@/app/ui/needs-script'
import { Page } from '@/app/ui/page-frame'
import { isDemo } from '@/lib/access/session'
import { setUpWords } from '@/lib/words/entry'
import { SetUp } from './set-up'

export const metadata: Metadata = { title: setUpWords.title }

export default function SetUpPage() {
  return (
    <Entrance demo={isDemo()}>
      <Page title={setUpWords.title}>
        <SetUp />
        <NeedsScript />
      </Page>
    </Entrance>
  )
}
