/** The first page: where somebody new starts, the one next thing, putting it off, and what is left when it is done. */
import type { Page } from '@playwright/test'
import { accountForm } from '@/lib/words/account-form'
import { actionWords } from '@/lib/words/actions'
import { formWords } from '@/lib/words/forms'
import { lineForm } from '@/lib/words/line-form'
import { linePage } from '@/lib/words/lines'
import { closesSentence } from '@/lib/words/posture'
import { form } from '@/lib/words/shell'
import { todayWords } from '@/lib/words/today'
import { authenticator, type Credential } from './authenticator'
import { invite, join, setUp, signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ viewport: { width: 360, height: 740 } })

let sams: Credential[] = []

async function enter(page: Page): Promise<void> {
  await authenticator(page, { holding: sams })
  await signIn(page)
}
const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
const says = (page: Page, sentence: string) => expect(page.getByText(sentence, { exact: true })).toBeVisible()
const card = (page: Page) => page.locator('section').filter({ hasText: 'Do this next' })
const pinTitle = actionWords.set_carrier_pin.title('My phone ending 41')

test('somebody who is not signed in is asked to', async ({ page }) => {
  await page.goto('/today')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('Sam, who is new, starts with the phone number, then the mailbox', async ({
  page,
  browser,
  baseURL,
  muster,
}) => {
  const maxs = await browser.newContext({ baseURL })
  const max = await maxs.newPage()
  await authenticator(max)
  await setUp(max, muster.setUpLink ?? '')
  const link = await invite(max, 'Sam', 'sam@example.org')
  await maxs.close()

  const key = await authenticator(page)
  await join(page, link)
  sams = await key.held()
  await page.goto('/')
  await expect(page).toHaveURL(/\/today$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Good (morning|afternoon|evening), Sam\.$/,
  )
  await says(page, todayWords.start.line.why)
  await noFaults(page)
  await page.getByRole('link', { name: todayWords.start.line.button }).click()
  await page.locator('[name="lastDigits"]').fill('41')
  await answer(page, 'accountPin', 'not_set')
  await page.getByRole('button', { name: lineForm.save }).click()
  await expect(page).toHaveURL(/saved=recorded/)

  await page.goto('/today')
  await says(page, todayWords.start.account.why)
  await noFaults(page)
  await page.goto('/accounts/new?service=fastmail')
  await answer(page, 'smsSecondFactor', 'on')
  await answer(page, 'smsRecovery', 'off')
  await page.getByLabel('My phone ending 41').check()
  await page.getByRole('button', { name: accountForm.save }).click()
  await expect(page).toHaveURL(/saved=recorded/)
})

test('the page says what opens by number, draws the way in, and names the one next thing', async ({
  page,
}) => {
  await enter(page)
  await expect(page).toHaveURL(/\/today$/)
  await says(page, 'Your one account opens with your phone number.')
  await expect(page.getByRole('heading', { name: pinTitle })).toBeVisible()
  await expect(card(page).getByText(closesSentence(1, ['Fastmail']))).toBeVisible()
  await expect(page.getByText(todayWords.weakest.pin.not_met)).toBeVisible()
  await expect(
    page.getByRole('img', { name: 'A text to My phone ending 41 opens Fastmail.' }).filter({ visible: true }),
  ).toHaveCount(1)
  await noFaults(page)
  await page.getByText(todayWords.next.how).click()
  await expect(card(page).locator('ol li')).toHaveCount(4)
  await noFaults(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await noFaults(page)
})

test('what is put off makes room for the next best, and can be taken up again', async ({ page }) => {
  await enter(page)
  await page.getByRole('button', { name: todayWords.next.notNow }).click()
  await expect(page.getByRole('heading', { name: todayWords.putOff.title })).toBeVisible()
  await expect(page.getByRole('status').getByRole('link', { name: todayWords.putOff.see })).toBeVisible()
  await expect(card(page).getByRole('heading', { name: pinTitle })).toHaveCount(0)
  const second = (await card(page).getByRole('heading').first().textContent()) ?? ''
  expect(second).not.toBe('')

  await page.getByText(todayWords.next.cannot).click()
  await page.getByRole('button', { name: todayWords.next.offerNext }).click()
  await expect(page.locator('form').getByRole('alert')).toBeFocused()
  await page.getByLabel(todayWords.next.reasons.service_does_not_offer.label).check()
  await noFaults(page)
  await page.getByRole('button', { name: todayWords.next.offerNext }).click()
  await expect(card(page).getByRole('heading', { name: second })).toHaveCount(0)
  await noFaults(page)

  await page.getByRole('button', { name: todayWords.putOff.takeUpNamed(pinTitle) }).click()
  await expect(card(page).getByRole('heading', { name: pinTitle })).toBeVisible()
  await page.reload()
  await expect(card(page).getByRole('heading', { name: pinTitle })).toBeVisible()
})

test('without JavaScript the steps are there, it can be put off, and done', async ({
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
  await plain.goto('/today')
  await plain.getByRole('button', { name: todayWords.next.notNow }).click()
  await expect(card(plain).getByRole('heading', { name: pinTitle })).toHaveCount(0)
  await plain.getByRole('button', { name: todayWords.putOff.takeUpNamed(pinTitle) }).click()
  await expect(card(plain).getByRole('heading', { name: pinTitle })).toBeVisible()
  await plain.getByText(todayWords.next.how).click()
  await plain.getByRole('link', { name: todayWords.next.say }).click()
  await plain.getByRole('button', { name: linePage.next.done }).click()
  await expect(plain.getByText(linePage.saved.closed(1))).toBeVisible()
  await plain.goto('/today')
  await expect(plain.getByText(todayWords.weakest.pin.met)).toBeVisible()
  await expect(card(plain).getByRole('heading', { name: pinTitle })).toHaveCount(0)
  await bare.close()
})

test('whoever was signed out over a form signs in beside it, and saves what was typed', async ({ page }) => {
  await enter(page)
  await page.goto('/lines')
  await page.getByRole('link', { name: 'My phone ending 41' }).click()
  await page.getByRole('link', { name: linePage.edit }).click()
  // A name without a gap, as long as one may be: no page grows wider by it.
  await page.locator('[name="label"]').fill('M'.repeat(80))
  await page.context().clearCookies()
  await page.getByRole('button', { name: lineForm.save }).click()
  await expect(page.getByText(formWords.signedOut)).toBeVisible()
  await expect(page.getByRole('heading', { name: form.problemsAtAll })).toBeVisible()
  await expect(page.getByRole('link', { name: formWords.signInBeside })).toHaveAttribute('target', '_blank')
  const beside = await page.context().newPage()
  await authenticator(beside, { holding: sams })
  await signIn(beside)
  await page.getByRole('button', { name: lineForm.save }).click()
  await expect(page).toHaveURL(/saved=revised/)
  for (const place of ['/today', '/lines', '/pieces']) {
    await page.goto(place)
    await expect(page.getByRole('link', { name: 'M'.repeat(80) }).first()).toBeVisible()
    await noFaults(page)
  }
})
