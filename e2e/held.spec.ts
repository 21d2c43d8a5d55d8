/** What is held about somebody: on a page, as a file; and how somebody who left is erased. */
import fs from 'node:fs'
import { heldWords } from '@/lib/words/held'
import { leaveWords, listWords, peopleWords } from '@/lib/words/people'
import { test as base, expect } from './cast'
import { noFaults } from './faults'
import { aMuster } from './fixtures'
import type { Muster } from './server'

/** A server of this file's own, so that who is erased is missed by nobody. */
const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

test('Sam reads what is held about him, and takes it with him as JSON and CSV', async ({ as }) => {
  const sam = await as('Sam', { viewport: { width: 360, height: 740 } })
  await sam.goto('/held')
  await expect(sam.getByText(heldWords.looked(0))).toBeVisible()
  const you = sam.getByText(`${heldWords.tables.people}: ${heldWords.count(1)}`, { exact: true })
  await you.click()
  await expect(sam.getByRole('cell', { name: 'sam@example.org' })).toBeVisible()
  await noFaults(sam)
  for (const form of ['json', 'csv'] as const) {
    const [file] = await Promise.all([
      sam.waitForEvent('download'),
      sam.getByRole('button', { name: heldWords.take[form], exact: true }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`muster-held-about-you.${form}`)
    const text = fs.readFileSync(await file.path(), 'utf8')
    expect(text).toContain('sam@example.org')
    expect(text).not.toContain('max@example.org')
    if (form === 'json') expect(Object.keys(JSON.parse(text).held)).toContain('passkeys')
  }
})

test('Kim erases Otto, who left: his name is gone, and he cannot come back', async ({ as }) => {
  await as('Otto')
  const kim = await as('Kim')
  await kim.goto('/people')
  await kim.getByRole('link', { name: 'Otto' }).click()
  await kim.getByText(leaveWords.title, { exact: true }).click()
  await kim.getByRole('button', { name: leaveWords.button, exact: true }).click()
  await expect(kim.getByText(leaveWords.backTitle, { exact: true })).toBeVisible()
  await kim.getByText(leaveWords.erase.title, { exact: true }).click()
  await noFaults(kim)
  await kim.getByRole('button', { name: leaveWords.erase.button, exact: true }).click()
  await expect(kim.getByRole('heading', { name: peopleWords.erased, level: 1 })).toBeVisible()
  await expect(kim.getByText(leaveWords.backTitle, { exact: true })).toBeHidden()
  await noFaults(kim)
  await kim.goto('/people?left=yes')
  await expect(kim.getByText(listWords.left).first()).toBeVisible()
  await expect(kim.getByText('Otto')).toBeHidden()
})
