/** The ceremonies over plain HTTP, with an authenticator in software: for what no browser would send. */
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { type Spoil, softAuthenticator } from '@/lib/passkeys/authenticator.fixture'

export type Device = ReturnType<typeof device>
type Headers = Record<string, string>

/** A device of its own, sending to `origin`. Headers given with a request go on top of those a page would send. */
export function device(request: APIRequestContext, origin: string) {
  const authenticator = softAuthenticator({ origin, rpId: new URL(origin).hostname })
  const post = (path: string, data: unknown = {}, headers: Headers = {}): Promise<APIResponse> =>
    request.post(path, { data, headers: { origin, ...headers }, maxRedirects: 0 })
  const csrf = async (): Promise<string> => (await (await request.get('/api/auth/csrf')).json()).csrfToken

  return {
    authenticator,
    post,
    /** Registers with the secret of a link. */
    register: async (secret: string, answers?: unknown): Promise<APIResponse> => {
      const options = await (await post('/api/passkeys/register/options', { secret, answers })).json()
      return post('/api/passkeys/register/finish', { response: authenticator.register(options) })
    },
    /** An assertion for a sign-in that was begun. */
    assertion: async (spoil: Spoil = {}) =>
      authenticator.assert(await (await post('/api/passkeys/sign-in/options')).json(), spoil),
    csrf,
    /** Sends an assertion, or whatever is given for one. */
    finish: async (assertion: unknown, headers: Headers = {}, token?: string): Promise<APIResponse> => {
      const csrfToken = token ?? (await csrf())
      const form = { csrfToken, assertion: JSON.stringify(assertion), json: 'true' }
      return request.post('/api/auth/callback/passkey', {
        form,
        headers: { origin, ...headers },
        maxRedirects: 0,
      })
    },
  }
}

/** What a refusal looks like from outside: status, body, and the headers that could tell one from another. */
export async function looksOf(response: APIResponse): Promise<string> {
  const { 'content-type': type, 'cache-control': cache, ...headers } = response.headers()
  const names = Object.keys(headers).filter(
    (name) => !['date', 'content-length', 'connection'].includes(name),
  )
  return JSON.stringify([response.status(), await response.text(), type, cache, names.sort()])
}

export const setsSession = (response: APIResponse) =>
  response.headersArray().some(({ name, value }) => /^set-cookie$/i.test(name) && /session=[^;]/.test(value))
