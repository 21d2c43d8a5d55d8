import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { type AccountsPage, listAccounts } from '@/lib/accounts/queries'
import { accountsPage as words } from '@/lib/words/accounts'
import { writtenDay } from '@/lib/words/dates'
import { AccountItem } from './account-item'
import { restore } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function Accounts({ searchParams }: PageProps<'/accounts'>) {
  const actor = await requireActor('accounts:read:own')
  const { accounts, opensByNumber, openWithPassword, removed, categories, completeOn, today } =
    await listAccounts(actor)
  const { removed: justRemoved } = await searchParams
  const gone = removed.find(({ id }) => id === justRemoved)
  return (
    <Page
      title={words.title}
      lead={words.lead(opensByNumber, accounts.length, openWithPassword)}
      actions={
        <ButtonLink href="/accounts/new" tone="main">
          {accounts.length === 0 ? words.addFirst : words.add}
        </ButtonLink>
      }
    >
      {gone && (
        <Notice kind="done" word={words.removedOn(writtenDay(gone.removedOn))}>
          <PutBack account={gone} scope="gone" />
        </Notice>
      )}
      {accounts.length === 0 ? (
        <p className="max-w-measure">{words.empty}</p>
      ) : (
        <Section title={words.list}>
          <ul className="flex flex-col">
            {accounts.map((account) => (
              <AccountItem key={account.id} account={account} today={today} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.whole.title} lead={words.whole.says(categories.answered, categories.all)}>
        {completeOn && <p>{words.whole.completeOn(writtenDay(completeOn))}</p>}
        <p>
          <Anchor href="/accounts/complete">{words.whole.go}</Anchor>
        </p>
      </Section>
      <RemovedLately removed={removed.filter(({ id }) => id !== gone?.id)} />
    </Page>
  )
}

function RemovedLately({ removed }: Pick<AccountsPage, 'removed'>) {
  if (removed.length === 0) return null
  return (
    <Section title={words.removedLately}>
      <ul className="flex flex-col gap-4">
        {removed.map((account) => (
          <li key={account.id}>
            <p>{words.removedOn(writtenDay(account.removedOn))}</p>
            <PutBack account={account} scope={account.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PutBack({ account, scope }: { account: AccountsPage['removed'][number]; scope: string }) {
  return (
    <ActionForm action={restore} scope={scope} className="flex flex-wrap items-center gap-4">
      <Submission />
      <input type="hidden" name="id" value={account.id} />
      <input type="hidden" name="version" value={account.version} />
      <span className="font-semibold">{account.name}</span>
      <SubmitButton tone="plain">{words.restore}</SubmitButton>
    </ActionForm>
  )
}
