/** What the organisation provides itself, what it costs, whose advice it is: said where it is decided. */
import type { Page } from '@playwright/test'
import { accountForm } from '@/lib/words/account-form'
import { costOf } from '@/lib/words/costs'
import { itemWords } from '@/lib/words/guidance'
import { lineForm } from '@/lib/words/line-form'
import { providedWords as words } from '@/lib/words/provided'
import { inventoryTraps, trapWords } from '@/lib/words/traps'
import { authenticator, type Credential } from './authenticator'
import { setUp, signIn } from './entering'
import { noFaults } from './faults'
import { aMuster, test as base, expect } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, for it begins with nothing said. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ viewport: { width: 360, height: 740 } })

const says = 'The telecom office sets the PIN of every line. Ask them.'
let maxs: Credential[] = []

async function enter(page: Page): Promise<void> {
  await authenticator(page, { holding: maxs })
  await signIn(page)
}
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()

test('Max says what the organisation provides, and once an item', async ({ page, muster }) => {
  const key = await authenticator(page)
  await setUp(page, muster.setUpLink ?? '')
  maxs = await key.held()
  await page.goto('/settings')
  await page.getByRole('link', { name: words.title }).click()
  await field(page, 'item').selectOption('G5.0')
  await field(page, 'text').fill(says)
  await field(page, 'since').fill('2026-01-05')
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByText(words.saved)).toBeVisible()
  await expect(page.getByRole('cell', { name: says })).toBeVisible()
  await expect(field(page, 'item').locator('option[value="G5.0"]')).toHaveCount(0)
  await noFaults(page)
})

test('it stands beside the verdict of his line, which is asked and judged as before', async ({ page }) => {
  await enter(page)
  await page.goto('/lines/new')
  const traps = page.getByText(trapWords.title).first()
  await traps.click()
  await expect(page.getByText(inventoryTraps['G5.0'].question)).toBeVisible()
  await expect(page.getByText(costOf('G5.0')?.before ?? '?')).toBeHidden()
  await page.getByText(lineForm.more).click()
  await expect(page.getByText(costOf('G5.0')?.before ?? '?')).toBeVisible()
  await noFaults(page)
  await page.locator('input[name="accountPin"][value="not_set"]').check()
  await page.locator('input[name="accountHolder"][value="me"]').check()
  await page.locator('input[name="kind"][value="esim"]').check()
  await page.getByRole('button', { name: lineForm.save }).click()
  await expect(page).toHaveURL(/\/lines\/[\w-]+\?saved=/)
  await expect(page.getByText(words.whoActs)).toBeVisible()
  const judged = page.getByRole('listitem').filter({ hasText: itemWords['G5.0'].short }).first()
  await expect(judged.getByText(words.tag)).toBeVisible()
  await expect(judged.getByText('not met', { exact: false }).first()).toBeVisible()
  await noFaults(page)
})

test('the form of an account says what Advanced Protection costs before it is said to be on', async ({
  page,
}) => {
  await enter(page)
  await page.goto('/accounts/new?service=google')
  await expect(page.getByText(trapWords.title)).not.toHaveCount(0)
  await page.getByText(accountForm.more).click()
  await expect(page.getByText(costOf('G2.4')?.before ?? '?')).toBeVisible()
  for (const each of await page.getByText(trapWords.title).all())
    if (await each.isVisible()) await each.click()
  await noFaults(page)
})

test('ended, it stands beside nothing', async ({ page }) => {
  await enter(page)
  await page.goto('/provided')
  await page.getByRole('button', { name: words.endName(itemWords['G5.0'].short) }).click()
  await expect(page.getByText(words.ended)).toBeVisible()
  await page.goto('/lines')
  await page.locator('main a[href^="/lines/"]:not([href$="/new"])').first().click()
  await expect(page.getByText(words.tag)).toHaveCount(0)
})
