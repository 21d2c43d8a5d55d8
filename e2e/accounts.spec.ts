/** What a person says of their accounts: on a phone, without JavaScript, in two tabs, and what the axe finds. */
import type { Page } from '@playwright/test'
import { accountForm } from '@/lib/words/account-form'
import { accountProblems } from '@/lib/words/account-problems'
import { accountPage, accountsPage, choosing, inventoryWords } from '@/lib/words/accounts'
import { formWords } from '@/lib/words/forms'
import { notFound } from '@/lib/words/shell'
import { textProblemSentence } from '@/lib/words/text'
import { codeAppTrap } from '@/lib/words/traps'
import { authenticator, type Credential } from './authenticator'
import { setUp, signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, for it begins with an empty list. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ viewport: { width: 360, height: 740 }, allowedErrors: [/status of 404/] })

let maxs: Credential[] = []

async function enter(page: Page): Promise<void> {
  await authenticator(page, { holding: maxs })
  await signIn(page)
}
/** Presses one of the short answers. */
const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
/** What is wrong, above the form; Next has an alert of its own for the names of pages. */
const wrong = (page: Page) => page.locator('form').getByRole('alert')
const save = (page: Page) => page.getByRole('button', { name: accountForm.save }).click()

test('the list is empty, and starts with the main e-mail account', async ({ page, muster }) => {
  const key = await authenticator(page)
  await setUp(page, muster.setUpLink ?? '')
  maxs = await key.held()
  await page.goto('/accounts')
  await expect(page.getByText(accountsPage.empty)).toBeVisible()
  await noFaults(page)
  await page.getByRole('link', { name: accountsPage.addFirst }).click()
  await expect(page.getByText(choosing.emailFirst)).toBeVisible()
  await noFaults(page)
})

test('a mailbox is added in one screen; an answer that is missing is asked for, and nothing typed is lost', async ({
  page,
}) => {
  await enter(page)
  await page.goto('/accounts/new')
  await page.getByLabel(choosing.search).pressSequentially('gmail')
  await page.getByRole('link', { name: 'Google Account / Gmail' }).click()
  await expect(page.getByRole('heading', { name: accountForm.factors.title })).toBeVisible()
  await expect(page.getByRole('group', { name: accountForm.phoneLine.label })).toBeHidden()
  await answer(page, 'method.passkey', 'on')
  await answer(page, 'method.authenticator_code', 'off')
  await answer(page, 'smsSecondFactor', 'on')
  await answer(page, 'smsRecovery', 'off')
  await page.getByText(accountForm.more).click()
  await page.getByLabel(accountForm.label.label).fill('Mailbox')
  await noFaults(page)
  await save(page)

  const summary = wrong(page)
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: accountProblems.whichNumber }).click()
  await expect(page.getByLabel(accountForm.phoneLine.none)).toBeFocused()
  await expect(page.locator('input[name="method.passkey"][value="on"]')).toBeChecked()
  await expect(page.getByLabel(accountForm.label.label)).toHaveValue('Mailbox')
  await noFaults(page)
  await page.keyboard.press('Space')
  await save(page)

  await expect(page.getByRole('heading', { name: 'Mailbox', level: 1 })).toBeVisible()
  await expect(page.getByText(accountPage.saved.recorded)).toBeVisible()
  await expect(page.getByText(/^Mailbox opens by phone number/)).toBeVisible()
  await noFaults(page)
})

test('a secret in a note is refused beside the field', async ({ page }) => {
  await enter(page)
  await page.goto('/accounts/new?service=x')
  await page.getByText(accountForm.more).click()
  await page.getByLabel(accountForm.note.label).fill('the PIN is 4711')
  await save(page)
  await expect(wrong(page).getByText(textProblemSentence('pin', 'note'))).toBeVisible()
  await expect(page.getByLabel(accountForm.note.label)).toHaveValue('the PIN is 4711')
})

test('without JavaScript a service is searched, an account refused with everything kept, added and confirmed', async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page)
  const bare = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await bare.newPage()
  await plain.goto('/accounts/new')
  await plain.getByLabel(choosing.search).fill('paypal')
  await plain.getByRole('button', { name: choosing.go }).click()
  await expect(plain.getByText(choosing.found(1))).toBeVisible()
  await plain.getByRole('link', { name: choosing.otherHint }).click()
  await plain.getByLabel(accountForm.category.label).selectOption('finance')
  await expect(plain.getByLabel(accountForm.codeApp.label)).toBeHidden()
  await answer(plain, 'method.authenticator_code', 'on')
  const copied = plain.getByText(codeAppTrap.opened('google_authenticator', ['Mailbox']))
  await expect(copied).toBeHidden()
  await plain.getByLabel(accountForm.codeApp.label).selectOption('google_authenticator')
  await expect(copied).toBeVisible()
  await answer(plain, 'mailboxRecovery', 'on')
  await answer(plain, 'value', 'high')
  await save(plain)
  await expect(wrong(plain).getByText(accountProblems.nameIt)).toBeVisible()
  await expect(plain.getByLabel(accountForm.category.label)).toHaveValue('finance')
  await expect(plain.locator('input[name="mailboxRecovery"][value="on"]')).toBeChecked()
  await plain.getByLabel(accountForm.ownName.label).fill('Harbour Bank')
  await plain.getByLabel('Mailbox', { exact: true }).check()
  await save(plain)
  await expect(plain.getByText(accountPage.saved.recorded)).toBeVisible()
  await expect(plain.getByText(/^Harbour Bank opens by phone number/)).toBeVisible()
  await expect(copied).toBeVisible()
  await plain.getByRole('button', { name: accountPage.confirm }).click()
  await expect(plain.getByText(accountPage.saved.confirmed)).toBeVisible()
  await bare.close()
})

