/**
 * Every door of the build, as each role and as nobody: who gets in, and what everybody else is told. The list of doors
 * comes from the build, what they answer from doors.ts.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { filesWith, holds, tracesOf } from '@/lib/sealing/traces.fixture'
import { roles } from '@/lib/vocabulary'
import { formWords } from '@/lib/words/forms'
import { type Asker, actions, firstPages, named, openPages, pages, routes, withoutAddress } from './doors'
import { aMuster, test as base, expect } from './fixtures'
import { type BuiltAction, builtActions, builtPages, builtRoutes } from './manifest'
import { type Members, members, names, organisation } from './members'
import type { Muster } from './server'
import { type Answer, saidBy, type Visitor, visitor } from './visitor'

type Own = {
  account: string
  line: string
  phone: string
  app: string
  incident: string
  handed: string
  passkey: string
  session: string
  person: string
  /** Nobody's own: who keeps the register keeps all of it, so one id is as good as another. */
  register: string
}
type House = { all: Members; nobody: Visitor; mine: Own; theirs: Own }
type Headers = Record<string, string>
/** How Next's own scripts ask for the data of a page: all of it, what may be fetched early, the tree alone. */
const inParts: Headers[] = [{}, { 'next-router-prefetch': '1' }, { 'next-router-segment-prefetch': '/_tree' }]
const elsewhere: Headers[] = [
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: '' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test', host: 'evil.test' },
]
const askers: readonly Asker[] = [...roles, 'nobody']
/** Words in Theo's record that only Theo may read. */
const secret = 'Vandermolens treasury'

