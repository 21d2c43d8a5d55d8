/** What no page may have, whichever it is. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/** In light and dark: nothing that axe finds, and nothing that scrolls the page sideways. */
export async function noFaults(page: Page): Promise<void> {
  // What a page looks like does not hang on the database: looked at on one of them.
  if (test.info().project.name === 'postgres') return
  // The title of the next page arrives after its first part.
  await expect(page).toHaveTitle(/./)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
}
