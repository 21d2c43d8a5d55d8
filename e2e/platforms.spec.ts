/** What a platform owner says of the messages the organisation sends: on a phone, without JavaScript, in two tabs. */
import type { Page } from '@playwright/test'
import { formWords } from '@/lib/words/forms'
import { registerForms, registerFormWords } from '@/lib/words/platform-form'
import { platformProblems } from '@/lib/words/platform-problems'
import {
  ctiaWords,
  registerActionWords,
  registerEntryPage,
  registerPage,
  registerSections,
} from '@/lib/words/platforms'
import { notFound } from '@/lib/words/shell'
import { authenticator, type Credential } from './authenticator'
import { signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import { firstAdministrator } from './members'
import type { Muster } from './server'
import { plain } from './visitor'

/** A server of this file's own, for the register begins empty. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ viewport: { width: 360, height: 740 }, allowedErrors: [/status of 404/] })

const held: Record<string, Credential[]> = {}

async function enter(page: Page, who = 'kim'): Promise<void> {
  await authenticator(page, { holding: held[who] ?? [] })
  await signIn(page)
}
const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()
const wrong = (page: Page) => page.locator('form').getByRole('alert')
const save = (page: Page) => page.getByRole('button', { name: registerFormWords.save, exact: true }).click()
const saved = (page: Page, what: keyof typeof registerPage.saved, name: string) =>
  expect(page.getByText(registerPage.saved[what](name))).toBeVisible()

test('Kim of the security team and Ada the auditor join', async ({ browser, muster, baseURL }) => {
  const max = await firstAdministrator(muster)
  for (const [who, role] of [
    ['kim', 'security'],
    ['ada', 'auditor'],
  ] as const) {
    const email = `${who}@example.org`
    const made = await max.submit('/people/new', 'name="email"', {
      name: who,
      email,
      unitId: '',
      tier: 'standard',
    })
    const link = /\/join#[\w-]{43}/.exec(plain(made.text))?.[0] ?? ''
    const found = await max.submit('/settings/roles', 'name="text"', { text: email })
    const at = /settings\/roles\?who=[\w-]+(?=")/.exec(
      found.text.slice(found.text.indexOf('role="status"')),
    )?.[0]
    const id = /name="personId" value="([\w-]{36})"/.exec((await max.ask(`/${at}`)).text)?.[1] ?? ''
    const context = await browser.newContext({ baseURL })
    const page = await context.newPage()
    const key = await authenticator(page)
    await page.goto(link)
    for (const press of ['Make a passkey', 'Sign in with it'])
      await page.getByRole('button', { name: press, exact: true }).click()
    await expect(page).toHaveURL(/spare/)
    held[who] = await key.held()
    await context.close()
    await max.confirm(`role.grant:${id}`)
    await max.submit(`/${at}`, 'name="personId"', { role })
  }
})

test('the register is empty, and asks one thing first', async ({ page }) => {
  await enter(page)
  await page.goto('/platforms')
  await expect(page.getByText(registerPage.unasked)).toBeVisible()
  await expect(page.getByText(ctiaWords.voluntary)).toBeVisible()
  await noFaults(page)
  await answer(page, 'sends', 'yes')
  await save(page)
  await expect(page.getByRole('heading', { name: registerActionWords.add_platform.title('') })).toBeVisible()
  await noFaults(page)
})

test('a platform that offers texts alone, and who signs in there: one text is content, the other is not', async ({
  page,
}) => {
  await enter(page)
  await page.goto('/platforms/new?kind=platform')
  await expect(field(page, 'fidoOffered')).toBeHidden()
  await field(page, 'serviceId').selectOption('other')
  await expect(field(page, 'fidoOffered')).toBeVisible()
  await field(page, 'serviceId').selectOption('sinch')
  await answer(page, 'mfaRequired', 'no')
  await answer(page, 'allListed', 'yes')
  await noFaults(page)
  await save(page)
  await saved(page, 'recorded', 'Sinch')
  await expect(page.getByText(registerPage.textsOnly('Sinch'))).toBeVisible()

  await page.getByRole('link', { name: registerSections.account.add }).click()
  await expect(field(page, 'platformId')).not.toHaveValue('')
  await expect(field(page, 'methods')).toBeHidden()
  await expect(field(page, 'thirdPartyId')).toBeHidden()
  await answer(page, 'heldBy', 'agency')
  await expect(field(page, 'thirdPartyId')).toBeVisible()
  await noFaults(page)
  await answer(page, 'heldBy', 'staff')
  await answer(page, 'shows', 'methods')
  await expect(field(page, 'methods')).toBeVisible()
  await answer(page, 'smsRecovery', 'off')
  await noFaults(page)
  await save(page)
  await expect(wrong(page)).toBeFocused()
  await expect(page.locator('input[name="shows"][value="methods"]')).toBeChecked()
  await field(page, 'label').fill('Night desk')
  await save(page)
  await wrong(page).getByRole('link', { name: platformProblems.whichMethods }).click()
  await answer(page, 'methods', 'sms_code')
  await save(page)
  await saved(page, 'recorded', 'Night desk')

  await page.getByRole('link', { name: 'Night desk', exact: true }).click()
  const verdict = (item: string) =>
    page.locator('li').filter({ has: page.getByRole('heading', { name: item }) })
  await expect(verdict('Who can sign in')).toContainText('met')
  await expect(verdict('Who can sign in')).not.toContainText('not met')
  await expect(verdict('The same sign-ins')).toContainText('not met')
  await noFaults(page)
})

test('a key is known by its name; its end is refused, and a suspicion cannot wait', async ({ page }) => {
  await enter(page)
  await page.goto('/platforms/new?kind=credential')
  await field(page, 'name').fill('Reminders, ends in 8f3a')
  await answer(page, 'watched', 'yes')
  await answer(page, 'compromise', 'suspected')
  await expect(field(page, 'actionOn')).toBeVisible()
  await save(page)
  await expect(wrong(page).getByText(platformProblems.tail)).toBeVisible()
  await expect(page.locator('input[name="compromise"][value="suspected"]')).toBeChecked()
  await noFaults(page)
  await field(page, 'name').fill('Reminders')
  await save(page)
  await saved(page, 'recorded', 'Reminders')
  await expect(
    page.getByRole('heading', { name: registerActionWords.act_on_compromise.title('Reminders') }),
  ).toBeVisible()
  await noFaults(page)

  await page.getByRole('link', { name: registerPage.answer }).first().click()
  await field(page, 'action').fill('A new one is in place')
  await field(page, 'actionOn').fill('2026-01-02')
  await answer(page, 'whereKept', 'secret_store')
  await save(page)
  await saved(page, 'revised', 'Reminders')
  await expect(
    page.getByRole('heading', { name: registerActionWords.act_on_compromise.title('Reminders') }),
  ).toHaveCount(0)
})

test('an edit from an older page shows what stands now, and can be saved over it', async ({
  page,
  context,
}) => {
  await enter(page)
  await page.goto('/platforms')
  await page.getByRole('link', { name: 'Reminders', exact: true }).click()
  await page.getByRole('link', { name: registerEntryPage.edit }).click()
  await expect(page.locator('input[name="whereKept"][value="secret_store"]')).toBeChecked()
  const other = await context.newPage()
  await other.goto(page.url())
  await field(other, 'owner').fill('Duty officer')
  await save(other)
  await saved(other, 'revised', 'Reminders')
  await other.close()

  await field(page, 'purpose').fill('Reminds of appointments')
  await save(page)
  await expect(wrong(page).getByText(formWords.stale)).toBeVisible()
  await expect(page.getByText('Duty officer')).toBeVisible()
  await expect(field(page, 'purpose')).toHaveValue('Reminds of appointments')
  await noFaults(page)
  await save(page)
  await saved(page, 'revised', 'Reminders')
})

test('without JavaScript the rest is said: third party, watching, training; one is taken out and put back', async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page)
  const bare = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    storageState: await page.context().storageState(),
  })
  const plainPage = await bare.newPage()
  const add = (kind: string) => plainPage.goto(`/platforms/new?kind=${kind}`)
  await add('third_party')
  await field(plainPage, 'party').fill('Harbour Print')
  await answer(plainPage, 'agreement', 'signed')
  for (const clause of ['coversUse', 'coversProtection', 'coversSharing'])
    await answer(plainPage, clause, 'yes')
  await field(plainPage, 'endsOn').fill('2020-01-01')
  await field(plainPage, 'signedOn').fill('2021-01-01')
  await save(plainPage)
  await expect(wrong(plainPage).getByText(platformProblems.endsBefore)).toBeVisible()
  await field(plainPage, 'endsOn').fill('')
  await save(plainPage)
  await saved(plainPage, 'recorded', 'Harbour Print')

  await add('monitoring')
  await answer(plainPage, 'activityWatched', 'yes')
  await answer(plainPage, 'unwantedWatched', 'yes')
  await answer(plainPage, 'audited', 'no')
  await save(plainPage)
  await add('monitoring')
  await expect(plainPage).toHaveURL(/\/edit$/)
  await add('training')
  await field(plainPage, 'topic').fill('Messages in our name')
  await answer(plainPage, 'audience', 'whole_team')
  await field(plainPage, 'givenOn').fill(new Date().toISOString().slice(0, 10))
  await field(plainPage, 'people').fill('13')
  await field(plainPage, 'of').fill('12')
  await save(plainPage)
  await expect(wrong(plainPage).getByText(platformProblems.moreThanAll)).toBeVisible()
  await field(plainPage, 'people').fill('12')
  await save(plainPage)
  await saved(plainPage, 'recorded', 'Messages in our name')

  await plainPage.getByRole('link', { name: 'Harbour Print' }).click()
  await plainPage.locator('summary', { hasText: registerEntryPage.remove }).click()
  await plainPage.getByRole('button', { name: registerEntryPage.remove }).click()
  await expect(plainPage).toHaveURL(/\/platforms\?removed=/)
  await plainPage.getByRole('button', { name: registerPage.restore }).click()
  await saved(plainPage, 'restored', 'Harbour Print')
  await plainPage.getByRole('button', { name: registerPage.confirmAll(1) }).click()
  await saved(plainPage, 'confirmed', 'Sinch')
  await bare.close()
})

test('Ada reads all of it and changes nothing', async ({ page }) => {
  await enter(page, 'ada')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/platforms')
  await expect(page.getByText(registerPage.readsOnly)).toBeVisible()
  await expect(page.locator('main form')).toHaveCount(0)
  await expect(page.getByRole('link', { name: registerForms.platform.add })).toHaveCount(0)
  await noFaults(page)
  await page.getByRole('link', { name: 'Reminders', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Reminders', level: 1 })).toBeVisible()
  await expect(page.locator('main form')).toHaveCount(0)
  await noFaults(page)
})

test('what does not exist, and what is no id at all, is not there', async ({ page }) => {
  await enter(page)
  for (const place of ['0b1e1a3a-0000-4000-8000-000000000000', 'nothing', '0b1e1a3a/edit']) {
    const response = await page.goto(`/platforms/${place}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(notFound.title)).toBeVisible()
  }
})
