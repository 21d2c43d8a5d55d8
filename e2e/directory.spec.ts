/** An administrator loads a file of a public directory: looks at it, applies it with a passkey, takes it back. */
import type { Page } from '@playwright/test'
import { directoryNames, directoryWords as words } from '@/lib/words/directories'
import { correctionWords } from '@/lib/words/settings'
import { authenticator, type Credential } from './authenticator'
import { setUp, signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ viewport: { width: 360, height: 740 } })

let maxs: Credential[] = []
const asFile = (value: unknown, name = 'all.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
})
const factors = [
  ['Reddit', { domain: 'reddit.com', tfa: ['totp', 'u2f'], keywords: ['social'] }],
  ['Elsewhere', { domain: 'example.com', tfa: ['sms'], keywords: ['other'] }],
]
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
async function look(page: Page, value: unknown, day = '2026-11-10') {
  await page.goto('/settings/services/import')
  await page.getByLabel(words.file, { exact: true }).setInputFiles(asFile(value))
  await page.getByLabel(words.readOn).fill(day)
  await press(page, words.look)
}
async function enter(page: Page) {
  await authenticator(page, { holding: maxs })
  await signIn(page)
}

test('a file that is none is refused in words, and the day stays', async ({ page, muster }) => {
  const key = await authenticator(page)
  await setUp(page, muster.setUpLink ?? '')
  maxs = await key.held()
  await page.goto('/settings/services')
  await page.getByRole('link', { name: words.link }).click()
  await expect(page.getByText(words.none)).toBeVisible()
  await noFaults(page)
  await look(page, 'name,email')
  await expect(page.locator('form').getByRole('alert')).toBeFocused()
  await expect(page.getByText(words.problems.not_json).first()).toBeVisible()
  await expect(page.getByLabel(words.readOn)).toHaveValue('2026-11-10')
  await noFaults(page)
})

test('each change is shown before; a passkey applies it; the service tells its source', async ({ page }) => {
  await enter(page)
  await look(page, factors)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.previewTitle('2fa_directory'))
  await expect(page.getByText(words.previewLead(2, 1))).toBeVisible()
  await expect(page.getByText(words.leftOut(1))).toBeVisible()
  await expect(page.getByRole('row', { name: /Reddit methods/ })).toContainText('fido_security_key')
  await noFaults(page)
  await press(page, words.apply(2))
  await expect(page.getByText(words.applied)).toBeVisible()
  await expect(page.getByRole('row', { name: directoryNames['2fa_directory'] })).toContainText(words.counts)
  await noFaults(page)
  await page.goto('/settings/services?service=reddit')
  await expect(page.getByText(words.dated('2fa_directory', '10 November 2026'))).toBeVisible()
  await noFaults(page)
})

test('a file of the other directory goes beside; both are taken back with a passkey', async ({ page }) => {
  await enter(page)
  await look(page, { 'reddit.com': { passwordless: 'allowed' } }, '2026-11-11')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.previewTitle('passkeys_directory'))
  await press(page, words.apply(2))
  await expect(page.getByText(words.applied)).toBeVisible()
  for (const left of [2, 1]) {
    await expect(page.getByRole('button', { name: words.withdraw })).toHaveCount(left)
    await page.getByRole('button', { name: words.withdraw }).first().click()
    await expect(page.getByText(words.takenBack('').trim()).nth(2 - left)).toBeVisible()
  }
  await noFaults(page)
  await page.goto('/settings/services?service=reddit')
  await expect(page.getByRole('heading', { name: correctionWords.correct('Reddit') })).toBeVisible()
  await expect(page.getByText(words.dated('2fa_directory', '10 November 2026'))).toHaveCount(0)
})
