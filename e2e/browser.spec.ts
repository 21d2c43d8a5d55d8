/** What every answer tells the browser, what the browser keeps to, and what still works without scripts. */

import type { BrowserContext } from '@playwright/test'
import { type Role, roles } from '@/lib/vocabulary'
import { ceremonyWords } from '@/lib/words/entry'
import { freePort } from '../db/rig/server'
import { openPages, pages } from './doors'
import { signOut } from './entering'
import { aMuster, test as base, expect } from './fixtures'
import { builtActions } from './manifest'
import { firstAdministrator, type Members, members } from './members'
import { type Muster, startMuster } from './server'
import { type Answer, saidBy, visitor } from './visitor'

const test = base.extend<object, { muster: Muster; all: Members }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
  all: [async ({ muster }, use) => use(await members(muster)), { scope: 'worker', timeout: 120_000 }],
})
test.describe.configure({ timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

/** Lets the browser in as a member who has signed in elsewhere. */
const enter = (context: BrowserContext, { all, muster }: { all: Members; muster: Muster }, role: Role) =>
  context.addCookies(
    [...all[role].cookies].map(([name, value]) => ({ name, value, url: muster.origin, httpOnly: true })),
  )

test('every kind of answer carries the headers', async ({ all, muster }) => {
  const nobody = visitor(muster.origin)
  const page = await all.staff.ask('/accounts')
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page.text)?.[1] ?? ''
  const style = /href="(\/_next\/static\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
  const [record] = builtActions().filter(({ name }) => name === '/accounts#record')
  await all.auditor.confirm('export.take:verdicts')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answers: Record<string, [Answer, number]> = {
    page: [page, 200],
    'page of nobody': [await nobody.ask('/sign-in'), 200],
    redirect: [await nobody.ask('/accounts'), 307],
    'page that does not exist': [await all.staff.ask('/nowhere'), 404],
    'page that is not theirs': [await all.staff.ask('/people'), 404],
    'data of a page': [await all.staff.flight('/accounts'), 200],
    action: [await all.staff.act(record?.id ?? '', '/accounts/new'), 200],
    'form without scripts': [
      await all.staff.submit('/accounts/new?service=google', 'name="label"', { note: 'x'.repeat(9000) }),
      200,
    ],
    CSV: [await all.auditor.ask('/exports/verdicts', { method: 'POST', headers: form, body: 'day=' }), 200],
    JSON: [await nobody.ask('/api/health'), 200],
    'refused ceremony': [await nobody.post('/api/passkeys/link', {}), 400],
    'token of next-auth': [await nobody.ask('/api/auth/csrf'), 200],
    'nothing of next-auth': [await nobody.ask('/api/auth/session'), 404],
    'wrong method of a route': [await nobody.ask('/api/health', { method: 'POST' }), 405],
    'method nobody has': [await nobody.ask('/accounts', { method: 'PUT' }), 405],
    'another site': [
      await nobody.ask('/accounts', { method: 'POST', headers: { origin: 'https://evil.test' } }),
      403,
    ],
    'too large': [await nobody.post('/api/passkeys/link', 'x'.repeat(70_000)), 413],
    'too large a form': [
      await all.staff.ask('/accounts', { method: 'POST', body: Buffer.alloc(2_200_000) }),
      413,
    ],
    script: [await nobody.ask(script), 200],
    style: [await nobody.ask(style), 200],
    'public file': [await nobody.ask('/icon.svg'), 200],
    'optimised image': [await nobody.ask('/_next/image?url=%2Ficon.svg&w=64&q=75'), 400],
  }
  const nonces = new Set<string>()
  for (const [kind, [{ headers, status, text }, expected]] of Object.entries(answers)) {
    expect(status, kind).toBe(expected)
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([\w+/=]{24})' 'strict-dynamic';/.exec(policy)?.[1] ?? ''
    expect(nonce, kind).not.toBe('')
    nonces.add(nonce)
    expect(policy, kind).not.toMatch(/unsafe|\*|https?:|data:/)
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy, kind).toContain(part)
    expect(Object.fromEntries([...always.keys()].map((name) => [name, headers.get(name)])), kind).toEqual(
      Object.fromEntries(always),
    )
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security'])
      expect(headers.get(name), `${name} of ${kind}`).toBeNull()
    expect(headers.get('permissions-policy'), kind).toContain('camera=()')
    if (kind === 'script' || kind === 'style')
      expect(headers.get('cache-control'), kind).toContain('immutable')
    else expect(headers.get('cache-control'), kind).toContain('no-store')
    if (headers.get('content-type')?.startsWith('text/html') && status !== 403)
      for (const [tag] of text.matchAll(/<(script|style)\b[^>]*>/g))
        expect(tag, kind).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(Object.keys(answers).length)
  expect(answers.CSV?.[0].headers.get('content-disposition')).toMatch(
    /^attachment; filename="muster-verdicts-[\dTZ-]+\.csv"$/,
  )
})

test('health says one word, and nothing to whoever asks otherwise', async ({ muster }) => {
  const nobody = visitor(muster.origin)
  expect((await nobody.ask('/api/health')).text).toBe('{"status":"up"}')
  expect((await nobody.ask('/api/health', { method: 'HEAD' })).text).toBe('')
  expect((await nobody.ask('/api/health/more')).status).toBe(404)
})

test('served over https, the cookies are bound to the host and the browser is told to stay there', async () => {
  const port = await freePort()
  const muster = await startMuster({ port, env: { MUSTER_ORIGIN: 'https://muster.example.org' } })
  const max = await firstAdministrator(muster, `http://127.0.0.1:${port}`)
  expect([...max.cookies.keys()].sort()).toEqual([
    '__Host-muster.callback',
    '__Host-muster.csrf',
    '__Host-muster.session',
  ])
  const token = await visitor(muster.origin, `http://127.0.0.1:${port}`).ask('/api/auth/csrf')
  const out = await max.ask('/sign-out', { method: 'POST' })
  for (const line of [...token.headers.getSetCookie(), ...out.headers.getSetCookie()]) {
    expect(line).toMatch(/^__Host-muster\.\w+=/)
    for (const part of [/; Path=\/(;|$)/, /; HttpOnly/, /; Secure/, /; SameSite=Lax/i])
      expect(line).toMatch(part)
    expect(line).not.toMatch(/domain/i)
  }
  expect(out.to).toBe('/sign-in')
  expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(out.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  expect(out.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
  await muster.stop()
})

for (const role of roles) {
  test(`no page breaks its own policy, asks another host or keeps anything in the browser: ${role}`, async ({
    page,
    context,
    all,
    muster,
  }) => {
    await enter(context, { all, muster }, role)
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        console.error(`stopped by ${effectiveDirective}: ${blockedURI}`),
      )
    })
    const theirs = Object.entries(pages).filter(([, door]) => !door.of && door.for.includes(role))
    // What everybody sees is the same for everybody: once is enough.
    const own = theirs.filter(([, door]) => role === 'staff' || door.for.length < roles.length)
    const addresses = [
      ...own.map(([address, door]) => door.as ?? address),
      ...(role === 'staff' ? ['/accounts/new?service=google', '/accounts/new?service=other'] : []),
    ]
    for (const address of addresses) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      await page.waitForLoadState('networkidle')
      const kept = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        cookie: document.cookie,
      }))
      expect(kept, address).toEqual({
        local: 0,
        session: 0,
        databases: 0,
        caches: 0,
        workers: 0,
        cookie: '',
      })
    }
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const role of roles)
    test(`every page of ${role} says what it is for`, async ({ page, context, all, muster }) => {
      await enter(context, { all, muster }, role)
      for (const [pattern, door] of Object.entries(pages)) {
        const address = door.as ?? pattern
        if (door.of || !door.for.includes(role) || (role !== 'staff' && door.for.length === roles.length))
          continue
        const answer = await page.goto(address)
        expect(await answer?.text(), address).toMatch(/<title>[^<]+<\/title>.*<\/head>/s)
        await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
        expect(saidBy(await page.locator('main').innerHTML()).length, address).toBeGreaterThan(40)
      }
    })

  test('the open pages say what to do, and that the passkey needs scripts', async ({ page }) => {
    for (const address of openPages) {
      const answer = await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await answer?.text()).toContain(ceremonyWords.noScript)
    }
  })

  test('Sam adds a line, is told what is wrong with it, keeps what he typed, and signs out', async ({
    page,
    context,
    all,
    muster,
  }) => {
    await enter(context, { all, muster }, 'staff')
    await page.goto('/today')
    await page.goto('/lines/new')
    const label = page.locator('input[name="label"]')
    const digits = page.locator('input[name="lastDigits"]')
    await page.locator('select[name="carrierId"]').selectOption('verizon')
    await label.fill('Blue phone')
    await digits.fill('not digits')
    const send = page.locator('form:has(input[name="label"]) button[type="submit"]')
    await send.click()
    await expect(digits).toHaveAttribute('aria-invalid', 'true')
    await expect(label).toHaveValue('Blue phone')
    await expect(page.locator('select[name="carrierId"]')).toHaveValue('verizon')
    await digits.fill('41')
    await send.click()
    await expect(page).toHaveURL(/\/lines\/[\w-]{36}/)
    await expect(page.getByText('Blue phone').first()).toBeVisible()
    await signOut(page)
    await page.goto('/lines')
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})

const always = new Map([
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
])
