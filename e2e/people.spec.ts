/** The security team's side: people added from a file, found, opened with a reason, and what they see of it. */
import fs from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { importWords, inviteWords, leaveWords, listWords, peopleWords, personWords } from '@/lib/words/people'
import { openingReasonWords, recordWords, whoLookedWords } from '@/lib/words/records'
import { rolesWords, settingsWords, unitsWords } from '@/lib/words/settings'
import { form } from '@/lib/words/shell'
import { authenticator } from './authenticator'
import { invite, join, setUp } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, for it begins at set-up. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
let max: Page
let kim: Page
let sam: Page
let samsLink = ''

/** Each of the cast has a browser of their own for the whole story. */
async function ownBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await authenticator(page)
  return page
}
test('Max sets up, adds a unit and Kim, and gives her the security team’s role', async ({
  browser,
  baseURL,
  muster,
}) => {
  max = await ownBrowser(browser, baseURL)
  await setUp(max, muster.setUpLink ?? '')
  await max.goto('/settings')
  await noFaults(max)
  await max.getByLabel(settingsWords.joiningLinkHours).fill('soon')
  await press(max, settingsWords.save)
  await expect(max.getByRole('alert').filter({ hasText: form.problemsTitle(1) })).toBeFocused()
  await expect(max.getByLabel(settingsWords.joiningLinkHours)).toHaveValue('soon')
  await max.getByLabel(settingsWords.joiningLinkHours).fill('24')
  await press(max, settingsWords.save)
  await expect(max.getByText(settingsWords.saved, { exact: true })).toBeVisible()

  await max.goto('/settings/units')
  await max.getByLabel(unitsWords.name, { exact: true }).fill('Field')
  await press(max, unitsWords.add)
  await expect(max.getByText(unitsWords.change('Field'))).toBeVisible()
  await noFaults(max)

  const kimsLink = await invite(max, 'Kim', 'kim@example.org')
  await max.goto('/settings/roles')
  await max.getByLabel(rolesWords.search.label).fill('ki')
  await press(max, rolesWords.search.button)
  await max.getByRole('link', { name: rolesWords.search.choose('Kim') }).click()
  await max.getByRole('radio', { name: /^security team/ }).check()
  await noFaults(max)
  await press(max, rolesWords.grant.button)
  await expect(max.getByText(rolesWords.grant.done)).toBeVisible()

  kim = await ownBrowser(browser, baseURL)
  await join(kim, kimsLink)
})

test('Kim imports a file: problems by line, then a look, then everybody with a link', async () => {
  await kim.goto('/people/import')
  await noFaults(kim)
  await kim.getByLabel(importWords.file).setInputFiles(file('name,email\nSam,nowhere\n'))
  await press(kim, importWords.look)
  await expect(kim.getByRole('alert').filter({ hasText: 'Line 2, email' })).toBeFocused()
  await noFaults(kim)

  const rows = Array.from({ length: 30 }, (_, n) => `Crew ${'abcdefghij'[n % 10]},c${n}@example.org,Field,`)
  const text = ['name,email,unit,tier', 'Sam,sam@example.org,Quay,', ...rows].join('\n')
  await kim.getByLabel(importWords.file).setInputFiles(file(text))
  await press(kim, importWords.look)
  await expect(kim.getByText(importWords.newUnits(['Quay']))).toBeVisible()
  await noFaults(kim)
  await press(kim, importWords.apply(31))
  await expect(kim.getByRole('link', { name: importWords.sayAddUnits })).toBeVisible()
  await kim.getByLabel(importWords.addUnits(1)).check()
  await press(kim, importWords.apply(31))
  await expect(kim.getByText(importWords.doneTitle(31))).toBeVisible()
  await noFaults(kim)
  const downloading = kim.waitForEvent('download')
  await kim.getByRole('link', { name: importWords.download }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(importWords.downloadName)
  const csv = fs.readFileSync(await download.path(), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(33)
  samsLink = /"Sam","sam@example\.org","([^"]+)"/.exec(csv)?.[1] ?? ''
  await kim.reload()
  await expect(kim.getByText(importWords.gone)).toBeVisible()
})

