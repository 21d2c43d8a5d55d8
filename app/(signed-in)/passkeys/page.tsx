import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { hasSheet, ownPasskeys } from '@/lib/passkeys/queries'
import { ownRecoveries } from '@/lib/recovery/queries'
import { passkeyWords as words } from '@/lib/words/passkeys'
import { KeptPasskey } from './kept-passkey'
import { NewSheet } from './new-sheet'
import { RecoveryNotices } from './recovery-notices'

export const metadata: Metadata = { title: words.title }

export default async function PasskeysPage({
  searchParams,
}: {
  searchParams: Promise<{ ended?: string | string[] }>
}) {
  const actor = await requireActor('passkeys:read:own')
  const { organisation } = await requireSignedIn()
  const [passkeys, recoveries, sheet, { ended }] = await Promise.all([
    ownPasskeys(actor),
    ownRecoveries(actor),
    hasSheet(actor),
    searchParams,
  ])
  const one = passkeys.length === 1
  return (
    <Page
      title={words.title}
      lead={words.lead(passkeys.length)}
      actions={
        <ButtonLink href="/passkeys/spare" tone={one ? 'main' : 'plain'}>
          {words.addSpare}
        </ButtonLink>
      }
    >
      {typeof ended === 'string' && /^\d{1,4}$/.test(ended) && (
        <Notice kind="done">
          <p>{words.removed(Number(ended))}</p>
          <p>
            <Anchor href="/sessions">{words.endOthers}</Anchor>
          </p>
        </Notice>
      )}
      <RecoveryNotices recoveries={recoveries} timeZone={organisation.timeZone} />
      {one && <p className="max-w-measure">{words.onlyOne}</p>}
      <ul className="flex max-w-measure flex-col gap-6">
        {passkeys.map((passkey, index) => (
          <KeptPasskey
            key={passkey.id}
            passkey={passkey}
            place={index + 1}
            timeZone={organisation.timeZone}
            last={one}
          />
        ))}
      </ul>
      <p className="max-w-measure text-soft">{words.makersNote}</p>
      {sheet && (
        <Section title={words.sheet.title} lead={words.sheet.lead}>
          <NewSheet organisation={organisation.name} />
        </Section>
      )}
    </Page>
  )
}
