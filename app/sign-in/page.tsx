import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Anchor } from '@/app/ui/anchor'
import { Disclosure } from '@/app/ui/disclosure'
import { Entrance } from '@/app/ui/frame'
import { NeedsScript } from '@/app/ui/needs-script'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { carriedSession } from '@/lib/access/auth'
import { isDemo, signedIn } from '@/lib/access/session'
import { signInWords } from '@/lib/words/entry'
import { SignIn } from './sign-in'

export const metadata: Metadata = { title: signInWords.title }

export default async function SignInPage() {
  if (await signedIn()) redirect('/')
  const carried = await carriedSession()
  const { lost, otherDevice } = signInWords
  return (
    <Entrance demo={isDemo()}>
      <Page title={signInWords.title} lead={signInWords.lead}>
        {carried && (
          <Notice kind="note">
            <p>{signInWords.ended}</p>
          </Notice>
        )}
        <SignIn />
        <NeedsScript />
        <div className="flex flex-col">
          <Disclosure title={otherDevice.title}>
            <p>{otherDevice.text}</p>
          </Disclosure>
          <Disclosure title={lost.title}>
            <p>{lost.text}</p>
            <p>
              <Anchor href="/recover">{lost.sheet}</Anchor>
            </p>
          </Disclosure>
        </div>
      </Page>
    </Entrance>
  )
}
