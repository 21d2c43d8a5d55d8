/** What a person says of their phone lines: on a phone, without JavaScript, in two tabs, and what axe finds. */
import type { Page } from '@playwright/test'
import { accountForm } from '@/lib/words/account-form'
import { formWords } from '@/lib/words/forms'
import { lineForm } from '@/lib/words/line-form'
import { lineProblems } from '@/lib/words/line-problems'
import { linePage, linesPage, lookAlikeWords } from '@/lib/words/lines'
import { heldNumberSentence } from '@/lib/words/posture'
import { notFound } from '@/lib/words/shell'
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
const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()
/** What is wrong, above the form; Next has an alert of its own for the names of pages. */
const wrong = (page: Page) => page.locator('form').getByRole('alert')
const save = (page: Page) => page.getByRole('button', { name: lineForm.save }).click()

test('the list is empty, and says why the number comes first', async ({ page, muster }) => {
  const key = await authenticator(page)
  await setUp(page, muster.setUpLink ?? '')
  maxs = await key.held()
  await page.goto('/lines')
  await expect(page.getByText(linesPage.empty)).toBeVisible()
  await noFaults(page)
  await page.getByRole('link', { name: linesPage.addFirst }).click()
  await expect(field(page, 'label')).toHaveValue(lineForm.firstLabel)
})

test('questions follow from answers; a number is refused and nothing typed is lost', async ({ page }) => {
  await enter(page)
  await page.goto('/lines/new')
  await expect(field(page, 'pinIs')).toBeHidden()
  await expect(field(page, 'ownCarrier')).toBeHidden()
  await field(page, 'carrierId').selectOption('other')
  await expect(field(page, 'ownCarrier')).toBeVisible()
  await field(page, 'carrierId').selectOption('verizon')
  await expect(field(page, 'ownCarrier')).toBeHidden()
  await answer(page, 'kind', 'esim')
  await answer(page, 'accountHolder', 'me')
  await answer(page, 'accountPin', 'set')
  await expect(page.locator('input[name="pinIs"]')).toHaveCount(8)
  await expect(field(page, 'pinSetOn')).toBeHidden()
  await answer(page, 'pinIs', 'account_pin')
  await expect(field(page, 'pinSetOn')).toBeVisible()
  await answer(page, 'pinIs', 'sim_card_pin')
  await field(page, 'lastDigits').fill('6641')
  await noFaults(page)
  await save(page)

  await expect(wrong(page)).toBeFocused()
  await wrong(page).getByRole('link', { name: lineProblems.twoDigits }).click()
  await expect(field(page, 'lastDigits')).toBeFocused()
  await expect(field(page, 'carrierId')).toHaveValue('verizon')
  await expect(page.locator('input[name="pinIs"][value="sim_card_pin"]')).toBeChecked()
  await noFaults(page)
  await field(page, 'lastDigits').fill('41')
  await save(page)

  await expect(page.getByRole('heading', { name: 'My phone ending 41', level: 1 })).toBeVisible()
  await expect(page.getByText(lookAlikeWords.sim_card_pin.not)).toBeVisible()
  await noFaults(page)
})

test('a problem among the folded questions unfolds them', async ({ page }) => {
  await enter(page)
  await page.goto('/lines/new')
  await page.getByText(lineForm.more).click()
  await answer(page, 'usedFor', 'both')
  await field(page, 'note').fill('the PIN is 4711')
  await page.getByText(lineForm.more).click()
  await expect(field(page, 'note')).toBeHidden()
  await save(page)
  await expect(wrong(page)).toBeFocused()
  await expect(field(page, 'note')).toBeVisible()
  await expect(field(page, 'note')).toHaveValue('the PIN is 4711')
  await expect(page.locator('input[name="usedFor"][value="both"]')).toBeChecked()
})

test('an account that takes texts there falls with it; one tap says that the PIN is set', async ({
  page,
}) => {
  await enter(page)
  await page.goto('/accounts/new?service=fastmail')
  await answer(page, 'smsSecondFactor', 'on')
  await answer(page, 'smsRecovery', 'off')
  await page.getByLabel('My phone ending 41').check()
  await page.getByRole('button', { name: accountForm.save }).click()
  await expect(page).toHaveURL(/saved=recorded/)

  await page.goto('/lines')
  await expect(page.getByText(linesPage.falls(['Fastmail'], false))).toBeVisible()
  await noFaults(page)
  await page.getByRole('link', { name: 'My phone ending 41' }).click()
  await expect(page.getByText(linePage.lead(1, true))).toBeVisible()
  await noFaults(page)
  await page.getByRole('button', { name: linePage.next.done }).click()
  await expect(page.getByText(heldNumberSentence(['Fastmail']))).toBeVisible()
  await expect(page.getByText(linePage.saved.closed(1))).toBeVisible()
  await expect(page.getByText(linePage.lead(1, false))).toBeVisible()
  await noFaults(page)
})

test('an edit from an older page shows what stands now, and can be saved over it', async ({
  page,
  context,
}) => {
  await enter(page)
  await page.goto('/lines')
  await page.getByRole('link', { name: 'My phone ending 41' }).click()
  await page.getByRole('link', { name: linePage.edit }).click()
  await expect(page.locator('input[name="pinIs"][value="account_pin"]')).toBeChecked()
  const other = await context.newPage()
  await other.goto(page.url())
  await field(other, 'label').fill('Own phone')
  await save(other)
  await expect(other).toHaveURL(/saved=revised/)
  await other.close()

  await answer(page, 'portOutLock', 'on')
  await save(page)
  await expect(wrong(page).getByText(formWords.stale)).toBeVisible()
  await expect(page.getByText('Own phone')).toBeVisible()
  await expect(page.locator('input[name="portOutLock"][value="on"]')).toBeChecked()
  await noFaults(page)
  await save(page)
  await expect(page).toHaveURL(/saved=revised/)
})

test('without JavaScript a line is added, refused with everything kept, confirmed, removed and put back', async ({
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
  await plain.goto('/lines/new')
  await field(plain, 'label').fill('Work 417')
  await answer(plain, 'accountPin', 'not_set')
  await save(plain)
  await expect(wrong(plain).getByText(lineProblems.numberInLabel)).toBeVisible()
  await expect(plain.locator('input[name="accountPin"][value="not_set"]')).toBeChecked()
  await field(plain, 'label').fill('Work phone')
  await save(plain)
  await expect(plain.getByText(linePage.saved.recorded(0))).toBeVisible()
  await plain.getByRole('button', { name: linePage.confirm }).click()
  await expect(plain.getByText(linePage.saved.confirmed)).toBeVisible()
  await plain.locator('summary', { hasText: linePage.remove }).click()
  await expect(plain.getByText(linePage.removeSays([]))).toBeVisible()
  await plain.getByRole('button', { name: linePage.remove }).click()
  await expect(plain).toHaveURL(/\/lines\?removed=/)
  await expect(plain.getByRole('link', { name: 'Work phone' })).toHaveCount(0)
  await plain.getByRole('button', { name: linesPage.restore }).click()
  await expect(plain.getByText(linePage.saved.restored)).toBeVisible()
  await bare.close()
})

test('what does not exist, and what is no id at all, is not there', async ({ page }) => {
  await enter(page)
  for (const place of ['0b1e1a3a-0000-4000-8000-000000000000', 'nothing', '0b1e1a3a/edit']) {
    const response = await page.goto(`/lines/${place}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(notFound.title)).toBeVisible()
  }
})
