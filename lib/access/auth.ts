/**
 * next-auth carries the session cookie and nothing else: what the cookie says counts only together with the session row,
 * which is read at every request. Kept in this file so that it could be replaced unnoticed.
 */
import { getServerSession, type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { environment } from '@/lib/env'
import { derivedKey } from '@/lib/installation/key'
import { hashOf } from '@/lib/links/store'
import { signIn } from '@/lib/passkeys/commands/sign-in'
import { deviceName } from '@/lib/sessions/rules'

/** The longest any role's session may live, in seconds; the row ends most of them earlier. */
const longest = 24 * 3600
type Carried = { personId: string; secret: string }
/** What came of a sign-in, beside what next-auth makes of it: it turns whatever goes wrong into a redirect. */
export type SignInSeen = { opened?: true; error?: unknown }

/** Made for each use: the origin and the secret come from configuration and the key file, never from the request. */
export function authOptions(seen: SignInSeen = {}): NextAuthOptions {
  const secure = environment().origin.startsWith('https://')
  const cookie = (name: CookieName) => ({
    name: cookieName(name),
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  })
  return {
    secret: derivedKey('session').toString('base64url'),
    session: { strategy: 'jwt', maxAge: longest },
    useSecureCookies: secure,
    cookies: { sessionToken: cookie('session'), csrfToken: cookie('csrf'), callbackUrl: cookie('callback') },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    // Its own log would print whatever an error holds; refusals are written to the audit log instead.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: [
      Credentials({
        id: 'passkey',
        name: 'Passkey',
        credentials: { assertion: { type: 'text' } },
        async authorize(given, request) {
          const agent: unknown = request.headers?.['user-agent']
          try {
            const device = deviceName(typeof agent === 'string' ? agent : '')
            const opened = await signIn(readJson(given?.assertion ?? ''), device, await carriedSession())
            seen.opened = true
            return { id: opened.personId, ...opened }
          } catch (error) {
            seen.error = error
            return null
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const opened = user as Partial<Carried> | undefined
        return opened?.secret ? { sub: opened.personId, sid: opened.secret } : token
      },
      session: ({ token, session }) => ({
        ...session,
        user: undefined,
        carried: { personId: token.sub, secret: token.sid },
      }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl,
    },
  }
}

type CookieName = 'session' | 'csrf' | 'callback'
export const cookieName = (name: CookieName) =>
  environment().origin.startsWith('https://') ? `__Host-muster.${name}` : `muster.${name}`

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What the cookie of this request carries: a person's id and the hash of the session's secret. Proves nothing alone. */
export async function carriedSession(): Promise<{ personId: string; sessionId: string } | null> {
  const session = (await getServerSession(authOptions())) as { carried?: Partial<Carried> } | null
  const { personId, secret } = session?.carried ?? {}
  return personId && secret ? { personId, sessionId: hashOf(secret) } : null
}
