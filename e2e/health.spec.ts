import { expect, test } from './fixtures'

test('the server says it is well, and where it is', async ({ muster, request }) => {
  const health = await request.get('/api/health')
  expect(health.status()).toBe(200)
  expect(muster.said()).toContain(`Muster is at ${muster.origin}`)
})

test.describe('a page that does not exist', () => {
  test.use({ allowedErrors: [/status of 404/] })

  test('is found missing', async ({ page }) => {
    const answer = await page.goto('/nowhere')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})