const test = base.extend<object, { muster: Muster; house: House }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
  house: [
    async ({ muster }, use) => {
      const all = await members(muster)
      const mine = await fill(all.staff, 'Pellegrins mailbox', all.idOf.staff)
      const theirs = await fill(all.other, secret, all.idOf.other)
      await use({ all, nobody: visitor(muster.origin), mine, theirs })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.describe.configure({ timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

/** One account, line, phone, app, passkey and session of a member, by their ids. */
async function fill(member: Visitor, label: string, person: string): Promise<Own> {
  const account = await member.submit('/accounts/new?service=google', 'name="label"', { label })
  const line = await member.submit('/lines/new', 'name="label"', { carrierId: 'verizon', label })
  const phone = await member.submit('/phones/new', 'name="platform"', { platform: 'iphone', label })
  const app = await member.submit('/apps/new', 'name="serviceId"', { serviceId: 'other', ownName: label })
  const incident = await member.submit('/incidents/new', 'name="activity"', { activity: label })
  // Signed in on another device: only sessions other than the present one can be ended from the list.
  member.cookies.clear()
  await member.signIn()
  const page = async (path: string) => (await member.ask(path)).text
  const found = (text: string | null, pattern: RegExp): string => {
    const id = pattern.exec(text ?? '')?.[1]
    if (!id) throw new Error(`there is no ${pattern} in ${text && saidBy(text)}`)
    return id
  }
  return {
    account: found(account.to ?? account.text, /accounts\/([\w-]{36})/),
    line: found(line.to ?? line.text, /lines\/([\w-]{36})/),
    phone: found(phone.to ?? phone.text, /phones\/([\w-]{36})/),
    app: found(app.to ?? app.text, /apps\/([\w-]{36})/),
    incident: found(incident.to ?? incident.text, /incidents\/([\w-]{36})/),
    // Nothing of theirs is with the team.
    handed: randomUUID(),
    passkey: found(await page('/passkeys'), /name="id" value="([^"]+)"/),
    session: found(await page('/sessions'), /name="session" value="([^"]+)"/),
    person,
    register: randomUUID(),
  }
}

const whoIs = ({ all, nobody }: House, asker: Asker) => (asker === 'nobody' ? nobody : all[asker])
/** The names an asker may come across on pages; everybody may come across their own. */
const hiddenFrom = (asker: Asker): string[] => {
  const own = asker === 'nobody' ? '' : names[asker]
  const people = Object.values(names).filter((name) => name !== own)
  if (asker === 'nobody') return [...people, organisation, secret]
  // Who has an office is known to those who give it; the security team knows who there is; the log names whom it is about.
  return asker === 'staff' || asker === 'leadership' ? [...people, secret] : [secret]
}
const leaked = (asker: Asker, text: string, at = '') =>
  // Whoever was given an office reads there who gave it.
  hiddenFrom(asker).filter(
    (hidden) => text.includes(hidden) && !(at === '/who-looked' && hidden === names.administrator),
  )

test('the table names everything that the build has, and nothing else', () => {
  expect(['/', ...Object.keys(pages), ...openPages, ...withoutAddress].sort()).toEqual(builtPages().sort())
  expect(Object.keys(routes).sort()).toEqual(builtRoutes().sort())
  expect(Object.keys(actions).sort()).toEqual(
    builtActions()
      .map(({ name }) => name)
      .sort(),
  )
})

for (const asker of askers) {
  test(`pages, as ${asker}`, async ({ house }) => {
    const who = whoIs(house, asker)
    const found: string[] = []
    const expected: string[] = []
    const say = (list: string[], address: string, { status, to }: Pick<Answer, 'status' | 'to'>) =>
      list.push(`${address} ${status}${to ? ` ${to}` : ''}`)
    for (const [pattern, door] of Object.entries(pages)) {
      const own =
        door.of === 'person' ? house.theirs.person : door.of && asker === 'staff' && house.mine[door.of]
      const opens = asker !== 'nobody' && door.for.includes(asker)
      const address = door.as ?? pattern.replace('[id]', own || randomUUID())
      const answer = await who.ask(address)
      say(found, pattern, answer)
      if (asker === 'nobody') say(expected, pattern, { status: 307, to: '/sign-in' })
      else say(expected, pattern, { status: opens && (own || !door.of) ? 200 : 404, to: null })
      expect(leaked(asker, answer.text, pattern), `names on ${address}`).toEqual([])
      expect(answer.headers.get('cache-control'), address).toContain('no-store')
      // The same again as our own scripts ask, whole and in parts.
      for (const rsc of inParts) {
        const flight = await who.flight(address, rsc)
        expect(leaked(asker, flight.text, pattern), `names in the data of ${address}`).toEqual([])
        // What may be fetched early is the shape of the address alone: the same for everybody.
        if (asker === 'nobody' && rsc === inParts[0])
          expect(flight.text, address).toContain('NEXT_REDIRECT;replace;/sign-in;')
      }
    }
    say(found, '/', await who.ask('/'))
    say(expected, '/', { status: 307, to: firstPages[asker] })
    for (const address of openPages) {
      const away = address === '/sign-in' && asker !== 'nobody'
      const answer = await who.ask(address)
      say(found, address, answer)
      say(expected, address, away ? { status: 307, to: '/' } : { status: 200, to: null })
      expect(leaked(asker, answer.text), `names on ${address}`).toEqual([])
    }
    expect(found).toEqual(expected)
  })
}

test('routes answer each role as the table says, and 405 to methods they do not have', async ({ house }) => {
  // On cookies of their own: signing out is among the routes.
  const found: string[] = []
  const expected: string[] = []
  for (const [pattern, door] of Object.entries(routes).sort(
    ([a], [b]) => Number(a === '/sign-out') - Number(b === '/sign-out'),
  )) {
    const address = pattern
      .replace('[kind]', 'verdicts')
      .replace('[form]', 'json')
      .replace('[...nextauth]', 'session')
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const has = method === 'GET' || method === 'POST' ? door[method] : undefined
      const statuses = await Promise.all(
        askers.map(async (asker) => {
          const type = has?.json ? 'application/json' : 'application/x-www-form-urlencoded'
          const body = has?.json ? JSON.stringify(has.json) : has?.form
          const sent = method === 'GET' ? {} : { headers: { 'content-type': type }, body: body ?? '' }
          const answer = await whoIs(house, asker).ask(address, { method, ...sent })
          expect(leaked(asker, answer.text)).toEqual([])
          return `${asker} ${answer.status}`
        }),
      )
      found.push(`${method} ${pattern} ${statuses}`)
      expected.push(
        `${method} ${pattern} ${askers.map((asker) => `${asker} ${has ? has.answers[asker] : 405}`)}`,
      )
    }
  }
  expect(found).toEqual(expected)
  for (const role of roles) {
    // Their sessions are over.
    expect((await house.all[role].ask('/accounts')).to).toBe('/sign-in')
    await house.all[role].signIn()
  }
})

test('of next-auth there is nothing but the token and the callback of the passkey', async ({ house }) => {
  const { nobody, all } = house
  for (const part of [
    'session',
    'providers',
    'signin',
    'signin/passkey',
    'signout',
    'error',
    'verify-request',
    '_log',
    'callback/other',
    'callback',
  ])
    for (const who of [nobody, all.staff]) {
      expect((await who.ask(`/api/auth/${part}`)).status, part).toBe(404)
      expect((await who.ask(`/api/auth/${part}`, { method: 'POST' })).status, part).toBe(404)
    }
  expect((await nobody.ask('/api/auth/callback/passkey')).status).toBe(404)
  expect((await nobody.ask('/api/auth/csrf')).status).toBe(200)
})

/** Any page that carries the action, with made-up ids. */
const pageWith = ({ on: [page = ''] }: BuiltAction) =>
  pages[page]?.as ?? page.replace(/\[\w+\]/, randomUUID())

for (const asker of askers) {
  test(`server actions posted by hand, as ${asker}`, async ({ house }) => {
    const who = whoIs(house, asker)
    const found: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const action of builtActions()) {
      const { status, text } = await who.act(action.id, pageWith(action), named[action.name])
      const signedOut = text.includes(formWords.signedOut)
      found[action.name] = signedOut ? 'signed out' : `${status}`
      expect(leaked(asker, text), action.name).toEqual([])
      const allowed = asker !== 'nobody' && actions[action.name]?.includes(asker)
      expected[action.name] = asker === 'nobody' ? 'signed out' : allowed ? '200' : '404'
    }
    expect(found).toEqual(expected)
  })
}

