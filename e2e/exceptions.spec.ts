/** An exception: Sam asks, Kim decides, the label stands beside the verdict, and Sam takes it back. */
import type { Browser, Page } from '@playwright/test'
import { exceptionReasonWords, exceptionWords as words } from '@/lib/words/exceptions'
import { itemWords } from '@/lib/words/guidance'
import { lineForm } from '@/lib/words/line-form'
import { piecePage } from '@/lib/words/piece-pages'
import { openingReasonWords, recordWords } from '@/lib/words/records'
import { rolesWords } from '@/lib/words/settings'
import { verdictWords } from '@/lib/words/shell'
import { authenticator } from './authenticator'
import { invite, join, setUp } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ allowedErrors: [/status of 404/] })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pin = itemWords['G5.0'].short
/** One year after the journey at most, whenever it is made. */
const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10)
let kim: Page
let sam: Page
let linePage = ''

async function ownBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await authenticator(page)
  return page
}

test('Max sets up; Kim is of the security team, Sam has a line without a PIN', async ({
  browser,
  baseURL,
  muster,
}) => {
  const max = await ownBrowser(browser, baseURL)
  await setUp(max, muster.setUpLink ?? '')
  const links = [await invite(max, 'Kim', 'kim@example.org'), await invite(max, 'Sam', 'sam@example.org')]
  await max.goto('/settings/roles')
  await max.getByLabel(rolesWords.search.label).fill('ki')
  await press(max, rolesWords.search.button)
  await max.getByRole('link', { name: rolesWords.search.choose('Kim') }).click()
  await max.getByRole('radio', { name: /^security team/ }).check()
  await press(max, rolesWords.grant.button)
  await expect(max.getByText(rolesWords.grant.done)).toBeVisible()
  kim = await ownBrowser(browser, baseURL)
  await join(kim, links[0] ?? '')
  sam = await ownBrowser(browser, baseURL)
  await join(sam, links[1] ?? '')
  await sam.goto('/lines/new')
  await sam.locator('input[name="accountPin"][value="not_set"]').check()
  await press(sam, lineForm.save)
  await expect(sam).toHaveURL(/\/lines\/[\w-]{36}\?saved=recorded/)
  linePage = new URL(sam.url()).pathname
  await sam.goto('/pieces/passwords')
  await sam.locator('input[name="usesManager"][value="no"]').check()
  await press(sam, piecePage.save)
  await expect(sam).toHaveURL(/saved=stated/)
  await sam.goto(linePage)
})

test('Sam asks from the line’s verdict; what is missing is named and nothing typed is lost', async () => {
  await sam.getByRole('link', { name: words.askAbout(pin) }).click()
  await expect(sam.getByRole('radio', { name: pin })).toBeChecked()
  await noFaults(sam)
  await sam.getByLabel(words.form.reasonText).fill('They open the shop again in spring.')
  await press(sam, words.form.send)
  await expect(sam.locator('form').getByRole('alert')).toBeFocused()
  await expect(sam.getByLabel(words.form.reasonText)).toHaveValue('They open the shop again in spring.')
  await noFaults(sam)
  await sam.getByRole('radio', { name: exceptionReasonWords.service_does_not_offer }).check()
  await sam.getByLabel(words.form.endsOn).fill(until)
  await press(sam, words.form.send)
  await expect(sam.getByText(words.own.sent)).toBeVisible()
  await expect(sam.getByText(words.own.lead(0, 1))).toBeVisible()
  await noFaults(sam)
  await sam.goto(linePage)
  await expect(sam.getByText(words.label.askedSays)).toBeVisible()
  await expect(sam.getByRole('link', { name: words.askAbout(pin) })).toHaveCount(0)
  await noFaults(sam)
})

test('Kim is led there from People, and accepts it until a day', async () => {
  await kim.goto('/people')
  await kim.getByRole('link', { name: words.team.fromPeople({ waiting: 1, ending: 0, lapsed: 0 }) }).click()
  await expect(kim.getByText(words.team.lead(1))).toBeVisible()
  await expect(kim.getByText('They open the shop again in spring.')).toBeVisible()
  await kim.getByText(words.team.decide, { exact: true }).click()
  await noFaults(kim)
  await kim.getByRole('radio', { name: words.team.outcomes.approved.label }).check()
  await kim.getByRole('textbox', { name: words.team.noteLabel }).fill('Ask again in the shop.')
  await press(kim, words.team.save)
  await expect(kim.getByText(words.team.saved.approved)).toBeVisible()
  await expect(kim.getByText(words.team.empty.waiting)).toBeVisible()
  await kim.getByRole('link', { name: words.team.show(words.team.shows.accepted, '1') }).click()
  await expect(kim.getByRole('button', { name: words.team.end })).toBeVisible()
  await noFaults(kim)
})

test('the label stands beside the verdict, which stays; Kim sees it in the record and asks for more', async () => {
  await sam.goto(linePage)
  await expect(sam.getByText(words.label.acceptedSays)).toBeVisible()
  const judged = sam.getByRole('listitem').filter({ hasText: words.label.acceptedSays })
  await expect(judged.getByText(verdictWords.not_met, { exact: true })).toBeVisible()
  await noFaults(sam)
  await kim.goto('/people')
  await kim.getByRole('link', { name: 'Sam', exact: true }).first().click()
  await kim.getByLabel(openingReasonWords.help_was_asked).check()
  await press(kim, recordWords.button)
  await expect(kim.getByText(recordWords.title, { exact: true })).toBeVisible()
  await kim.getByRole('link', { name: words.askAbout('My phone') }).click()
  await expect(kim.getByText(words.form.leadFor('Sam'))).toBeVisible()
  await noFaults(kim)
  await kim.goBack()
  await kim.getByText(recordWords.verdictsOf(recordWords.own), { exact: true }).click()
  await kim.getByRole('link', { name: words.askAbout(recordWords.own) }).click()
  await expect(kim.getByRole('radio', { name: itemWords['G4.0'].short })).toBeVisible()
  await noFaults(kim)
  await kim.goto('/exceptions/own')
  await expect(kim.getByText(words.own.lead(0, 0))).toBeVisible()
  await noFaults(kim)
})

test('Sam takes it back, without JavaScript too, and the label is gone', async ({ browser, baseURL }) => {
  const bare = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await sam.context().storageState(),
  })
  const plain = await bare.newPage()
  await plain.goto('/exceptions/own')
  await expect(plain.getByText('Ask again in the shop.')).toBeVisible()
  await press(plain, words.own.withdraw)
  await expect(plain.getByText(words.own.lead(0, 0))).toBeVisible()
  await plain.goto(linePage)
  await expect(plain.getByText(words.label.acceptedSays)).toHaveCount(0)
  for (const place of [
    '?scope=nothing',
    `?scope=${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    '?scope=x&person=y',
  ])
    expect((await plain.goto(`/exceptions/ask${place}`))?.status()).toBe(404)
  await bare.close()
})
