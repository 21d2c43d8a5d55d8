/** How people come in and keep their keys: from the printed link to the session that ends. */
import type { Page } from '@playwright/test'
import { ceremonyWords, makeWords, setUpWords, signInWords, spareWords } from '@/lib/words/entry'
import { passkeyWords } from '@/lib/words/passkeys'
import { sessionWords } from '@/lib/words/sessions'
import { authenticator, type Credential } from './authenticator'
import { invite, makePasskey, setUp, signIn, signOut } from './entering'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, for it begins at set-up. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
// Places of other subjects may not be there yet, and every passkey that is refused is an error to the browser.
test.use({ allowedErrors: [/status of (400|404|422)/] })

let maxs: Credential[] = []
let sams: Credential[] = []
let removed: Credential[] = []
let samsLink = ''
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('Max sets up with the printed link, and is shown the recovery sheet once', async ({ page, muster }) => {
  const key = await authenticator(page)
  const link = muster.setUpLink ?? ''
  expect(link).toMatch(/\/set-up#[\w-]{43}$/)
  await page.goto(link)

  await page.getByLabel(setUpWords.email).fill('max at example')
  await page.getByLabel(setUpWords.name).fill('Max')
  await press(page, makeWords.make)
  await expect(page.getByRole('alert').filter({ hasText: makeWords.kept })).toBeFocused()
  await expect(page.getByLabel(setUpWords.name)).toHaveValue('Max')
  await expect(page.getByLabel(setUpWords.email)).toHaveAttribute('aria-invalid', 'true')

  const sheet = await setUp(page, link)
  expect(sheet).toMatch(/^(\w{4}-){6}\w{4}$/)
  maxs = await key.held()
  expect(maxs).toHaveLength(1)
  expect(maxs[0]?.isResidentCredential).toBe(true)
  await page.goBack()
  await expect(page.getByText(sheet)).toHaveCount(0)
})

test('the set-up link is dead after its use', async ({ page, muster }) => {
  await authenticator(page)
  await page.goto(muster.setUpLink ?? '')
  await expect(page.getByText(ceremonyWords.link)).toBeVisible()
  await expect(page.getByRole('button', { name: makeWords.make })).toHaveCount(0)
})

test('Sam joins with the link that Max made, and is asked for a spare', async ({
  page,
  browser,
  baseURL,
}) => {
  await authenticator(page, { holding: maxs })
  await signIn(page)
  samsLink = await invite(page, 'Sam', 'sam@example.org')
  const context = await browser.newContext({ baseURL })
  const phone = await context.newPage()
  const key = await authenticator(phone, { synced: true })
  await phone.goto(samsLink)
  await expect(phone.getByText('This link is for Sam.')).toBeVisible()
  await makePasskey(phone)
  await expect(phone.getByRole('heading', { name: spareWords.title })).toBeVisible()
  expect(phone.url()).not.toContain('#')
  sams = await key.held()
  await context.close()
})

test('his link is dead after its use, and says no more than any other', async ({ page }) => {
  await authenticator(page)
  for (const link of [samsLink, '/join#nothing', '/recover#nothing', '/set-up#nothing']) {
    await page.goto('/sign-in')
    await page.goto(link)
    await expect(page.getByText(ceremonyWords.link)).toBeVisible()
  }
})

test('Sam signs in with the button and out again; the Back button shows nothing', async ({ page }) => {
  await authenticator(page, { holding: sams })
  await signIn(page)
  await page.goto('/passkeys')
  await expect(page.getByRole('heading', { name: passkeyWords.title })).toBeVisible()
  await signOut(page)
  expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(page.getByText('Sam', { exact: true })).toHaveCount(0)
  await page.goto('/sessions')
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('Sam signs in by what the browser offers at the field, without a press', async ({ page }) => {
  await authenticator(page, { holding: sams, offers: true })
  await page.goto('/sign-in')
  await expect(page).not.toHaveURL(/\/sign-in/)
  await page.goto('/sign-in')
  await expect(page).not.toHaveURL(/\/sign-in/)
})

test('the cookie is opaque, out of reach of scripts, and bound to this site', async ({ page }) => {
  await authenticator(page, { holding: sams })
  await signIn(page)
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === 'muster.session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(session?.value.length).toBeLessThan(4096)
  const storage = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])
  expect(storage.slice(0, 2)).toEqual([0, 0])
  expect(storage[2]).not.toContain('session')
})

test('Sam adds a spare, names it, and removes the first one with the spare', async ({ page }) => {
  const first = await authenticator(page, { holding: sams })
  await signIn(page)
  await page.goto('/passkeys/spare')
  await press(page, spareWords.confirm)
  await expect(page.getByText(spareWords.second)).toBeVisible()
  await first.unplug()
  const spare = await authenticator(page)
  await press(page, spareWords.add)
  await expect(page.getByText(spareWords.added)).toBeVisible()
  removed = sams
  sams = await spare.held()

  await page.goto('/passkeys')
  await expect(page.getByText('Two passkeys sign you in.')).toBeVisible()
  const [one, other] = await page.getByText(/^Change or remove/).all()
  await other?.click()
  await page.getByLabel(passkeyWords.rename).filter({ visible: true }).fill('Key in the drawer')
  await press(page, passkeyWords.renameButton)
  await expect(page.getByRole('heading', { name: 'Key in the drawer' })).toBeVisible()

  await one?.click()
  await press(page, passkeyWords.remove(passkeyWords.unnamed(1)))
  // The session was opened with the passkey that is gone.
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page)
  await page.goto('/passkeys')
  await expect(page.getByText('One passkey signs you in.')).toBeVisible()
  await page.getByText(passkeyWords.change('Key in the drawer')).click()
  await expect(page.getByText(passkeyWords.lastOne)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
})

test('a stolen cookie dies with the session', async ({ page, browser, baseURL }) => {
  await authenticator(page, { holding: sams })
  await signIn(page)
  const thief = await browser.newContext({ baseURL, storageState: await page.context().storageState() })
  const reaches = async () => (await thief.request.get('/passkeys', { maxRedirects: 0 })).status()
  expect(await reaches()).toBe(200)
  await page.goto('/passkeys')
  await signOut(page)
  expect(await reaches()).toBe(307)
  await thief.close()
})

test('Sam ends his other sessions from here', async ({ page, browser, baseURL }) => {
  await authenticator(page, { holding: sams })
  await signIn(page)
  await page.goto('/sessions')
  const others = page.getByRole('button', { name: sessionWords.endOthers })
  if (await others.isVisible()) await others.click()
  const context = await browser.newContext({ baseURL })
  const tablet = await context.newPage()
  await authenticator(tablet, { holding: sams })
  await signIn(tablet)
  await page.goto('/sessions')
  await expect(page.getByText('You are signed in on two devices.')).toBeVisible()
  await press(page, sessionWords.endOthers)
  await expect(page.getByText('You are signed in here and nowhere else.')).toBeVisible()
  await tablet.goto('/sessions')
  await expect(tablet).toHaveURL(/\/sign-in$/)
  await expect(tablet.getByText(signInWords.ended)).toBeVisible()
  await context.close()
})

test('a passkey that does not recognise its person is not let in, and the page says so', async ({ page }) => {
  const key = await authenticator(page, { holding: sams })
  await key.recognising(false)
  await page.goto('/sign-in')
  await press(page, signInWords.button)
  await expect(page.getByText(ceremonyWords.cancelled)).toBeVisible()
  await key.recognising(true)
  await press(page, signInWords.button)
  await expect(page).not.toHaveURL(/\/sign-in/)
})

test('a passkey that was removed is refused in one plain sentence', async ({ page }) => {
  await authenticator(page, { holding: removed })
  await page.goto('/sign-in')
  await press(page, signInWords.button)
  await expect(page.getByText(ceremonyWords.signInRefused)).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('a browser without passkeys is told what to use', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'PublicKeyCredential', { value: undefined })
  })
  await page.goto('/sign-in')
  await press(page, signInWords.button)
  await expect(page.getByText(ceremonyWords.unsupported)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('only the ceremony is missing: sessions can be ended, and signing out works', async ({
    page,
    browser,
    baseURL,
  }) => {
    for (const path of ['/sign-in', '/set-up', '/join', '/recover']) {
      await page.goto(path)
      const said = page.locator('noscript p').last()
      await expect(said).toHaveText(ceremonyWords.noScript)
    }
    const context = await browser.newContext({ baseURL, javaScriptEnabled: true })
    const withScript = await context.newPage()
    await authenticator(withScript, { holding: sams })
    await signIn(withScript)
    await page.context().addCookies(await context.cookies())
    await context.close()
    await page.goto('/sessions')
    await press(page, sessionWords.endOthers)
    await expect(page.getByText('You are signed in here and nowhere else.')).toBeVisible()
    await page.goto('/passkeys')
    await page.getByText(passkeyWords.change('Key in the drawer')).click()
    await page.getByLabel(passkeyWords.rename).fill('PIN 493817')
    await press(page, passkeyWords.renameButton)
    await expect(page.getByLabel(passkeyWords.rename)).toHaveAttribute('aria-invalid', 'true')
    await signOut(page)
    await page.goto('/sessions')
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})
