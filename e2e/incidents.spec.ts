/** Something odd happened: a sheet that needs no network once it is open, handed over by hand, opened where its writer sees it. */
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { reporting } from '@/lib/guidance/reporting'
import { formWords } from '@/lib/words/forms'
import { incidentForm as asks, incidentProblems, kindWords } from '@/lib/words/incident-form'
import { sheetWords } from '@/lib/words/incident-sheet'
import { activityOf, firstSteps, tellsFirst } from '@/lib/words/incident-steps'
import {
  contactWords,
  handedPage,
  inboxPage,
  incidentLink,
  incidentPage,
  incidentsPage,
  keepingWords,
  openingsOfSheets,
} from '@/lib/words/incidents'
import { notFound } from '@/lib/words/shell'
import { test as base, expect } from './cast'
import { noFaults } from './faults'
import { aMuster } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ allowedErrors: [/status of 404|ERR_INTERNET_DISCONNECTED/] })

const phone = { viewport: { width: 360, height: 740 }, permissions: ['clipboard-write'] }
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (page: Page, text: string) => expect(page.getByText(text, { exact: true }).first()).toBeVisible()
const wrong = (page: Page) => page.locator('form').getByRole('alert')
/** Pictures for whoever asks for them: light and dark, at the width of the page. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MUSTER_E2E_PICTURES
  if (!folder) return
  const width = page.viewportSize()?.width
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
}
/** How many pages a print comes to. */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
/** What the clipboard holds: pages may not read it, so it is pasted as by hand, elsewhere. */
async function pasted(page: Page): Promise<string> {
  const paper = await page.context().newPage()
  await paper.setContent('<textarea></textarea>')
  await paper.locator('textarea').focus()
  await paper.keyboard.press('ControlOrMeta+V')
  const text = await paper.locator('textarea').inputValue()
  await paper.close()
  return text
}
let sheet = ''

test('it is one press away on every page of a phone, and says first what to do', async ({ as }) => {
  const page = await as('Sam', phone)
  for (const place of ['/today', '/accounts', '/sessions', '/about']) {
    await page.goto(place)
    await expect(page.getByRole('link', { name: incidentLink })).toBeVisible()
  }
  await page.getByRole('link', { name: incidentLink }).click()
  await expect(page.getByRole('heading', { name: incidentLink, level: 1 })).toBeVisible()
  await says(page, tellsFirst.device)
  await says(page, tellsFirst.team(null))
  await says(page, tellsFirst.still)
  await noFaults(page)
  await picture(page, 'new')
  await page.getByText(kindWords.signal_lost).first().click()
  await says(page, firstSteps.signal_lost[0] ?? '')
  // Whoever comes from a place that knows what happened finds it said.
  await page.goto('/incidents/new?about=linked_device&app=0b1e1a3a-0000-4000-8000-000000000000')
  await says(page, firstSteps.linked_device[0] ?? '')
  await expect(field(page, 'activity')).toHaveValue(activityOf.linked_device)
  await expect(field(page, 'kind')).toHaveValue('linked_device')
})