test('server actions posted from another site, or from none, are refused before they run', async ({
  house,
}) => {
  for (const action of builtActions()) {
    const [role] = actions[action.name] ?? []
    const who = house.all[role ?? 'staff']
    for (const headers of elsewhere) {
      const answer = await who.act(action.id, pageWith(action), {}, headers)
      expect(answer.status, `${action.name} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
})

test('what is somebody else’s is answered as what does not exist', async ({ house }) => {
  const { all, theirs } = house
  const withoutIds = (text: string, id: string) => saidBy(text).replaceAll(id, 'ID')
  for (const [pattern, door] of Object.entries(pages).filter(([, { of }]) => of && of !== 'person')) {
    for (const role of roles) {
      const [found, none] = [theirs[door.of ?? 'account'], randomUUID()]
      const theirPage = await all[role].ask(pattern.replace('[id]', found))
      const noPage = await all[role].ask(pattern.replace('[id]', none))
      expect(theirPage.status, pattern).toBe(404)
      expect(withoutIds(theirPage.text, found)).toBe(withoutIds(noPage.text, none))
    }
  }
  for (const role of roles.filter((each) => each !== 'security')) {
    const theirPage = await all[role].ask(`/people/${theirs.person}`)
    const noPage = await all[role].ask(`/people/${randomUUID()}`)
    expect([theirPage.status, withoutIds(theirPage.text, '')]).toEqual([404, withoutIds(noPage.text, '')])
  }
})

/** Without what is new with every answer: made-up ids and references, the nonce of the answer, the id of the next submit. */
const withoutChance = (text: string) =>
  text
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')
    .replace(/[\w+/]{22}==/g, 'NONCE')
    .replace(/"[\w-]{21}[a-z]?"/g, 'KEY')
    .replace(/\bI-[\dA-F]{8}\b/g, 'REF')
    .replace(/"I-[\dA-F]{8}"/g, 'SHEET')
function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return `${one.slice(at - 60, at + 60)} ≠ ${other.slice(at - 60, at + 60)}`
}

test('Sam’s hand on what is Theo’s: every action answers as for an id that does not exist', async ({
  house,
}) => {
  const { all, theirs } = house
  const before = saidBy((await all.other.ask('/accounts')).text)
  const fields = (id: string) => ({
    ...{
      id,
      session: id,
      scopeId: id,
      throughAccountId: id,
      phoneLine: id,
      carrierAccountId: id,
      basedOn: id,
    },
    ...{ recoveryMailboxes: id, version: '1', visibility: 'shown_to_security', name: 'Mine now' },
    ...{ serviceId: 'google', signsInBy: 'another_account', mailboxRecovery: 'on', smsRecovery: 'on' },
    ...{
      of: id,
      piece: 'updates',
      looked: 'yes',
      lastCheckedOn: '2026-11-01',
      pending: 'none',
      hardwareId: id,
      none: 'yes',
    },
    ...{ carrierId: 'verizon', hasOnlineAccount: 'yes', action: 'set_carrier_pin', who: id, personId: id },
  })
  const wrong: string[] = []
  for (const action of builtActions().filter(({ name }) => actions[name]?.includes('staff'))) {
    if (action.name === '/sessions#endOthers') continue
    // It takes no id, and answers a few times an hour only: asked about one of them.
    const kinds = Object.entries(theirs).slice(0, action.name === '/aide#ask' ? 1 : undefined)
    for (const [kind, id] of kinds) {
      const none = kind === 'passkey' || kind === 'session' ? `x${id.slice(1)}` : randomUUID()
      const said = ({ status, text, headers }: Answer, own: string) =>
        withoutChance(`${status} ${headers.get('x-action-redirect')} ${text}`.replaceAll(own, 'ID'))
      const [real, madeUp] = [
        await all.staff.act(action.id, pageWith(action), fields(id)),
        await all.staff.act(action.id, pageWith(action), fields(none)),
      ]
      const [told, toldOfNone] = [said(real, id), said(madeUp, none)]
      if (told !== toldOfNone) wrong.push(`${action.name}, Theo's ${kind}: ${difference(told, toldOfNone)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(saidBy((await all.other.ask('/accounts')).text)).toBe(before)
  expect((await all.other.ask(`/accounts/${theirs.account}`)).status).toBe(200)
})

test('a session that ended opens nothing, on pages, routes and actions', async ({ house, muster }) => {
  const { all } = house
  const thief = visitor(muster.origin)
  for (const [name, value] of all.other.cookies) thief.cookies.set(name, value)
  expect((await thief.ask('/accounts')).status).toBe(200)
  await all.other.ask('/sign-out', { method: 'POST' })
  expect((await thief.ask('/accounts')).to).toBe('/sign-in')
  expect((await thief.post('/api/passkeys/confirm/options', { purpose: 'passkey.add' })).status).toBe(400)
  const [record] = builtActions().filter(({ name }) => name === '/accounts#record')
  const { text } = await thief.act(record?.id ?? '', '/accounts/new', { serviceId: 'google' })
  expect(text).toContain(formWords.signedOut)
})

test('the log, the data folder and the caches hold no name and no label', async ({ house, muster }) => {
  expect(house.theirs.account).not.toBe('')
  const began = fs.statSync(path.join(muster.dataFolder, 'muster.key')).mtimeMs
  for (const word of ['Vandermolen', 'Brackenridge', 'treasury']) {
    const traces = tracesOf(word)
    expect(holds(traces, Buffer.from(muster.said()))).toBe(false)
    expect(filesWith(traces, muster.dataFolder)).toEqual([])
    expect(filesWith(traces, process.env.MUSTER_DIST || '.next', began)).toEqual([])
  }
})
