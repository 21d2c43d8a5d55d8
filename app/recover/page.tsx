import type { Metadata } from 'next'
import { Entrance } from '@/app/ui/frame'
import { NeedsScript } from '@/app/ui/needs-script'
import { Page } from '@/app/ui/page-frame'
import { isDemo } from '@/lib/access/session'
import { recoverWords } from '@/lib/words/entry'
import { Recover } from './recover'

export const metadata: Metadata = { title: recoverWords.title }

export default function RecoverPage() {
  return (
    <Entrance demo={isDemo()}>
      <Page title={recoverWords.title}>
        <Recover />
        <NeedsScript />
      </Page>
    </Entrance>
  )
}
