import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { KeptSelect, KeptText, KeptVersion } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { requireActor } from '@/lib/access/session'
import { besides } from '@/lib/accounts/code-apps'
import { startValues } from '@/lib/accounts/form'
import { accountChoices, readAccount } from '@/lib/accounts/queries'
import { categories } from '@/lib/vocabulary'
import { categoryWords } from '@/lib/words/account-answers'
import { accountForm as words } from '@/lib/words/account-form'
import { accountPage } from '@/lib/words/accounts'
import { AccountForm } from '../../account-form'
import { revise } from '../../actions'

export const metadata: Metadata = { title: accountPage.edit }

export default async function EditAccount({ params }: PageProps<'/accounts/[id]/edit'>) {
  const actor = await requireActor('accounts:revise:own')
  const { id } = await params
  const account = await orNotFound(readAccount(actor, id))
  const { entry } = account
  const choices = await accountChoices(actor, entry.serviceId)
  const others = {
    ...choices,
    atService: 0,
    accounts: choices.accounts.filter((each) => each.id !== id),
    codeCopies: besides(id, choices.codeCopies),
  }
  return (
    <Page title={words.editTitle(account.name)} lead={words.editLead}>
      <AccountForm
        action={revise}
        choices={others}
        values={startValues(entry)}
        facts={entry.facts}
        hidden={{ id, serviceId: entry.serviceId ?? '' }}
      >
        <KeptVersion version={account.version} />
        {entry.serviceId === null && (
          <>
            <KeptText {...words.ownName} name="ownName" value={entry.ownName} maxLength={80} />
            <KeptSelect
              name="category"
              label={words.category.label}
              value={entry.facts.category}
              options={categories.map((value) => ({ value, label: categoryWords[value] }))}
            />
          </>
        )}
      </AccountForm>
    </Page>
  )
}
