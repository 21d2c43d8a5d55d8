/** What no page may have, whichever it is. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const looks = [
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1280, height: 800, colorScheme: 'light' },
] as const

/**
 * Nothing scrolls the page sideways, on a phone and on a desk; and nothing that axe finds, in dark and in light. Axe takes
 * many times as long where the browser does not compile, and what it finds does not hang on that.
 */
export async function noFaults(page: Page): Promise<void> {
  await headArrived(page)
  expect(await sideways(page)).toBe(0)
  if (test.info().project.name === 'embedded') return
  const before = page.viewportSize()
  for (const { width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    expect(await sideways(page)).toBe(0)
    const { violations } = await axe(page).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  if (before) await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: null })
}

/**
 * Of a page reached by a link, the title arrives after its content, and the one before goes first: it is there when
 * nothing has changed in the head for a while.
 */
async function headArrived(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = () => setTimeout(resolve, 250)
        let timer = quiet()
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = quiet()
        }).observe(document.head, { childList: true, subtree: true, characterData: true })
      }),
  )
  await expect(page).toHaveTitle(/./)
}

/** In the page itself: what its other mode is for, frames of other origins, no page may have. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
