import type { Metadata } from 'next'
import { notFound } from '@/lib/words/shell'
import { ButtonLink } from './ui/button'
import { Page } from './ui/page-frame'
import { Entrance } from './ui/shell'

export const metadata: Metadata = { title: notFound.title }

/** The same for what does not exist and for what is not yours. */
export default function NotFound() {
  return (
    <Entrance>
      <Page
        title={notFound.title}
        lead={notFound.lead}
        actions={
          <ButtonLink href="/" tone="main">
            {notFound.back}
          </ButtonLink>
        }
      />
    </Entrance>
  )
}
