/**
 * Journeys of people with their roles: `import { expect, test } from './cast'`, then `const page = await as('Sam')`.
 * Who is not there yet comes in as anybody would: Max sets up, adds them, gives the role; they join with a passkey.
 */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Role } from '@/lib/vocabulary'
import { roleWords } from '@/lib/words/people'
import { rolesWords } from '@/lib/words/settings'
import { authenticator, type Credential } from './authenticator'
import { invite, join, setUp, signIn } from './entering'
import { test as base } from './fixtures'
import type { Muster } from './server'

export { expect } from '@playwright/test'

const members = {
  Sam: 'staff',
  Rosa: 'staff',
  Theo: 'staff',
  Otto: 'staff',
  Kim: 'security',
  Nora: 'security',
  Lee: 'leadership',
  Ada: 'auditor',
  Max: 'administrator',
} as const satisfies Record<string, Role>
export type Member = keyof typeof members
export const emailOf = (member: Member) => `${member.toLowerCase()}@example.org`

/** Who has joined on one server, and what their authenticators hold. */
class Office {
  readonly #held = new Map<Member, readonly Credential[]>()

  constructor(
    readonly muster: Muster,
    readonly browser: Browser,
  ) {}

  /** A page of a context of its own, signed in; the member joins first, if need be. */
  async enter(member: Member, settings: BrowserContextOptions = {}): Promise<Page> {
    const holding = this.#held.get(member) ?? (await this.#bringIn(member))
    const page = await this.#newPage(settings)
    await authenticator(page, { holding })
    await signIn(page)
    return page
  }

  knows(member: Member): boolean {
    return this.#held.has(member)
  }

  /** Notes that a member now holds other passkeys. */
  holds(member: Member, held: readonly Credential[]): void {
    this.#held.set(member, held)
  }

  async #bringIn(member: Member): Promise<readonly Credential[]> {
    const link = member === 'Max' ? null : await this.#linkFor(member)
    const page = await this.#newPage()
    const key = await authenticator(page)
    if (link) await join(page, link)
    else await setUp(page, this.muster.setUpLink ?? '')
    const held = await key.held()
    this.#held.set(member, held)
    await page.context().close()
    return held
  }

  async #linkFor(member: Member): Promise<string> {
    const page = await this.enter('Max')
    const link = await invite(page, member, emailOf(member))
    if (members[member] !== 'staff') await grant(page, member, members[member])
    await page.context().close()
    return link
  }

  async #newPage(settings: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.muster.origin, ...settings })
    return context.newPage()
  }
}

/** Gives a role, as the administrator who is signed in on the page. */
async function grant(page: Page, member: Member, role: Role): Promise<void> {
  await page.goto('/settings/roles')
  await page.getByLabel(rolesWords.search.label).fill(emailOf(member))
  await page.getByRole('button', { name: rolesWords.search.button, exact: true }).click()
  await page.getByRole('link', { name: rolesWords.search.choose(member) }).click()
  await page.getByRole('radio', { name: roleWords[role] }).check()
  await page.getByRole('button', { name: rolesWords.grant.button }).click()
  await page.getByText(rolesWords.grant.done).waitFor()
}

export type As = (member: Member, settings?: BrowserContextOptions) => Promise<Page>
export const test = base.extend<{ as: As }, { office: Office }>({
  /** The people of this worker's server, kept from journey to journey. */
  office: [async ({ muster, browser }, use) => use(new Office(muster, browser)), { scope: 'worker' }],

  /** A signed-in page of a member, closed with the journey. The member's last page alone can confirm with the passkey. */
  as: async ({ office, alsoWatch }, use, testInfo) => {
    const opened: Page[] = []
    await use(async (member, settings) => {
      // Bringing somebody in is not the journey's own time.
      if (!office.knows(member)) testInfo.setTimeout(testInfo.timeout + 30_000)
      const page = await office.enter(member, settings)
      alsoWatch(page.context())
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})