test('saving says what it closed, here and in what falls with it', async ({ page }) => {
  await enter(page)
  await page.goto('/accounts')
  await expect(page.getByText(accountsPage.lead(2, 2))).toBeVisible()
  await noFaults(page)
  await page.getByRole('link', { name: 'Mailbox' }).click()
  await page.getByRole('link', { name: accountPage.edit }).click()
  await expect(page.locator('input[name="smsSecondFactor"][value="on"]')).toBeChecked()
  await answer(page, 'smsSecondFactor', 'off')
  await save(page)
  const notice = page.getByRole('status').filter({ hasText: 'no longer' })
  await expect(notice).toContainText('Mailbox')
  await expect(notice).toContainText('Harbour Bank')
  await expect(notice).toContainText('no longer open by phone number.')
})

test('an edit from an older page shows what stands now, and can be saved over it', async ({
  page,
  context,
}) => {
  await enter(page)
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Mailbox' }).click()
  await page.getByRole('link', { name: accountPage.edit }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const other = await context.newPage()
  await other.goto(page.url())
  await answer(other, 'mailboxRecovery', 'off')
  await save(other)
  await expect(other).toHaveURL(/saved=revised/)
  await other.close()

  await answer(page, 'mailboxRecovery', 'not_sure')
  await save(page)
  await expect(wrong(page).getByText(formWords.stale)).toBeVisible()
  await expect(page.getByText(formWords.standsNow, { exact: true })).toBeVisible()
  await expect(page.locator('input[name="mailboxRecovery"][value="not_sure"]')).toBeChecked()
  await noFaults(page)
  await save(page)
  await expect(page).toHaveURL(/saved=revised/)
})

test('an account is removed after saying what that does, and put back', async ({ page }) => {
  await enter(page)
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Mailbox' }).click()
  await page.locator('summary', { hasText: accountPage.remove }).click()
  await expect(page.getByText(accountPage.removeSays.recovers(['Harbour Bank']))).toBeVisible()
  await page.getByRole('button', { name: accountPage.remove }).click()
  await expect(page).toHaveURL(/\/accounts\?removed=/)
  await expect(page.getByRole('link', { name: 'Mailbox' })).toHaveCount(0)
  await page.getByRole('button', { name: accountsPage.restore }).click()
  await expect(page.getByText(accountPage.saved.restored)).toBeVisible()
})

test('an account is opened to the security team, and closed again', async ({ page }) => {
  await enter(page)
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Harbour Bank' }).click()
  await page.getByRole('button', { name: accountPage.visibility.open }).click()
  await expect(page.getByText(accountPage.saved.shown)).toBeVisible()
  await page.getByRole('button', { name: accountPage.visibility.close }).click()
  await expect(page.getByText(accountPage.saved.hidden)).toBeVisible()
})

test('the list as a whole is answered kind by kind', async ({ page }) => {
  await enter(page)
  await page.goto('/accounts/complete')
  await page.getByLabel(inventoryWords.complete.label).check()
  await page.getByRole('button', { name: inventoryWords.save }).click()
  await expect(wrong(page)).toBeFocused()
  await expect(page.getByLabel(inventoryWords.complete.label)).toBeChecked()
  await noFaults(page)
  for (const box of await page.locator('input[name="none"]').all()) await box.check()
  await page.getByRole('button', { name: inventoryWords.save }).click()
  await expect(page.getByText(inventoryWords.saved)).toBeVisible()
  await expect(page.getByText(inventoryWords.lead(9, 9))).toBeVisible()
  await noFaults(page)

  await answer(page, 'namedFirst.microsoft', 'have')
  await answer(page, 'namedFirst.apple', 'none')
  await page.getByRole('button', { name: inventoryWords.save }).click()
  await expect(page.getByText(accountProblems.notListedYet('Microsoft')).first()).toBeVisible()
  await page.getByLabel(inventoryWords.complete.label).uncheck()
  await page.getByRole('button', { name: inventoryWords.save }).click()
  await expect(page.getByRole('link', { name: inventoryWords.three.add('Microsoft') })).toBeVisible()
  await expect(page.locator('input[name="namedFirst.apple"][value="none"]')).toBeChecked()
  await noFaults(page)
})

test('what does not exist, and what is no id at all, is not there', async ({ page }) => {
  await enter(page)
  for (const place of ['0b1e1a3a-0000-4000-8000-000000000000', 'nothing', '%00', '0b1e1a3a/edit']) {
    const response = await page.goto(`/accounts/${place}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(notFound.title)).toBeVisible()
  }
})
