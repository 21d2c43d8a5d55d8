/** Power is given by two administrators: asked, told to everybody concerned, approved or stopped; and sessions ended. */
import type { Browser, Page } from '@playwright/test'
import { navigationWords } from '@/lib/words/navigation'
import { personWords, roleWords } from '@/lib/words/people'
import { whoLookedWords } from '@/lib/words/records'
import { roleEndWords, roleWaitingWords as words } from '@/lib/words/roles'
import { rolesWords } from '@/lib/words/settings'
import { authenticator } from './authenticator'
import { invite, join, setUp, signIn } from './entering'
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
let max: Page
let nora: Page
let theo: Page

/** Each of the cast has a browser of their own for the whole story. */
async function ownBrowser(browser: Browser, baseURL: string | undefined, width = 360): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width, height: 800 } })
  const page = await context.newPage()
  await authenticator(page)
  return page
}
/** The page of somebody's role, as an administrator comes to it. */
async function roleOf(page: Page, name: string, typed: string) {
  await page.goto('/settings/roles')
  await page.getByLabel(rolesWords.search.label).fill(typed)
  await press(page, rolesWords.search.button)
  await page.getByRole('link', { name: rolesWords.search.choose(name) }).click()
  await expect(page).toHaveURL(/who=/)
}
async function ask(page: Page, name: string, typed: string, role: string) {
  await roleOf(page, name, typed)
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  await press(page, rolesWords.grant.button)
}

test('on the first day Max, alone, gives Nora his office at once, and the page says why', async ({
  browser,
  baseURL,
  muster,
}) => {
  max = await ownBrowser(browser, baseURL, 1280)
  await setUp(max, muster.setUpLink ?? '')
  const noras = await invite(max, 'Nora', 'nora@example.org')
  const theos = await invite(max, 'Theo', 'theo@example.org')
  await roleOf(max, 'Nora', 'no')
  await expect(max.getByText(rolesWords.grant.waits.none)).toBeVisible()
  await noFaults(max)
  await max.getByRole('radio', { name: /^administrator/ }).check()
  await press(max, rolesWords.grant.button)
  await expect(max.getByText(rolesWords.grant.done)).toBeVisible()
  nora = await ownBrowser(browser, baseURL)
  await join(nora, noras)
  theo = await ownBrowser(browser, baseURL)
  await join(theo, theos)
})

test('from then on one asks, and the other and the person are told', async () => {
  await roleOf(max, 'Theo', 'th')
  await expect(max.getByText(rolesWords.grant.waits.approval)).toBeVisible()
  await max.getByRole('radio', { name: /^security team/ }).check()
  await press(max, rolesWords.grant.button)
  await expect(max).toHaveURL(/\/settings\/roles\/waiting\?done=asked$/)
  await expect(max.getByText(words.done.asked)).toBeVisible()
  await expect(max.getByText(words.own)).toBeVisible()
  await expect(max.getByRole('button', { name: words.approve('Theo') })).toHaveCount(0)
  await noFaults(max)
  await max.goto('/today')
  await expect(max.getByRole('link', { name: navigationWords.rolesWaiting, exact: true })).toBeVisible()

  await theo.goto('/today')
  await expect(theo.getByText(words.ownTitle)).toBeVisible()
  await noFaults(theo)
})

test('Theo stops what he does not expect; Max reads that he did', async () => {
  await press(theo, words.ownStop)
  await expect(theo).toHaveURL(/\/who-looked$/)
  await expect(theo.getByText(words.ownTitle)).toHaveCount(0)
  await expect(theo.getByText(whoLookedWords.what['role.asked'])).toBeVisible()
  await noFaults(theo)
  await max.goto('/settings/roles/waiting')
  await expect(max.getByText(words.lead(0))).toBeVisible()
  await expect(max.getByText(roleEndWords.stopped_by_holder)).toBeVisible()
  await expect(max.getByRole('link', { name: navigationWords.rolesWaiting, exact: true })).toHaveCount(0)
})

test('asked again, Nora approves it with her passkey; Theo comes back with the role', async () => {
  await ask(max, 'Theo', 'th', roleWords.security)
  await expect(max.getByText(words.done.asked)).toBeVisible()
  await nora.goto('/today')
  await expect(nora.getByText(words.news.waiting('Theo', roleWords.security, 'Max'))).toBeVisible()
  await noFaults(nora)
  await nora.getByRole('link', { name: words.open }).click()
  await expect(nora.getByRole('heading', { name: words.title, level: 1 })).toBeVisible()
  await noFaults(nora)
  await press(nora, words.approve('Theo'))
  await expect(nora.getByText(words.done.approved)).toBeVisible()
  await expect(nora.getByText(roleEndWords.approved)).toBeVisible()
  await noFaults(nora)

  await theo.goto('/today')
  await expect(theo).toHaveURL(/\/sign-in/)
  await signIn(theo)
  await expect(theo.getByText(words.ownGivenTitle)).toBeVisible()
  await theo.goto('/people')
  await expect(theo.getByRole('heading', { level: 1 })).toBeVisible()
})

test('Theo’s phone is lost: Nora ends all his sessions, and he reads who did', async () => {
  await roleOf(nora, 'Theo', 'th')
  const { title, button, ended } = personWords.endSessions
  await nora.getByText(title('Theo'), { exact: true }).click()
  await noFaults(nora)
  await press(nora, button)
  await expect(nora.getByText(ended(1))).toBeVisible()
  await theo.goto('/today')
  await expect(theo).toHaveURL(/\/sign-in/)
  await signIn(theo)
  await theo.goto('/who-looked')
  await expect(theo.getByText(whoLookedWords.what['sessions.ended'])).toBeVisible()
  await expect(theo.getByText(whoLookedWords.what['role.approved'])).toBeVisible()
  await noFaults(theo)
})