test('without a network it is written, printed, copied and kept; nothing is sent, nothing stored, nothing lost', async ({
  as,
}) => {
  const page = await as('Sam', phone)
  await page.goto('/incidents/new?about=linked_device')
  await says(page, keepingWords.onlyHere)
  await page.context().setOffline(true)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await says(page, keepingWords.offline)
  await says(page, reporting.phone)
  await field(page, 'location').fill('On a train')
  await field(page, 'time').fill('21:40')
  await field(page, 'activity').fill('Odd device\nsince Sunday')
  await page.getByLabel('The phone company').check()
  await noFaults(page)
  await picture(page, 'offline')

  await press(page, keepingWords.copy)
  await says(page, keepingWords.copied)
  const copied = await pasted(page)
  for (const part of [
    'Location of the incident: On a train',
    '21:40',
    'Odd device\n  since Sunday',
    reporting.email,
  ])
    expect(copied).toContain(part)

  const downloading = page.waitForEvent('download')
  await press(page, keepingWords.file)
  const download = await downloading
  expect(download.suggestedFilename()).toBe(sheetWords.fileName)
  expect(fs.readFileSync(await download.path(), 'utf8')).toBe(copied)
  await says(page, keepingWords.kept(sheetWords.fileName))

  expect(await pages(page)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const printed = (part: string) => page.getByText(part).filter({ visible: true })
  for (const part of [sheetWords.title, 'On a train', 'since Sunday', reporting.phone, sheetWords.phone])
    await expect(printed(part).first()).toBeVisible()
  for (const part of [asks.save, tellsFirst.title, asks.location.hint, keepingWords.copy, 'Menu'])
    await expect(printed(part)).toHaveCount(0)
  await picture(page, 'paper')
  await page.emulateMedia({ media: null })
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])

  await press(page, asks.save)
  await expect(wrong(page)).toBeFocused()
  await expect(wrong(page)).toContainText(formWords.unreachable)
  await expect(field(page, 'location')).toHaveValue('On a train')
  await expect(page.getByLabel('The phone company')).toBeChecked()

  await page.context().setOffline(false)
  await press(page, asks.save)
  await says(page, incidentPage.saved.recorded ?? '')
  sheet = new URL(page.url()).pathname
  await noFaults(page)
  await picture(page, 'saved')
  expect(await pages(page)).toBe(1)
})

test('leaving with something unsaved is asked about first', async ({ as }) => {
  const page = await as('Sam', phone)
  await page.goto('/incidents/new')
  await field(page, 'location').fill('Here')
  const asked = new Promise<string>((told) =>
    page.once('dialog', (dialog) => {
      told(dialog.type())
      void dialog.dismiss()
    }),
  )
  await page.evaluate(() => window.location.assign('/today')).catch(() => null)
  expect(await asked).toBe('beforeunload')
  await expect(field(page, 'location')).toHaveValue('Here')
  page.once('dialog', (dialog) => void dialog.accept())
})

