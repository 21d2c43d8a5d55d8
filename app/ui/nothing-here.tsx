import { notFound } from '@/lib/words/shell'
import { ButtonLink } from './button-link'
import { Page } from './page-frame'

/** The same for what does not exist and for what is not yours. */
export function NothingHere() {
  return (
    <Page
      title={notFound.title}
      lead={notFound.lead}
      actions={
        <ButtonLink href="/" tone="main">
          {notFound.back}
        </ButtonLink>
      }
    />
  )
}
