/**
 * The whole inventory in pieces: somebody with an iPhone, and somebody with an Android phone and two lines; on a phone and
 * at a desk, without JavaScript, in two tabs, and what axe finds.
 */
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { accountForm } from '@/lib/words/account-form'
import { appForm, appPage, appsPage } from '@/lib/words/apps'
import { formWords } from '@/lib/words/forms'
import { lineForm } from '@/lib/words/line-form'
import { phoneForm, phonePage, phonesPage } from '@/lib/words/phones'
import { pieceRow, pieceStateWords, piecesPage, piecePage as words } from '@/lib/words/piece-pages'
import { pieceProblems, pieceWords } from '@/lib/words/pieces'
import { notFound } from '@/lib/words/shell'
import { todayWords } from '@/lib/words/today'
import { test as base, expect } from './cast'
import { noFaults } from './faults'
import { aMuster } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ allowedErrors: [/status of 404/] })

const small = { viewport: { width: 360, height: 740 } }
const answer = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const save = async (page: Page) => {
  await button(page, words.save).click()
  await expect(page).toHaveURL(/saved=stated/)
}
/** Pictures to look at, where a folder for them is named. */
async function picture(page: Page, name: string) {
  const folder = process.env.MUSTER_PICTURES
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true })
  }
}

/** What concerns Android phones alone. That an app works on both kinds of phone concerns everybody. */
const ofAndroid = new RegExp(
  [
    'Android [1-7]',
    'On an Android phone',
    ...piecesOf('phone', 'android')
      .filter((piece) => pieceShape(piece).platform === 'android')
      .map((piece) => pieceWords[piece].title),
  ].join('|'),
)

test('Sam lists his iPhone, and nothing of Android is anywhere', async ({ as }) => {
  const page = await as('Sam', small)
  await page.goto('/phones')
  await expect(page.getByText(phonesPage.empty)).toBeVisible()
  await noFaults(page)
  await link(page, phonesPage.addFirst).click()
  await answer(page, 'platform', 'iphone')
  await field(page, 'label').fill('Own phone')
  await noFaults(page)
  await button(page, phoneForm.save).click()
  await expect(page.getByText(phonePage.saved.added ?? '')).toBeVisible()
  await noFaults(page)
  await picture(page, 'phone')
  for (const place of ['/pieces', '/today', page.url(), '/pieces/guidance']) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.locator('main').textContent()).not.toMatch(ofAndroid)
  }
  await noFaults(page)
  await picture(page, 'guidance')
})

test('questions follow from answers, and what is open stays open: begun, left, and gone on with', async ({
  as,
}) => {
  const page = await as('Sam', small)
  await page.goto('/pieces')
  await link(page, pieceWords.iphone_settings.title).click()
  await expect(field(page, 'encryptedDns')).toBeHidden()
  await answer(page, 'privateRelay', 'on')
  await expect(field(page, 'encryptedDns')).toBeHidden()
  await answer(page, 'privateRelay', 'off')
  await expect(field(page, 'encryptedDns')).toBeVisible()
  await expect(field(page, 'resolver')).toBeHidden()
  await answer(page, 'encryptedDns', 'app_or_profile')
  await expect(field(page, 'resolver')).toBeVisible()
  await noFaults(page)
  await picture(page, 'iphone')
  await answer(page, 'privateRelay', 'on')
  await expect(field(page, 'resolver')).toBeHidden()
  await answer(page, 'lockdown', 'not_sure')
  await save(page)
  await expect(page.getByRole('status').first()).toContainText(words.saved)
  await noFaults(page)
  await picture(page, 'iphone-saved')

  await page.goto('/pieces')
  const { begun } = pieceStateWords
  await expect(page.getByText(begun('', { asked: 3, answered: 2 }))).toBeVisible()
  await link(page, pieceWords.iphone_settings.title).click()
  await expect(page.locator('input[name="lockdown"][value="not_sure"]')).toBeChecked()
  await answer(page, 'sendAsText', 'off')
  await save(page)
})

