/** The security team rules on an app, on records and on a model of phone; what people are told follows. */
import type { Page } from '@playwright/test'
import { pathsOf } from '@/lib/guidance/paths'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { phoneActionWords } from '@/lib/words/actions-of-phones'
import { appForm, appPage, lookedAtApp } from '@/lib/words/apps'
import { fieldWords } from '@/lib/words/fields'
import { formWords } from '@/lib/words/forms'
import { itemWords } from '@/lib/words/guidance'
import { habitLabelWords } from '@/lib/words/labels-of-habits'
import { peopleWords, personWords } from '@/lib/words/people'
import { organisationOnVpn, phoneForm, phonePage } from '@/lib/words/phones'
import { piecePage } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { organisationSays } from '@/lib/words/questions-of-apps'
import { rulingForm, rulingQuestions, rulingTextWords } from '@/lib/words/ruling-form'
import { deviceGroupName, rulingProblems, rulingsPage, rulingPage as words } from '@/lib/words/rulings'
import { notFound, verdictWords } from '@/lib/words/shell'
import { test as base, expect } from './cast'
import { noFaults } from './faults'
import { aMuster } from './fixtures'
import type { Muster } from './server'

const test = base.extend<object, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')
test.use({ allowedErrors: [/status of 404/] })

const asked = (page: Page, topic: keyof typeof rulingQuestions, name: string, answer: string) =>
  page
    .getByRole('group', { name: rulingQuestions[topic][name]?.label })
    .getByLabel(rulingQuestions[topic][name]?.choices?.[answer] ?? rulingForm.notSure, { exact: true })
const written = (page: Page, topic: keyof typeof rulingTextWords, name: string) =>
  page.getByRole('textbox', { name: rulingTextWords[topic][name]?.label })
