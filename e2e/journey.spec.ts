/**
 * The whole story, once through: set-up, import, joining, an inventory whose chain is spelt out, mending it, leadership's
 * page that moves with the next snapshot, and the auditor's file that has the rows.
 */
import fs from 'node:fs'
import type { Browser, Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { accountForm } from '@/lib/words/account-form'
import { exportWords } from '@/lib/words/exports'
import { exceptedWords, ownVerdictWords } from '@/lib/words/leadership'
import { lineForm } from '@/lib/words/line-form'
import { overviewWords } from '@/lib/words/overview'
import { importWords, peopleWords } from '@/lib/words/people'
import { rolesWords } from '@/lib/words/settings'
import { todayWords } from '@/lib/words/today'
import { authenticator, type Credential } from './authenticator'
import { invite, join, setUp, signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

const keys = new Map<string, Credential[]>()
const links = new Map<string, string>()
const others = ['Bela Hart', 'Chidi Moss', 'Dana Field', 'Edo Lake', 'Fay Stone', 'Gil Marsh', 'Hana Wood']
/** The text of something that has some. */
const said = async (at: Locator) => {
  await expect(at).not.toBeEmpty()
  return (await at.textContent())?.trim() ?? ''
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Says the answer of a question, wherever it is folded away. */
const answer = (page: Page, name: string, value: string) =>
  page
    .locator(`[name="${name}"][value="${value}"]`)
    .evaluate((control) => (control as HTMLInputElement).click())
async function as(browser: Browser, baseURL: string | undefined, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await authenticator(page, { holding: keys.get(name) ?? [] })
  await signIn(page)
  return page
}
/** Joins with the link that was handed over, on a device of one's own. */
async function joins(browser: Browser, baseURL: string | undefined, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  const key = await authenticator(page)
  await join(page, links.get(name) ?? '')
  keys.set(name, await key.held())
  return page
}

test('Max sets up and makes Kim the security team', async ({ page, browser, baseURL, muster }) => {
  const key = await authenticator(page)
  await setUp(page, muster.setUpLink ?? '')
  links.set('Kim', await invite(page, 'Kim', 'kim@example.org'))
  await grant(page, 'Kim', 'security')
  keys.set('Max', await key.held())
  const kim = await joins(browser, baseURL, 'Kim')
  await kim.goto('/people')
  await expect(kim.getByRole('heading', { name: peopleWords.title })).toBeVisible()
  await noFaults(kim)
})

async function grant(page: Page, name: string, role: string) {
  await page.goto('/settings/roles')
  await page.getByLabel(rolesWords.search.label).fill(name)
  await button(page, rolesWords.search.button).click()
  await page.getByRole('link', { name: rolesWords.search.choose(name) }).click()
  await answer(page, 'role', role)
  await button(page, rolesWords.grant.button).click()
  await expect(page.getByText(rolesWords.grant.done)).toBeVisible()
}

test('Kim imports people from a file: looked at first, then all at once', async ({ browser, baseURL }) => {
  const page = await as(browser, baseURL, 'Kim')
  await page.goto('/people/import')
  const names = ['Sam Sailor', 'Lee', 'Ada', ...others]
  const rows = names.map((name) => `${name},${name.replace(' ', '.').toLowerCase()}@example.org,Field,`)
  const file = (lines: string[]) => ({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
  await page.setInputFiles(
    'input[type=file]',
    file(['name,email,unit,tier', ...rows, 'Nobody,not an address,Field,']),
  )
  await button(page, importWords.look).click()
  await expect(page.getByText(/Line 12, email/).first()).toBeVisible()
  await page.setInputFiles('input[type=file]', file(['name,email,unit,tier', ...rows]))
  await button(page, importWords.look).click()
  await expect(page.getByText(importWords.previewLead(10))).toBeVisible()
  await noFaults(page)
  await page.getByLabel(importWords.addUnits(1)).check()
  await button(page, importWords.apply(10)).click()
  await expect(page.getByText(importWords.doneTitle(10))).toBeVisible()
  for (const row of await page.locator('tbody tr').all()) {
    links.set(await said(row.locator('th')), await said(row.locator('td')))
  }
  expect([...links.keys()]).toEqual(expect.arrayContaining(names))
})

test('Max makes Lee leadership and Ada auditor', async ({ browser, baseURL }) => {
  const page = await as(browser, baseURL, 'Max')
  await grant(page, 'Lee', 'leadership')
  await grant(page, 'Ada', 'auditor')
})

test('Sam lists a line without PIN, a mailbox and a bank, and sees the chain spelt out', async ({
  browser,
  baseURL,
}) => {
  const page = await joins(browser, baseURL, 'Sam Sailor')
  await page.goto('/today')
  await expect(page.getByText(todayWords.start.line.title)).toBeVisible()
  await noFaults(page)
  await page.goto('/lines/new')
  await noFaults(page)
  await addLine(page, 'My phone', '41')

  await page.goto('/accounts/new?service=google')
  await answer(page, 'smsSecondFactor', 'on')
  await answer(page, 'smsRecovery', 'on')
  await answer(page, 'recoveryRemovable', 'yes')
  await page.getByLabel('My phone ending 41').check()
  for (const method of [
    'fido_security_key',
    'passkey',
    'authenticator_code',
    'app_approval',
    'vendor_code_app',
    'voice_code',
  ]) {
    await answer(page, `method.${method}`, 'off')
  }
  await answer(page, 'passwordStillWorks', 'yes')
  await answer(page, 'mailboxRecovery', 'off')
  await noFaults(page)
  await saved(page)

  await page.goto('/accounts/new?service=wise')
  await answer(page, 'mailboxRecovery', 'on')
  await page.getByRole('checkbox', { name: /Google/ }).check()
  await answer(page, 'smsSecondFactor', 'off')
  await answer(page, 'smsRecovery', 'off')
  await saved(page)

  await page.goto('/today')
  await expect(page.getByText(/^Both of your accounts open with your phone number/)).toBeVisible()
  await expect(page.getByText(todayWords.weakest.pin.not_met)).toBeVisible()
  await noFaults(page)
  await page.goto('/lines')
  await expect(page.getByText(/Google.*Wise/).first()).toBeVisible()
  await noFaults(page)
})

/** The form is headed by the service too: only the account's own address says that it was saved. */
async function saved(page: Page) {
  await button(page, accountForm.save).click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\?saved=recorded/)
}

async function addLine(page: Page, label: string, digits: string) {
  await page.goto('/lines/new')
  await page.getByLabel(lineForm.label.label).fill(label)
  await page.getByLabel(lineForm.lastDigits.label).fill(digits)
  await page.getByLabel(lineForm.carrierId.label).selectOption('verizon')
  await answer(page, 'kind', 'esim')
  await answer(page, 'accountHolder', 'me')
  await answer(page, 'accountPin', 'not_set')
  await button(page, lineForm.save).click()
  await expect(page.getByRole('heading', { name: `${label} ending ${digits}`, exact: true })).toBeVisible()
}

test('a note that looks like a code is refused at its field, and what was typed stays', async ({
  browser,
  baseURL,
}) => {
  const page = await as(browser, baseURL, 'Sam Sailor')
  await page.goto('/lines/new')
  await page.getByLabel(lineForm.label.label).fill('PIN 4711')
  await page.getByLabel(lineForm.lastDigits.label).fill('12')
  await button(page, lineForm.save).click()
  await expect(page.getByLabel(lineForm.label.label)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel(lineForm.label.label)).toHaveValue('PIN 4711')
  await expect(page.getByLabel(lineForm.lastDigits.label)).toHaveValue('12')
})

test('Lee sees no figure of so few; the next snapshot shows what more people said', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const kim = await as(browser, baseURL, 'Kim')
  await snapshot(kim)
  const lee = await joins(browser, baseURL, 'Lee')
  await lee.goto('/overview')
  await expect(lee.getByText(/^As of /).first()).toBeVisible()
  const before = await said(lee.getByRole('main'))
  await noFaults(lee)
  for (const name of others) await addLine(await joins(browser, baseURL, name), 'Phone', '12')
  await lee.reload()
  expect(await said(lee.getByRole('main'))).toBe(before)
  await snapshot(kim)
  await lee.reload()
  expect(await said(lee.getByRole('main'))).not.toBe(before)
  const html = await lee.content()
  for (const name of ['Sam', ...others]) expect(html).not.toContain(name)
  const printed = (await lee.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await expect(lee.getByText(exceptedWords.few)).toBeVisible()
  await lee.getByRole('link', { name: exceptedWords.link }).click()
  await expect(lee.getByRole('heading', { name: ownVerdictWords.title })).toBeVisible()
  await expect(lee.getByRole('row', { name: new RegExp(ownVerdictWords.records) })).toBeVisible()
  await noFaults(lee)
})

async function snapshot(page: Page) {
  await page.goto('/overview')
  await button(page, overviewWords.take.button).click()
  await expect(page.getByText(overviewWords.take.done)).toBeVisible()
}

test('Sam sets the PIN and turns the text message off: nothing opens with the number any more', async ({
  browser,
  baseURL,
}) => {
  const page = await as(browser, baseURL, 'Sam Sailor')
  await page.goto('/lines')
  await page.getByRole('link', { name: 'My phone ending 41' }).first().click()
  await page.waitForURL(/\/lines\/[0-9a-f-]{36}/)
  await page.goto(`${page.url().split('?')[0]}/edit`)
  await answer(page, 'accountPin', 'set')
  await answer(page, 'pinIs', 'account_pin')
  await answer(page, 'pinOwnChoice', 'chosen_by_me')
  await button(page, lineForm.save).click()
  await expect(page).not.toHaveURL(/\/edit/)

  await page.goto('/accounts')
  await page
    .getByRole('link', { name: /Google/ })
    .first()
    .click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/)
  await page.goto(`${page.url().split('?')[0]}/edit`)
  await answer(page, 'smsSecondFactor', 'off')
  await answer(page, 'smsRecovery', 'off')
  await answer(page, 'method.passkey', 'on')
  await answer(page, 'passwordStillWorks', 'no')
  await button(page, accountForm.save).click()
  await expect(page).not.toHaveURL(/\/edit/)

  await page.goto('/today')
  await expect(page.getByText(/accounts? opens? with your phone number/)).toHaveCount(0)
  await page.goto('/lines')
  await expect(page.getByText(/Google.*Wise/)).toHaveCount(0)
  await noFaults(page)
})

test('Ada takes the verdicts with her passkey, and the rows are there, without a name', async ({
  browser,
  baseURL,
}) => {
  const page = await joins(browser, baseURL, 'Ada')
  await page.goto('/exports')
  await noFaults(page)
  const coming = page.waitForEvent('download')
  await button(page, exportWords.take(exportWords.kinds.verdicts.name)).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^muster-verdicts-[\dT-]+Z\.csv$/)
  const text = fs.readFileSync(await download.path(), 'utf8')
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
  const pins = rows.filter((row) => row.item_id === 'G5.0' && row.scope_kind === 'line')
  expect(pins.map((row) => row.verdict).sort()).toEqual(['met', ...others.map(() => 'not_met')].sort())
  expect(rows.find((row) => row.scope_kind === 'account' && row.held_as === 'personal')).toMatchObject({
    service_id: '',
  })
  expect(text).not.toContain('Sailor')
  await page.goto('/audit')
  await expect(page.getByRole('cell', { name: 'Took an export' }).first()).toBeVisible()
  await noFaults(page)
  await button(page, 'Verify the log now').click()
  await expect(page.getByText(/^Intact: /)).toBeVisible()
})
