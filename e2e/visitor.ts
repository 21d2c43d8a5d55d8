/**
 * Somebody without a browser: keeps cookies, holds a passkey in software, posts forms as a browser without scripts does
 * and actions as one with scripts does. For what a browser never sends, and where a browser would only take time.
 */
import {
  type AssertionJson,
  type RegistrationJson,
  softAuthenticator,
} from '@/lib/passkeys/authenticator.fixture'

export type Answer = { status: number; to: string | null; headers: Headers; text: string }
type Asking = { method?: string; headers?: Record<string, string>; body?: RequestInit['body'] }
type Fields = Readonly<Record<string, string | Blob>>
export type Visitor = ReturnType<typeof visitor>

/** @param origin the address as configured; `at`: where the server listens, if elsewhere. */
export function visitor(origin: string, at = origin) {
  const cookies = new Map<string, string>()
  const authenticator = softAuthenticator({ origin, rpId: new URL(origin).hostname })

  /** One request; redirects are not followed. What is posted names our own site as its origin, unless told otherwise. */
  async function ask(path: string, { headers = {}, ...asking }: Asking = {}): Promise<Answer> {
    const posted = asking.method === 'POST' ? { origin } : {}
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at + path, {
      ...asking,
      redirect: 'manual',
      headers: Object.fromEntries(
        Object.entries({ cookie, ...posted, ...headers }).filter(([, value]) => value !== ''),
      ),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    return { status: answer.status, to, headers: answer.headers, text: await answer.text() }
  }

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  /** A step of a ceremony that is to succeed. */
  async function step(path: string, body: unknown = {}) {
    const { status, text } = await post(path, body)
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
    return JSON.parse(text)
  }

  return {
    ask,
    post,
    cookies,

    /** Registers by a link's secret. */
    async register(secret: string, answers?: Record<string, string>): Promise<void> {
      const options = await step('/api/passkeys/register/options', { secret, answers })
      const response: RegistrationJson = authenticator.register(options)
      await step('/api/passkeys/register/finish', { response })
    },

    async signIn(): Promise<void> {
      const assertion: AssertionJson = authenticator.assert(await step('/api/passkeys/sign-in/options'))
      const { csrfToken } = JSON.parse((await ask('/api/auth/csrf')).text)
      const body = new URLSearchParams({ csrfToken, assertion: JSON.stringify(assertion), json: 'true' })
      const { status } = await ask('/api/auth/callback/passkey', { method: 'POST', body })
      if (status !== 200) throw new Error(`signing in was answered with ${status}`)
    },

    /** Confirms one act with the passkey. */
    async confirm(purpose: string): Promise<void> {
      const response = authenticator.assert(await step('/api/passkeys/confirm/options', { purpose }))
      await step('/api/passkeys/confirm/finish', { purpose, response })
    },

    /** Posts the form of a page that has this piece of text in it, as a browser without scripts does. */
    async submit(path: string, having: string, fields: Fields = {}): Promise<Answer> {
      const form = (await ask(path)).text
        .match(/<form\b.*?<\/form>/gs)
        ?.find((found) => found.includes(having))
      if (!form) throw new Error(`there is no form with ${having} on ${path}`)
      const body = new FormData()
      for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
        const name = attribute(input, 'name')
        if (name !== null) body.append(name, attribute(input, 'value') ?? '')
      }
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return ask(path, { method: 'POST', body })
    },

    /** The data of a page, as our scripts ask for it; `how`: for which part. Next first names the address for that part. */
    async flight(path: string, how: Record<string, string> = {}): Promise<Answer> {
      const headers = { rsc: '1', ...how }
      const answer = await ask(`${path}?_rsc`, { headers })
      return answer.to?.startsWith(`${path}?_rsc=`) ? ask(answer.to, { headers }) : answer
    },

    /** Calls a server action by its id, as our scripts do, from the page at this path. */
    act(
      id: string,
      path: string,
      fields: Fields = {},
      headers: Record<string, string> = {},
    ): Promise<Answer> {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
      body.append('0', JSON.stringify([{ problems: {}, values: {}, turn: 0 }, '$K1']))
      const said = { 'next-action': id, accept: 'text/x-component', ...headers }
      return ask(path, { method: 'POST', headers: said, body })
    },
  }
}

/** An attribute's value as the browser would read it. */
function attribute(tag: string, name: string): string | null {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : plain(value)
}

const entities: Record<string, string> = { amp: '&', quot: '"', '#x27': "'", '#39': "'", lt: '<', gt: '>' }
/** Text of a page without its entities. */
export const plain = (html: string) =>
  html.replace(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)

/** What a page says, without tags, scripts and styles. */
export const saidBy = (html: string) =>
  plain(html.replace(/<(script|style|template)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