const save = (page: Page) => page.getByRole('button', { name: rulingForm.save, exact: true }).click()
/** Pictures for whoever asks for them: light and dark, narrow and wide. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MUSTER_E2E_PICTURES
  if (!folder) return
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 360, height: 740 })
}

test('an app that somebody uses waits for a look, and is approved with limits', async ({ as }) => {
  const sam = await as('Sam')
  await sam.goto('/apps/new')
  await sam.getByLabel('Signal', { exact: true }).check()
  await sam.locator('main form').getByRole('button').last().click()
  await expect(sam).toHaveURL(/\/apps\//)

  const kim = await as('Kim')
  await kim.goto('/rulings')
  await expect(kim.getByRole('heading', { name: rulingsPage.title, level: 1 })).toBeVisible()
  await expect(kim.getByText(rulingsPage.lead(1, 1))).toBeVisible()
  await expect(kim.getByRole('cell', { name: rulingsPage.apps.inUse, exact: true })).toBeVisible()
  await noFaults(kim)
  await picture(kim, 'rulings-empty')
  await kim.getByRole('link', { name: 'Signal' }).click()
  await save(kim)
  await expect(kim.locator('form').getByRole('alert')).toBeFocused()
  await asked(kim, 'app_review', 'outcome', 'approved_with_limits').check()
  await asked(kim, 'app_review', 'collected', 'phone_number').check()
  await written(kim, 'app_review', 'limits').fill('Nothing confidential; backups off')
  await noFaults(kim)
  await picture(kim, 'ruling-app')
  await save(kim)
  await expect(kim.getByText(rulingsPage.saved)).toBeVisible()
  await expect(kim.getByText(rulingsPage.lead(0, 1))).toBeVisible()
})

test('an app in no list is looked at once Sam sends its name; Sam reads the limits, and takes the name back', async ({
  as,
}) => {
  const sam = await as('Sam')
  await sam.goto('/apps/new')
  await sam.getByLabel(appForm.service.another, { exact: true }).check()
  await sam.getByRole('textbox', { name: appForm.ownName.label }).fill('Harbour Chat')
  await sam.locator('main form').getByRole('button').last().click()
  await expect(sam.getByText(lookedAtApp.ask('Harbour Chat'))).toBeVisible()
  await noFaults(sam)
  await picture(sam, 'app-name-unsent')
  await sam.getByRole('button', { name: lookedAtApp.send }).click()
  await expect(sam.getByText(appPage.saved.sent ?? '')).toBeVisible()
  const place = new URL(sam.url()).pathname

  const kim = await as('Kim')
  await kim.goto('/rulings')
  await expect(kim.getByText(rulingsPage.apps.sentIn)).toBeVisible()
  await noFaults(kim)
  await picture(kim, 'rulings-sent-names')
  await kim.getByRole('link', { name: 'Harbour Chat' }).click()
  await asked(kim, 'app_review', 'outcome', 'approved_with_limits').check()
  await written(kim, 'app_review', 'limits').fill('Nothing confidential')
  await save(kim)
  await expect(kim).toHaveURL(/rulings\?saved/)

  await sam.goto(place)
  await expect(sam.getByText(lookedAtApp.limits('Nothing confidential'))).toBeVisible()
  await noFaults(sam)
  await picture(sam, 'app-limits')
  await sam.getByRole('button', { name: lookedAtApp.takeBack }).click()
  await expect(sam.getByText(appPage.saved.takenBack ?? '')).toBeVisible()
  await expect(sam.getByText(lookedAtApp.limits('Nothing confidential'))).toHaveCount(0)
})

test('somebody who was slower is shown what stands, and keeps what they chose', async ({ as }) => {
  const [kim, nora] = [await as('Kim'), await as('Nora')]
  for (const page of [kim, nora]) await page.goto('/rulings/records')
  await asked(kim, 'records', 'ruling', 'expiry_forbidden').check()
  await written(kim, 'records', 'policyTitle').fill('Records schedule')
  await save(kim)
  await expect(kim.getByText(rulingsPage.saved)).toBeVisible()

  await asked(nora, 'records', 'ruling', 'expiry_allowed').check()
  await save(nora)
  await expect(nora.getByText(formWords.stale)).toBeVisible()
  await expect(nora.getByText('Records schedule')).toBeVisible()
  await expect(asked(nora, 'records', 'ruling', 'expiry_allowed')).toBeChecked()
  await noFaults(nora)
  await picture(nora, 'ruling-stale')
  await save(nora)
  await expect(nora.getByText(rulingsPage.saved)).toBeVisible()
  await nora.goto('/rulings/records')
  await expect(nora.getByRole('heading', { name: words.history })).toBeVisible()
})

test('highly targeted people have a ruling of their own: Rosa is told so and judged by it, until it ends', async ({
  as,
}) => {
  const [rosa, kim] = [await as('Rosa'), await as('Kim')]
  await rosa.goto('/apps/new')
  await rosa.getByLabel('Signal', { exact: true }).check()
  await rosa.locator('main form').getByRole('button').last().click()
  await rosa.getByRole('link', { name: pieceWords.app_use.title }).click()
  const chosen = (name: string, value: string) => rosa.locator(`input[name="${name}"][value="${value}"]`)
  await chosen('usedForSensitive', 'yes').check()
  await chosen('onDevice', 'own_phone').check()
  await expect(rosa.getByText(organisationSays.expiry_allowed)).toBeHidden()
  await chosen('onDevice', 'employer_phone').check()
  await expect(rosa.getByText(organisationSays.expiry_allowed)).toBeVisible()
  await chosen('onLegalHold', 'no').check()
  await chosen('expiry', 'on_default_all').check()
  await noFaults(rosa)
  await picture(rosa, 'told')
  await rosa.getByRole('button', { name: piecePage.save, exact: true }).click()
  const met = piecePage.savedVerdict(itemWords['G1.9'].short, verdictWords.met)
  await expect(rosa.getByRole('status').first()).toContainText(met)

  await kim.goto('/rulings')
  const groups = kim.getByRole('region', { name: rulingsPage.records.caption })
  const ofTargeted = deviceGroupName('highly_targeted', '')
  await kim.getByLabel(rulingsPage.records.own.label).selectOption({ label: ofTargeted })
  await kim.getByRole('button', { name: rulingsPage.records.own.add }).click()
  await expect(kim.getByRole('heading', { name: words.titles.records(ofTargeted), level: 1 })).toBeVisible()
  await expect(kim.getByText(words.groups.own)).toBeVisible()
  await expect(kim.getByText(words.groups.end, { exact: true })).toHaveCount(0)
  await asked(kim, 'records', 'ruling', 'expiry_forbidden').check()
  await noFaults(kim)
  await picture(kim, 'ruling-group')
  await save(kim)
  await expect(kim.getByText(rulingsPage.saved)).toBeVisible()
  await expect(groups.getByRole('row')).toHaveCount(3)
  await noFaults(kim)
  await picture(kim, 'rulings-groups')

  await kim.goto('/people')
  await kim.getByRole('link', { name: 'Rosa', exact: true }).first().click()
  await kim.getByText(personWords.revise.title).click()
  await kim.getByRole('radio', { name: peopleWords.fields.tiers.highly_targeted }).check()
  await kim.getByRole('button', { name: personWords.revise.button, exact: true }).click()
  await expect(kim.getByText(personWords.revise.saved)).toBeVisible()
  await rosa.reload()
  await expect(rosa.getByText(organisationSays.expiry_forbidden)).toBeVisible()
  await expect(rosa.getByText(habitLabelWords.conflicts_with_records_policy.tag).first()).toBeVisible()
  await noFaults(rosa)
  await picture(rosa, 'told-otherwise')

  await kim.goto('/rulings')
  await groups.getByRole('link', { name: ofTargeted }).click()
  await kim.getByText(words.groups.end, { exact: true }).first().click()
  await expect(kim.getByText(words.groups.endSays)).toBeVisible()
  await noFaults(kim)
  await picture(kim, 'ruling-group-end')
  await kim.getByRole('button', { name: words.groups.end }).click()
  await expect(kim.getByText(rulingsPage.ended)).toBeVisible()
  await expect(groups.getByRole('row')).toHaveCount(2)
  await kim.goto('/rulings/records?of=highly_targeted')
  await expect(kim.getByText(words.groups.none)).toBeVisible()
  await expect(kim.getByText(rulingForm.open.as_for_all ?? '')).toBeVisible()
  await noFaults(kim)
  await picture(kim, 'ruling-group-ended')
  await rosa.reload()
  await expect(rosa.getByText(organisationSays.expiry_allowed)).toBeVisible()
})

test('a model of phone is listed, and chosen for a phone', async ({ as }) => {
  const kim = await as('Kim')
  await kim.goto('/rulings')
  await kim.getByRole('link', { name: rulingsPage.models.add }).click()
  await written(kim, 'hardware', 'name').fill('Harbour Phone 9')
  await asked(kim, 'hardware', 'platform', 'android').check()
  await asked(kim, 'hardware', 'latest', 'no').check()
  await asked(kim, 'hardware', 'hardwareKeyStore', 'yes').check()
  await asked(kim, 'hardware', 'listed', 'yes').check()
  await save(kim)
  await expect(kim.locator('form').getByRole('alert')).toContainText(rulingProblems.month)
  await kim.getByLabel(rulingQuestions.hardware.latestUntil?.label ?? '').fill('2026-09')
  await kim.getByLabel(rulingQuestions.hardware.updatesUntil?.label ?? '').fill('2032-10')
  await noFaults(kim)
  await picture(kim, 'ruling-model')
  await save(kim)
  await expect(kim.getByRole('link', { name: 'Harbour Phone 9' })).toBeVisible()
  await kim.getByRole('link', { name: rulingsPage.lines.add }).click()
  await kim.getByLabel(rulingForm.carrier).selectOption('verizon')
  await noFaults(kim)
  await kim.getByRole('button', { name: rulingForm.begin }).click()
  await asked(kim, 'employer_lines', 'pin', 'yes').check()
  await save(kim)
  await expect(kim.getByRole('link', { name: 'Verizon' })).toBeVisible()
  await noFaults(kim)
  await picture(kim, 'rulings-full')

  const sam = await as('Sam')
  await sam.goto('/phones/new')
  await expect(sam.getByRole('option', { name: 'Harbour Phone 9 (Android phone)' })).toBeAttached()
  await sam.getByRole('radio', { name: phoneForm.platform.choices.iphone.label }).check()
  await sam.getByLabel(phoneForm.named.label).fill('Pierbuilt Tern 7')
  await noFaults(sam)
  await picture(sam, 'phone-named')
  await sam.getByRole('button', { name: phoneForm.save }).click()
  await expect(sam.getByText(phonePage.saved.added ?? '')).toBeVisible()
  await kim.goto('/rulings')
  await expect(kim.getByText(rulingsPage.models.waiting(null))).toBeVisible()
  await sam.goto('/rulings')
  await expect(sam.getByText(notFound.title)).toBeVisible()
})

test('the organisation rules on its VPN, and Sam reads it where he is asked for one', async ({ as }) => {
  const kim = await as('Kim')
  await kim.goto('/rulings')
  await expect(kim.getByText(rulingsPage.vpn.never)).toBeVisible()
  await kim.goto('/rulings/employer_vpn')
  await expect(asked(kim, 'employer_vpn', 'alwaysOn', 'no')).toBeHidden()
  await asked(kim, 'employer_vpn', 'vpn', 'required').check()
  await written(kim, 'employer_vpn', 'reference').fill('Remote access, version 2')
  await save(kim)
  await expect(kim.locator('form').getByRole('alert')).toContainText(fieldWords.choose)
  await asked(kim, 'employer_vpn', 'alwaysOn', 'no').check()
  await noFaults(kim)
  await picture(kim, 'ruling-vpn')
  await save(kim)
  await expect(kim.getByText(rulingsPage.saved)).toBeVisible()
  await expect(kim.getByText('Remote access, version 2')).toBeVisible()
  await kim.goto('/rulings/hardware')
  await asked(kim, 'hardware', 'platform', 'iphone').check()
  await expect(asked(kim, 'hardware', 'aerListed', 'yes')).toBeHidden()
  await asked(kim, 'hardware', 'platform', 'android').check()
  await asked(kim, 'hardware', 'aerListed', 'yes').check()

  const sam = await as('Sam')
  for (const platform of ['iphone', 'android'] as const) {
    await sam.goto('/phones/new')
    await sam.locator(`input[name="platform"][value="${platform}"]`).check()
    await sam.getByRole('button', { name: phoneForm.save, exact: true }).click()
    await expect(sam).toHaveURL(/\/phones\/[0-9a-f-]{36}/)
    const phone = new URL(sam.url()).pathname.split('/').at(-1)
    for (const piece of piecesOf('phone', platform)) {
      await sam.goto(`/pieces/${piece}?of=${phone}`)
      const page = await sam.locator('main').textContent()
      const { items } = pieceShape(piece)
      for (const { path } of items.flatMap((item) => pathsOf(item, platform)))
        expect([piece, page]).toEqual([piece, expect.stringContaining(path.join(' › '))])
    }
    await sam.goto(`/pieces/vpn?of=${phone}`)
    await expect(sam.getByText(organisationOnVpn.at_times)).toBeVisible()
  }
  await sam.locator('input[name="personalVpn"][value="always_on"]').check()
  await sam.locator('input[name="dnsOnly"][value="no"]').check()
  await sam.locator('input[name="employerVpn"][value="required"]').check()
  await noFaults(sam)
  await sam.getByRole('button', { name: piecePage.save, exact: true }).click()
  await expect(sam).toHaveURL(/saved=stated/)
  await expect(
    sam.getByRole('heading', { name: phoneActionWords.remove_personal_vpn.title('Android phone') }),
  ).toBeVisible()
  await expect(
    sam.locator('main').getByText('Settings › Network & internet › VPN', { exact: true }),
  ).toHaveCount(2)
  await noFaults(sam)
  await picture(sam, 'piece-vpn')
})
