import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { AnsweredForNote } from '@/app/ui/answered-for'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { LevelMark } from '@/app/ui/status'
import { allows } from '@/lib/access/permissions'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type AccountPage, readAccount } from '@/lib/accounts/queries'
import { appOfService } from '@/lib/messaging/queries'
import { accountsPage, accountPage as words } from '@/lib/words/accounts'
import { AsApp } from './as-app'
import { History } from './history'
import { Remove, Visibility } from './holding'
import { Next } from './next'
import { Known, Said } from './said'
import { Items, Verdicts, Weakest } from './why'

export const metadata: Metadata = { title: accountsPage.title }

export default async function Account({ params, searchParams }: PageProps<'/accounts/[id]'>) {
  const actor = await requireActor('accounts:read:own')
  const { timeZone } = (await requireSignedIn()).organisation
  const { id } = await params
  const { saved } = await searchParams
  const account = await orNotFound(readAccount(actor, id))
  const app = allows(actor, 'pieces:read:own') ? await appOfService(actor, account.entry.serviceId) : null
  return (
    <Page
      title={account.name}
      aside={account.service ?? undefined}
      lead={leadOf(account)}
      actions={<ButtonLink href={`/accounts/${id}/edit`}>{words.edit}</ButtonLink>}
    >
      {typeof saved === 'string' && <Saved account={account} what={saved} />}
      <AnsweredForNote answered={account.answeredFor} timeZone={timeZone} own={!actor.onBehalfOf} />
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <LevelMark level={account.level} atBest={account.atBest} />
        <span>{words.ways(account.waysIn)}</span>
      </p>
      <Next account={account} actor={actor} />
      <Weakest account={account} />
      <Verdicts account={account} actor={actor} />
      <Known account={account} />
      <AsApp serviceId={account.entry.serviceId} app={app} />
      {!actor.onBehalfOf && <Visibility account={account} />}
      <Section title={words.all}>
        <div className="flex flex-col gap-2">
          <Items account={account} actor={actor} />
          <Said account={account} />
          <History account={account} timeZone={timeZone} />
          <Remove account={account} />
        </div>
      </Section>
    </Page>
  )
}

function leadOf({ name, throughName, entry, ...account }: AccountPage): string {
  const { signsInBy } = entry.facts
  if (signsInBy === 'another_account' && throughName) return words.through(name, throughName)
  if (signsInBy === 'employer_single_sign_on') return words.employer(name)
  return words.lead(name, account)
}

/** What saving did, in words. Told from what is stored, so that it can be read again and needs nothing of the address. */
function Saved({ account, what }: { account: AccountPage; what: string }) {
  const says = savedSays(account, what)
  if (says.length === 0) return null
  return (
    <Notice kind="done">
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

function savedSays({ latest }: AccountPage, what: string): string[] {
  const { saved } = words
  if (what === 'recorded' || what === 'confirmed' || what === 'restored') return [saved[what]]
  if (what === 'shown' || what === 'hidden') return [saved[what]]
  if (what !== 'revised' || !latest) return []
  const effects = Object.entries(saved.effects).flatMap(([effect, says]) => {
    const names = latest.effects.filter((each) => each.what === effect).map(({ name }) => name)
    return names.length > 0 ? [says(names)] : []
  })
  const fewer = latest.waysBefore - latest.waysAfter
  if (fewer > 0) return [...effects, saved.closed(fewer)]
  if (fewer < 0) return [...effects, saved.opened(-fewer)]
  return effects.length > 0 ? effects : [saved.same]
}
