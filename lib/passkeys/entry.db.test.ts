import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { ensureSetUpLink } from '@/lib/organisation/set-up'
import { browser, joined, setUp } from '@/lib/passkeys/browser.fixture'

beforeAll(async () => {
  await freshDatabase()
})
afterAll(dropDatabases)

describe('set-up', () => {
  test('names the organisation, makes the first administrator, and hands out the recovery sheet once', async () => {
    const { max, sheet } = await setUp()
    expect(max).toMatchObject({ name: 'Max', actor: { role: 'administrator' } })
    expect(max.organisation).toMatchObject({ name: 'Harbour Office', demo: false })
    expect(sheet).toMatch(/^[A-HJKMNP-TV-Z0-9]{5}(-[A-HJKMNP-TV-Z0-9]{1,5}){5}$/)
    expect(await ensureSetUpLink()).toBeNull()
  })
  test('Sam joins', async () => {
    const sam = await joined('Sam')
    await sam.browser.confirm(sam.actor, 'passkey.add')
    const phone = browser()
    await expect(phone.addSpare(sam.actor)).resolves.toBeUndefined()
    expect((await phone.signIn()).name).toBe('Sam')
  })
})
