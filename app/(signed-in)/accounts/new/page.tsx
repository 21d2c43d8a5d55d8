import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { KeptSelect, KeptText } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import type { Actor } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { startValues } from '@/lib/accounts/form'
import { type AccountChoices, accountChoices } from '@/lib/accounts/queries'
import { defaultsFor } from '@/lib/services/rules'
import { categories } from '@/lib/vocabulary'
import { categoryWords } from '@/lib/words/account-answers'
import { accountForm as words } from '@/lib/words/account-form'
import { choosing } from '@/lib/words/accounts'
import { AccountForm } from '../account-form'
import { record } from '../actions'
import { ServicePicker } from './service-picker'

export const metadata: Metadata = { title: choosing.title }

/** In the address: a service that is not in the list. */
const unlisted = 'other'

export default async function NewAccount({ searchParams }: PageProps<'/accounts/new'>) {
  const actor = await requireActor('accounts:read:own')
  const { service, q } = await searchParams
  if (typeof service === 'string') return <FormFor actor={actor} asked={service} />
  const { accounts } = await accountChoices(actor, null)
  return <ServicePicker asked={typeof q === 'string' ? q : ''} first={accounts.length === 0} />
}

async function FormFor({ actor, asked }: { actor: Actor; asked: string }) {
  const choices = await accountChoices(actor, asked === unlisted ? null : asked)
  const { service } = choices
  if (!service && asked !== unlisted) notFound()
  return (
    <Page title={service ? words.newTitle(service.name) : words.newOther} lead={words.newLead}>
      <AccountForm
        action={record}
        choices={choices}
        values={startWith(choices)}
        hidden={{ serviceId: service?.id ?? '' }}
      >
        {choices.atService > 0 && <p className="text-soft">{words.again(choices.atService)}</p>}
        {!service && <NamedFreely />}
      </AccountForm>
    </Page>
  )
}

/** Nothing is answered for the person; where the service opens through another of theirs, that one is chosen. */
function startWith({ service, accounts }: AccountChoices) {
  const { facts, signsInThrough } = defaultsFor(service)
  const through = signsInThrough && accounts.find(({ serviceId }) => serviceId === signsInThrough)
  const values = startValues({
    serviceId: service?.id ?? null,
    ownName: '',
    label: '',
    note: '',
    visibility: 'counted_only',
    facts: { ...facts, throughAccountId: through ? through.id : null },
  })
  // Nobody has said "not sure" yet.
  return facts.value === 'not_sure' ? { ...values, value: '' } : values
}

function NamedFreely() {
  return (
    <>
      <KeptText {...words.ownName} name="ownName" maxLength={80} />
      <KeptSelect
        name="category"
        label={words.category.label}
        value="other"
        options={categories.map((value) => ({ value, label: categoryWords[value] }))}
      />
    </>
  )
}
