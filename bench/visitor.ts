/** Somebody with a passkey in software, who joins and signs in over HTTP, by the routes that browsers use. */
import { softAuthenticator } from '@/lib/passkeys/authenticator.fixture'

export type Visitor = {
  cookie: () => string
  /** A fresh confirmation for one named act. */
  confirm: (purpose: string) => Promise<void>
  get: (path: string) => Promise<Response>
  /** Sends a form, as a page of the app would. */
  submit: (path: string, fields: Record<string, string>) => Promise<Response>
}

/** Takes a joining link's path, /join#… */
export async function joined(origin: string, link: string): Promise<Visitor> {
  const authenticator = softAuthenticator({ origin, rpId: new URL(origin).hostname })
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { origin, cookie: cookie(), 'user-agent': 'Firefox on Linux', ...init.headers }
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  const ceremony = async (path: string, body: unknown = {}) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await send(`/api/passkeys/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return JSON.parse((await answer.text()) || '{}')
  }
  const submit = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) })

  const secret = link.split('#')[1] ?? ''
  const made = authenticator.register(await ceremony('register/options', { secret }))
  await ceremony('register/finish', { response: made })
  const assertion = authenticator.assert(await ceremony('sign-in/options'))
  const { csrfToken } = await (await send('/api/auth/csrf')).json()
  const fields = { csrfToken, assertion: JSON.stringify(assertion), json: 'true' }
  const opened = await submit('/api/auth/callback/passkey', fields)
  if (!opened.ok) throw new Error(`sign-in answered ${opened.status}`)
  return {
    cookie,
    submit,
    get: (path) => send(path),
    confirm: async (purpose) => {
      const response = authenticator.assert(await ceremony('confirm/options', { purpose }))
      await ceremony('confirm/finish', { purpose, response })
    },
  }
}
