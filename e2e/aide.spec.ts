/** A principal and her aide: asked by address, granted with a passkey, answered, confirmed, ended; what axe finds. */
import type { Page } from '@playwright/test'
import { accountForm } from '@/lib/words/account-form'
import { accountPage, accountsPage } from '@/lib/words/accounts'
import { aideNewsWords, aidePage, aideWords, answeredForWords, scopeWords } from '@/lib/words/aide'
import { formWords } from '@/lib/words/forms'
import { navigationWords } from '@/lib/words/navigation'
import { notFound } from '@/lib/words/shell'
import { test as base, expect } from './cast'
import { noFaults } from './faults'
import { aMuster } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, so that nobody has answered for anybody. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ allowedErrors: [/status of 404/] })

const phone = { viewport: { width: 360, height: 740 } }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const band = (page: Page) => page.getByRole('region', { name: aideWords.band.label })

test('Rosa asks Theo by his address, and learns his name once he accepts', async ({ as }) => {
  // Theo is here before he is asked.
  const theo = await as('Theo')
  const rosa = await as('Rosa', phone)
  await rosa.goto('/aide')
  await expect(rosa.getByText(aidePage.lead(0))).toBeVisible()
  await press(rosa, aidePage.ask.button)
  await expect(rosa.getByRole('alert').filter({ hasText: formWords.nothingSaved })).toBeFocused()
  await noFaults(rosa)
  await rosa.getByLabel(aidePage.ask.address).fill('theo@example.org')
  await rosa.getByLabel(scopeWords.accounts).check()
  await rosa.getByLabel(aidePage.ask.endsOn).fill(inDays(30))
  await press(rosa, aidePage.ask.button)
  await expect(rosa.getByText(aidePage.ask.done)).toBeVisible()
  await expect(rosa.getByRole('heading', { name: 'theo@example.org' })).toBeVisible()
  await noFaults(rosa)

  await theo.goto('/today')
  await expect(theo.getByText(aideNewsWords.asked(1))).toBeVisible()
  await theo.goto('/aide')
  await press(theo, aidePage.answered.acceptNamed('Rosa'))
  await expect(theo.getByText(aidePage.answered.accepted('Rosa'))).toBeVisible()
  await noFaults(theo)

  await rosa.goto('/aide')
  await expect(rosa.getByRole('heading', { name: 'Theo' })).toBeVisible()
  await press(rosa, aidePage.grant('Theo'))
  await expect(rosa.getByText(aidePage.lead(1))).toBeVisible()
  await noFaults(rosa)
})

test('Theo answers for Rosa: a band says so on every page, and nothing else is there', async ({ as }) => {
  const theo = await as('Theo', phone)
  await theo.goto('/aide')
  await press(theo, aidePage.answered.begin('Rosa'))
  await expect(theo).toHaveURL(/\/accounts$/)
  await expect(band(theo)).toContainText(aideWords.band.for('Rosa'))
  await noFaults(theo)
  for (const place of ['/today', '/lines', '/passkeys', '/sessions', '/who-looked']) {
    await theo.goto(place)
    await expect(theo.getByRole('heading', { name: notFound.title })).toBeVisible()
    await expect(band(theo)).toBeVisible()
  }
  await theo.goto('/accounts/new?service=fastmail')
  await theo.locator('input[name="smsSecondFactor"][value="off"]').check()
  await press(theo, accountForm.save)
  await expect(theo).toHaveURL(/saved=recorded/)
  await expect(band(theo)).toBeVisible()
  await noFaults(theo)
  await press(theo, aideWords.band.stop)
  await expect(theo).toHaveURL(/\/aide$/)
  await expect(band(theo)).toBeHidden()
  await theo.goto('/accounts')
  await expect(theo.getByText('Fastmail')).toBeHidden()
})

test('what he typed for Rosa in one tab is not saved for himself from another', async ({ as }) => {
  const theo = await as('Theo')
  await theo.goto('/accounts/new?service=proton')
  const other = await theo.context().newPage()
  await other.goto('/aide')
  await press(other, aidePage.answered.begin('Rosa'))
  await expect(band(other)).toBeVisible()
  await expect(theo.getByText(aideWords.otherTab)).toBeVisible()
  await press(theo, accountForm.save)
  await expect(theo.getByRole('alert').filter({ hasText: formWords.drawnForAnother })).toBeVisible()
  await expect(theo).not.toHaveURL(/saved/)
  await other.goto('/accounts')
  await expect(other.getByText('Proton')).toBeHidden()
  await press(other, aideWords.band.stop)
  await expect(other).toHaveURL(/\/aide$/)
})

test('Rosa sees who answered, confirms with one tap, and ends it while Theo has a form open', async ({
  as,
}) => {
  const theo = await as('Theo')
  await theo.goto('/aide')
  await press(theo, aidePage.answered.begin('Rosa'))
  await theo.goto('/accounts/new?service=proton')

  const rosa = await as('Rosa', phone)
  await rosa.goto('/today')
  await expect(rosa.getByText(aideNewsWords.unconfirmed(1))).toBeVisible()
  await rosa.goto('/accounts')
  await expect(rosa.getByText(answeredForWords.tag)).toBeVisible()
  await rosa.getByRole('link', { name: 'Fastmail' }).click()
  await expect(rosa.getByText(/^Theo answered for you on/)).toBeVisible()
  await noFaults(rosa)
  await rosa.goto('/aide')
  await noFaults(rosa)
  await press(rosa, aidePage.waiting.confirmNamed('Fastmail'))
  await expect(rosa.getByText(aidePage.waiting.confirmed)).toBeVisible()
  await expect(rosa.getByRole('heading', { name: aidePage.waiting.title })).toBeHidden()
  await press(rosa, aidePage.endNamed('Theo'))
  await expect(rosa.getByText(aidePage.ended)).toBeVisible()
  await expect(rosa.getByText(aidePage.lead(0))).toBeVisible()

  await press(theo, accountForm.save)
  await expect(theo.getByRole('heading', { name: notFound.title })).toBeVisible()
  await theo.goto('/accounts')
  await expect(theo.getByText(aideWords.band.ended)).toBeVisible()
  await expect(theo.getByRole('link', { name: navigationWords.accounts, exact: true })).toBeHidden()
  await noFaults(theo)
  await press(theo, aideWords.band.stop)
  await theo.goto('/accounts')
  await expect(theo.getByRole('heading', { name: accountsPage.title, level: 1 })).toBeVisible()
  await expect(theo.getByText('Fastmail')).toBeHidden()

  await rosa.goto('/accounts')
  await rosa.getByRole('link', { name: 'Fastmail' }).click()
  await expect(rosa.getByText(/^Theo answered for you on/)).toBeHidden()
  await expect(rosa.getByText(accountPage.history, { exact: true })).toBeVisible()
})