test('the weekly look is one tap; a day to come is told at its question with everything kept', async ({
  as,
}) => {
  const page = await as('Sam', small)
  await page.goto('/pieces')
  await button(page, pieceRow.lookedName('Own phone')).click()
  await expect(button(page, pieceRow.lookedName('Own phone'))).toHaveCount(0)
  const updates = (await link(page, pieceWords.updates.title).getAttribute('href')) ?? ''

  // Where a tap on Today leads: it tells what was said of that piece today, and nothing of another.
  await page.goto(updates.replace('/pieces/updates?', '/today?said=updates&'))
  const told = page.getByText(todayWords.ageing.said(pieceRow.named(pieceWords.updates.title, 'Own phone')))
  await expect(told).toBeVisible()
  await noFaults(page)
  await page.goto(updates.replace('/pieces/updates?', '/today?said=vpn&'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(todayWords.ageing.noneLeft)).toHaveCount(0)
  await page.goto(updates)
  await expect(page.locator('input[name="pending"][value="none"]')).toBeChecked()
  await answer(page, 'autoSystem', 'on')
  await field(page, 'lastCheckedOn').fill('2099-01-01')
  await button(page, words.save).click()
  const wrong = page.locator('form').getByRole('alert')
  await expect(wrong).toBeFocused()
  await wrong.getByRole('link', { name: pieceProblems.future }).click()
  await expect(field(page, 'lastCheckedOn')).toBeFocused()
  await expect(page.locator('input[name="autoSystem"][value="on"]')).toBeChecked()
  await noFaults(page)
})

test('an edit from an older page shows what stands now, and can be saved over it', async ({ as }) => {
  const page = await as('Sam', small)
  await page.goto('/pieces/odd_event')
  const other = await page.context().newPage()
  await other.goto('/pieces/odd_event')
  await answer(other, 'knowsWhomToTell', 'yes')
  await save(other)
  await other.close()
  await answer(page, 'knowsWhomToTell', 'no')
  await button(page, words.save).click()
  await expect(page.getByText(formWords.stale)).toBeVisible()
  await expect(page.getByText(formWords.standsNow, { exact: true })).toBeVisible()
  await expect(page.locator('input[name="knowsWhomToTell"][value="no"]')).toBeChecked()
  await noFaults(page)
  await save(page)
})

test('an unknown device linked to Signal leads to the incident sheet; Signal is an account as well', async ({
  as,
}) => {
  const page = await as('Sam', small)
  await page.goto('/apps')
  await link(page, appsPage.addFirst).click()
  await expect(field(page, 'ownName')).toBeHidden()
  await answer(page, 'serviceId', 'signal')
  await noFaults(page)
  await button(page, appForm.save).click()
  await expect(page.getByRole('heading', { name: 'Signal', level: 1 })).toBeVisible()
  await noFaults(page)
  await expect(link(page, appPage.account.add('Signal'))).toHaveAttribute(
    'href',
    '/accounts/new?service=signal',
  )
  await link(page, pieceWords.linked_devices.title).click()
  await answer(page, 'checked', 'yes')
  await answer(page, 'unknownFound', 'found_not_removed')
  await save(page)
  await noFaults(page)
  await picture(page, 'linked')
  await link(page, words.sheet).click()
  await expect(page).toHaveURL(/incidents\/new\?about=linked_device&app=/)
})

test('Today counts the pieces, offers the one that matters most, and puts it off', async ({ as }) => {
  const page = await as('Sam', small)
  await page.goto('/today')
  await expect(page.getByText(todayWords.toAsk.title)).toBeVisible()
  await noFaults(page)
  await picture(page, 'today')
  await page.goto('/accounts/new?service=google')
  await answer(page, 'smsSecondFactor', 'off')
  await button(page, accountForm.save).click()
  await expect(page).toHaveURL(/saved=recorded/)
  await page.goto('/today')
  const card = page.locator('section', { hasText: todayWords.next.notNow })
  const before = await card.getByRole('heading').first().textContent()
  await picture(page, 'today-next')
  await button(page, todayWords.next.notNow).click()
  await expect(card.getByRole('heading').first()).not.toHaveText(before ?? '')
  await noFaults(page)
})

test('without JavaScript Theo lists an Android phone and two lines, answers, taps, removes and puts back', async ({
  as,
  browser,
  baseURL,
}) => {
  const signedIn = await as('Theo')
  const bare = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
    storageState: await signedIn.context().storageState(),
  })
  const page = await bare.newPage()
  for (const [carrier, name] of [
    ['verizon', 'Work line'],
    ['t-mobile', 'Own line'],
  ] as const) {
    await page.goto('/lines/new')
    await field(page, 'label').fill(name)
    const offered = field(page, 'carrierId').locator(`option[value="${carrier}"]`)
    if ((await offered.count()) > 0) await field(page, 'carrierId').selectOption(carrier)
    await button(page, lineForm.save).click()
    await expect(page).toHaveURL(/saved=recorded/)
  }
  await page.goto('/phones/new')
  await answer(page, 'platform', 'android')
  await button(page, phoneForm.save).click()
  await expect(page.getByRole('heading', { name: 'Android phone', level: 1 })).toBeVisible()
  await page.goto('/pieces')
  await expect(link(page, 'Work line')).toBeVisible()
  await expect(link(page, 'Own line')).toBeVisible()
  await expect(page.getByText(pieceWords.iphone_settings.title)).toHaveCount(0)
  await picture(page, 'pieces-wide')
  await link(page, pieceWords.android_chrome.title).click()
  await expect(field(page, 'httpsFirst')).toBeHidden()
  await answer(page, 'chrome', 'used')
  await expect(field(page, 'httpsFirst')).toBeVisible()
  await answer(page, 'httpsFirst', 'on')
  await answer(page, 'safeBrowsing', 'standard')
  await save(page)
  await picture(page, 'chrome-wide')
  await button(
    page,
    pieceRow.confirmName(pieceRow.confirm, pieceWords.android_chrome.title, 'Android phone'),
  ).click()
  await expect(page.getByText(words.confirmed)).toBeVisible()
  await link(page, words.allPieces).click()
  await expect(page.getByText(piecesPage.lead(1, 13), { exact: false })).toBeVisible()
  await page.goto('/phones')
  await link(page, 'Android phone').click()
  await page.locator('summary', { hasText: phonePage.remove }).click()
  await button(page, phonePage.remove).click()
  await expect(page).toHaveURL(/\/phones\?removed=/)
  await button(page, phonesPage.restore).click()
  await expect(page.getByText(phonePage.saved.restored ?? '')).toBeVisible()
  await page.goto('/apps')
  await button(page, appsPage.none.button).click()
  await expect(page.getByText(appsPage.noneSaid)).toBeVisible()
  await bare.close()
})

test('what does not exist, and what does not concern that phone, is not there', async ({ as }) => {
  const page = await as('Theo')
  await page.goto('/phones')
  await link(page, 'Android phone').click()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  for (const place of [
    '/phones/nothing',
    '/apps/nothing',
    '/pieces/nothing',
    `/pieces/iphone_settings?of=${id}`,
  ]) {
    const response = await page.goto(place)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(notFound.title)).toBeVisible()
  }
})
