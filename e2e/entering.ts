/** How people come in, as journeys need it again and again. Each takes a page that has an authenticator. */
import { expect, type Page } from '@playwright/test'
import { makeWords, setUpWords, signInWords } from '@/lib/words/entry'
import { inviteWords, peopleWords } from '@/lib/words/people'
import { sheetWords } from '@/lib/words/recovery-sheet'
import { shell } from '@/lib/words/shell'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Sets up with the printed link. @returns the code on the recovery sheet */
export async function setUp(
  page: Page,
  link: string,
  { organisation = 'Harbour Office', name = 'Max', email = 'max@example.org' } = {},
): Promise<string> {
  await page.goto(link)
  await page.getByLabel(setUpWords.organisation).fill(organisation)
  await page.getByLabel(setUpWords.name).fill(name)
  await page.getByLabel(setUpWords.email).fill(email)
  await makePasskey(page)
  const code = await shownOnce(page, sheetWords.code)
  await button(page, sheetWords.putAway).click()
  await expect(page).toHaveURL(/\/passkeys\/spare$/)
  return code
}

/** The text under a label that a page shows for taking away: a link, a code. */
export const shownOnce = async (page: Page, label: string): Promise<string> =>
  (await page.getByText(label, { exact: true }).locator('xpath=following-sibling::code').textContent()) ?? ''

/** Joins with a link; ends where a spare is asked for. */
export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await makePasskey(page)
  await expect(page).toHaveURL(/\/passkeys\/spare$/)
}

/** The two presses that every link ends in: make it, use it. */
export async function makePasskey(page: Page): Promise<void> {
  await button(page, makeWords.make).click()
  await button(page, makeWords.use).click()
}

/** Signs in with the button; ends wherever the person starts. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await button(page, signInWords.button).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

export async function signOut(page: Page): Promise<void> {
  const menu = page.getByText(shell.menu, { exact: true })
  if (await menu.isVisible()) await menu.click()
  await button(page, shell.signOut).filter({ visible: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
}

/** Adds somebody as whoever is signed in on the page. @returns the joining link */
export async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/people/new')
  await page.getByLabel(peopleWords.fields.name, { exact: true }).fill(name)
  await page.getByLabel(peopleWords.fields.email).fill(email)
  await button(page, inviteWords.button).click()
  return shownOnce(page, inviteWords.linkLabel)
}
