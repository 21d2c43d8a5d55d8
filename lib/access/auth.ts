/**
 * next-auth carries the session cookie and nothing else: what the cookie says counts only together with the session row,
 * which is read at every request. Kept in this file so that it could be replaced unnoticed.
 */
import { getServerSession, type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { isDatabaseAway } from '@/db/client'
import { environment } from '@/lib/env'
import { derivedKey } from '@/lib/installation/key'
import { hashOf } from '@/lib/links/store'
import { noteRefusedSignIn, signIn } from '@/lib/passkeys/commands/sign-in'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { deviceName } from '@/lib/sessions/rules'

/** The longest any role's session may live, in seconds; the row ends most of them earlier. */
const longest = 24 * 3600
type Carried = { personId: string; secret: string }

/** Made for each use: the origin and the secret come from configuration and the key file, never from the request. */
export function authOptions(): NextAuthOptions {
  const secure = environment().origin.startsWith('https://')
  const cookie = (name: string) => ({
    name: secure ? `__Host-muster.${name}` : `muster.${name}`,
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
          const opened = await signInOrNote(given?.assertion ?? '', typeof agent === 'string' ? agent : '')
          return opened && { id: opened.personId, ...opened }
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

/** Null, with the reason in the audit log, unless the assertion is right. A database that is away is no refusal. */
async function signInOrNote(assertion: string, agent: string) {
  try {
    return await signIn(readJson(assertion), deviceName(agent))
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const reason = error instanceof CeremonyRefused ? error.reason : 'unexpected'
    await noteRefusedSignIn({ reason })
    return null
  }
}

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
