/** How people come in, as journeys need it again and again. Each takes a page that has an authenticator. */
import { expect, type Page } from '@playwright/test'

/** Sets up with the printed link. @returns the code on the recovery sheet */
export async function setUp(
  page: Page,
  link: string,
  { organisation = 'Harbour Office', name = 'Max', email = 'max@example.org' } = {},
): Promise<string> {
  await page.goto(link)
  await page.getByLabel('Name of the organisation').fill(organisation)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your work e-mail address').fill(email)
  await makePasskey(page)
  const code = await page.getByLabel('The code, to copy').inputValue()
  await page.getByRole('button', { name: 'I have put it away' }).click()
  await expect(page).toHaveURL(/\/passkeys\/spare$/)
  return code
}

/** Joins with a link; ends where a spare is asked for. */
export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await makePasskey(page)
  await expect(page).toHaveURL(/\/passkeys\/spare$/)
}

/** The two presses that every link ends in: make it, use it. */
export async function makePasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await page.getByRole('button', { name: 'Sign in with it' }).click()
}

/** Signs in with the button; ends wherever the person starts. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
  await expect(page.getByRole('button', { name: 'Sign out' }).first()).toBeAttached()
}

export async function signOut(page: Page): Promise<void> {
  const menu = page.getByText('Menu', { exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('button', { name: 'Sign out' }).filter({ visible: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
}