test('what may not be kept is refused with everything kept; an older page shows what stands now', async ({
  as,
}) => {
  const page = await as('Sam', phone)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${sheet}/edit`)
  await says(page, keepingWords.asSaved)
  await field(page, 'contact').fill('Sam, +43 664 1741741')
  await field(page, 'location').fill('48.2082, 16.3738')
  await says(page, keepingWords.changed)
  await press(page, asks.save)
  await expect(wrong(page)).toBeFocused()
  await wrong(page).getByRole('link', { name: incidentProblems.exactPlace }).click()
  await expect(field(page, 'location')).toBeFocused()
  await expect(field(page, 'contact')).toHaveValue('Sam, +43 664 1741741')
  await noFaults(page)
  const other = await page.context().newPage()
  await other.goto(`${sheet}/edit`)
  await field(other, 'device').fill('My own phone')
  await press(other, asks.save)
  await says(other, incidentPage.saved.revised ?? '')
  await other.close()

  await field(page, 'contact').fill('Sam, sam@example.org')
  await field(page, 'location').fill('On a train')
  await press(page, asks.save)
  await expect(wrong(page)).toContainText(formWords.stale)
  await says(page, 'My own phone')
  await press(page, asks.save)
  await says(page, incidentPage.saved.revised ?? '')
})

test('Sam hands it over, takes it back, and hands it over again', async ({ as }) => {
  const page = await as('Sam', { viewport: { width: 1280, height: 800 } })
  await page.goto('/incidents/new')
  await noFaults(page)
  await picture(page, 'new')
  await page.goto(sheet)
  await says(page, incidentPage.lead.own)
  await picture(page, 'own')
  await press(page, incidentPage.next.button)
  await says(page, incidentPage.saved.handed ?? '')
  await noFaults(page)
  await press(page, incidentPage.back.button)
  await says(page, incidentPage.saved.taken_back ?? '')
  await press(page, incidentPage.next.button)
  await says(page, incidentPage.lead.handed)
  expect((await page.goto(`${sheet}/edit`))?.status()).toBe(404)
  await page.goto('/incidents')
  await says(page, incidentsPage.withTeam)
  await noFaults(page)
  await picture(page, 'list')
})

test('Kim finds it without a name, opens it, and notes what was done', async ({ as }) => {
  const page = await as('Kim', { viewport: { width: 1280, height: 800 } })
  await page.goto('/incidents/inbox')
  await says(page, inboxPage.lead(1, 1))
  await expect(page.locator('main')).not.toContainText('Sam')
  await noFaults(page)
  await page.getByRole('radio', { name: contactWords.yes, exact: true }).check()
  await press(page, contactWords.button)
  await expect(wrong(page)).toContainText(contactWords.problems.who)
  await page.getByLabel(contactWords.who).fill('Kim, room 4')
  await press(page, contactWords.button)
  await says(page, contactWords.saved)
  await noFaults(page)
  await picture(page, 'inbox')

  await page.getByRole('link', { name: /^I-/ }).click()
  await says(page, handedPage.closed)
  await expect(page.locator('main')).not.toContainText('On a train')
  await noFaults(page)
  await press(page, handedPage.open)
  await says(page, handedPage.from('Sam'))
  await says(page, 'On a train')
  await noFaults(page)
  await page.getByLabel(handedPage.note.text).fill('Looked at the list together')
  await page.getByLabel(handedPage.note.states.closed).check()
  await press(page, handedPage.note.button)
  await says(page, handedPage.note.saved)
  await says(page, 'Looked at the list together')
  await picture(page, 'handed')
  expect(await pages(page)).toBe(1)
  await page.setViewportSize({ width: 360, height: 740 })
  await noFaults(page)
  await picture(page, 'handed')
  await page.goto('/incidents/inbox')
  await says(page, inboxPage.lead(0, 0))
  await noFaults(page)
  await picture(page, 'inbox')
})

test('Sam reads who opened it and what was done, and from now on whom to tell', async ({ as }) => {
  const page = await as('Sam', phone)
  await page.goto(sheet)
  await says(page, incidentPage.lead.opened(1))
  await says(page, incidentPage.events.opened('Kim'))
  await says(page, 'Looked at the list together')
  await says(page, tellsFirst.team('Kim, room 4'))
  await expect(page.getByRole('button', { name: incidentPage.back.button })).toHaveCount(0)
  await noFaults(page)
  await picture(page, 'opened')
  await page.goto('/who-looked')
  await says(page, openingsOfSheets.title)
  await expect(page.getByRole('link', { name: /^I-/ })).toBeVisible()
  await noFaults(page)
})

test('without JavaScript a sheet is written, removed and put back', async ({ as, browser, baseURL }) => {
  const page = await as('Sam', phone)
  const bare = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await bare.newPage()
  await plain.goto('/incidents/new')
  await field(plain, 'activity').fill('Written plainly')
  await press(plain, asks.save)
  await says(plain, incidentPage.saved.recorded ?? '')
  await expect(plain.getByRole('button', { name: keepingWords.copy })).toBeHidden()
  await plain.locator('summary', { hasText: incidentPage.remove }).click()
  await press(plain, incidentPage.remove)
  await expect(plain).toHaveURL(/\/incidents\?removed=/)
  await press(plain, incidentsPage.restore)
  await says(plain, incidentPage.saved.restored ?? '')
  await bare.close()
})

test('whoever is not of the team finds no inbox; whoever did not write it finds no sheet', async ({ as }) => {
  const page = await as('Ada')
  for (const place of [
    '/incidents/inbox',
    '/incidents/inbox/I-00000000',
    sheet,
    `${sheet}/edit`,
    '/incidents/nothing',
  ]) {
    expect((await page.goto(place))?.status(), place).toBe(404)
    await says(page, notFound.title)
  }
})
