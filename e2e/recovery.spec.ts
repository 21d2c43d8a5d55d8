/** Sam lost his phone: two colleagues let him in again, and neither of them could have gone in himself. */
import { ceremonyWords, makeWords, recoverWords } from '@/lib/words/entry'
import { fieldWords } from '@/lib/words/fields'
import { entryNotices } from '@/lib/words/passkeys'
import { recoveryWords, verifiedWords } from '@/lib/words/recovery'
import { authenticator } from './authenticator'
import { emailOf, expect, test } from './cast'
import { makePasskey, shownOnce } from './entering'

test.use({ allowedErrors: [/status of (400|404|422)/] })

test('Kim asks, Max approves, and Sam needs what both of them were shown', async ({
  as,
  browser,
  baseURL,
}) => {
  const before = await as('Sam')
  const kim = await as('Kim')
  await kim.goto('/recovery')
  await kim.getByLabel(recoveryWords.ask.who).fill(emailOf('Sam'))
  await kim.getByRole('button', { name: recoveryWords.ask.button }).click()
  // How Sam was known is asked for, and what was typed is kept.
  await expect(kim.getByRole('alert').filter({ hasText: fieldWords.choose })).toBeVisible()
  await expect(kim.getByLabel(recoveryWords.ask.who)).toHaveValue(emailOf('Sam'))
  await kim.getByLabel(verifiedWords.known_in_person).check()
  await kim.getByRole('button', { name: recoveryWords.ask.button }).click()
  const code = await shownOnce(kim, recoveryWords.ask.codeLabel)
  await expect(kim.getByText(recoveryWords.approve.own)).toBeVisible()
  await expect(kim.getByRole('button', { name: recoveryWords.approve.button('Sam') })).toHaveCount(0)

  await before.goto('/today')
  await expect(before.getByText(entryNotices.pendingTitle)).toBeVisible()

  const max = await as('Max')
  await max.goto('/recovery')
  await expect(max.getByText(code)).toHaveCount(0)
  await max.getByRole('button', { name: recoveryWords.approve.button('Sam') }).click()
  const link = await shownOnce(max, recoveryWords.approve.linkLabel)
  expect(link).toMatch(/\/recover#[\w-]{43}$/)
  await max.reload()
  await expect(max.getByText(link)).toHaveCount(0)

  const context = await browser.newContext({ baseURL })
  const phone = await context.newPage()
  const key = await authenticator(phone)
  await phone.goto(link)
  await expect(phone.getByText(recoverWords.greeting('Sam'))).toBeVisible()
  await phone.getByLabel(recoverWords.code).fill('AAAA-AAAA')
  await phone.getByRole('button', { name: makeWords.make }).click()
  await expect(phone.getByText(recoveryWords.codeWrong(4)).first()).toBeVisible()
  expect(await key.held()).toEqual([])
  await phone.getByLabel(recoverWords.code).fill(code.toLowerCase().replace('-', ' '))
  await makePasskey(phone)
  await expect(phone).toHaveURL(/\/passkeys\/spare$/)
  await phone.goto('/passkeys')
  await expect(phone.getByText(entryNotices.replacedTitle)).toBeVisible()
  await expect(phone.getByText('One passkey signs you in.')).toBeVisible()

  // The session on the lost phone is over, and so is the link.
  await before.goto('/passkeys')
  await expect(before).toHaveURL(/\/sign-in$/)
  await phone.goto(link)
  await expect(phone.getByText(ceremonyWords.link)).toBeVisible()
  await context.close()
})

test('Theo did not lose anything: he sees what was asked in his name and stops it', async ({ as }) => {
  const kim = await as('Kim')
  const theo = await as('Theo')
  await kim.goto('/recovery')
  await kim.getByLabel(recoveryWords.ask.who).fill(emailOf('Theo'))
  await kim.getByLabel(verifiedWords.vouched_in_person).check()
  await kim.getByRole('button', { name: recoveryWords.ask.button }).click()
  await shownOnce(kim, recoveryWords.ask.codeLabel)
  await theo.goto('/passkeys')
  await theo.getByRole('button', { name: entryNotices.stop }).click()
  await expect(theo.getByText(entryNotices.pendingTitle)).toHaveCount(0)
  await kim.reload()
  await expect(kim.getByRole('cell', { name: 'stopped by the person' })).toBeVisible()
})

test('a single administrator comes back with the recovery sheet', async ({
  as,
  office,
  browser,
  baseURL,
}) => {
  const max = await as('Max')
  await max.goto('/passkeys')
  await max.getByRole('button', { name: 'Make a new sheet' }).click()
  const sheet = await shownOnce(max, 'Code')
  max.on('dialog', (dialog) => dialog.accept())
  const context = await browser.newContext({ baseURL })
  const found = await context.newPage()
  const key = await authenticator(found)
  await found.goto('/recover')
  await found.getByRole('button', { name: makeWords.make }).click()
  await expect(found.getByLabel(recoverWords.sheetCode)).toHaveAttribute('aria-invalid', 'true')
  await found.getByLabel(recoverWords.sheetCode).fill('AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A')
  await found.getByRole('button', { name: makeWords.make }).click()
  await expect(found.getByText(ceremonyWords.sheet)).toBeVisible()
  await found.getByLabel(recoverWords.sheetCode).fill(sheet.toLowerCase())
  await makePasskey(found)
  await expect(found.getByText(recoverWords.newSheet)).toBeVisible()
  expect(await shownOnce(found, 'Code')).not.toBe(sheet)
  await found.getByRole('button', { name: 'I have put it away' }).click()
  office.holds('Max', await key.held())
  await context.close()
  await as('Max')
})