test('the table is narrowed in the address, paged by key, and searched without one', async () => {
  await kim.goto('/people')
  await noFaults(kim)
  await kim.getByRole('link', { name: 'Next' }).click()
  await expect(kim).toHaveURL(/after=/)
  await kim.getByRole('link', { name: 'Previous' }).click()
  await expect(kim).toHaveURL(/before=/)
  await kim.getByText(listWords.narrow, { exact: true }).click()
  await kim.getByLabel(listWords.filters.unit).selectOption({ label: 'Quay' })
  await kim.getByLabel(listWords.filters.idle).check()
  await press(kim, listWords.apply)
  await expect(kim.getByText(listWords.lead('1', '33'))).toBeVisible()
  await noFaults(kim)
  await kim.getByRole('link', { name: /Stop showing only unit Quay/ }).click()
  await expect(kim).not.toHaveURL(/unit=/)
  await expect(kim).toHaveURL(/idle=yes/)

  await kim.locator('h1').click()
  await kim.keyboard.press('/')
  await expect(kim.getByLabel(listWords.search.label)).toBeFocused()
  await kim.keyboard.type('sam')
  await kim.keyboard.press('Enter')
  await expect(kim.getByText(listWords.search.found(1))).toBeVisible()
  expect(kim.url()).not.toContain('sam')
  await kim.getByRole('link', { name: 'Sam', exact: true }).first().press('Enter')
  await expect(kim.getByRole('heading', { name: 'Sam', level: 1 })).toBeVisible()
})

test('a record opens with a reason, and Sam reads who looked and why', async ({ browser, baseURL }) => {
  sam = await ownBrowser(browser, baseURL)
  await join(sam, samsLink)
  await kim.reload()
  await noFaults(kim)
  await kim.getByRole('radio', { name: openingReasonWords.other }).check()
  await press(kim, recordWords.button)
  await expect(kim.getByRole('link', { name: recordWords.problems.sayWhy })).toBeVisible()
  await kim.getByLabel(recordWords.note).fill('Called about a lost phone')
  await press(kim, recordWords.button)
  await expect(kim.getByText(recordWords.noLines)).toBeVisible()
  await noFaults(kim)
  await kim.getByText(personWords.revise.title).click()
  await kim.getByRole('radio', { name: peopleWords.fields.tiers.highly_targeted }).check()
  await press(kim, personWords.revise.button)
  await expect(kim.getByText(personWords.revise.saved)).toBeVisible()

  await sam.goto('/who-looked')
  await expect(sam.getByText(whoLookedWords.lead(1))).toBeVisible()
  await expect(sam.getByText('Called about a lost phone')).toBeVisible()
  await expect(sam.getByText(whoLookedWords.what['person.revised'])).toBeVisible()
  await noFaults(sam)
  await sam.goto('/about')
  await noFaults(sam)
})

test('leaving ends the session at the next request', async () => {
  await kim.getByText(leaveWords.title, { exact: true }).click()
  await press(kim, leaveWords.button)
  await expect(kim.getByText(leaveWords.ended)).toBeVisible()
  await sam.goto('/who-looked')
  await expect(sam).toHaveURL(/\/sign-in/)
})

test('searching, adding and importing work without JavaScript', async ({ browser, baseURL }) => {
  const storageState = await kim.context().storageState()
  const context = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/people')
  await page.getByLabel(listWords.search.label).fill('kim')
  await press(page, listWords.search.button)
  await expect(page.getByText(listWords.search.found(1))).toBeVisible()
  await page.goto('/people/new')
  await page.getByLabel(peopleWords.fields.name, { exact: true }).fill('Ida')
  await press(page, inviteWords.button)
  await expect(page.getByText(inviteWords.made('Ida'))).toBeVisible()
  await page.goto('/people/import')
  await page.getByLabel(importWords.file).setInputFiles(file('name\nUma\n'))
  await press(page, importWords.look)
  await press(page, importWords.apply(1))
  await expect(page.getByText(importWords.doneTitle(1))).toBeVisible()
  await context.close()
})
