/** Signing out: a plain form post, so that it works without JavaScript. The row ends, then the cookies go. */
import { fromOurPages } from '@/app/api/ceremony'
import { cookieName } from '@/lib/access/auth'
import { signedIn } from '@/lib/access/session'
import { endOwnSession } from '@/lib/sessions/commands'

export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403 })
  const signed = await signedIn()
  if (signed) await endOwnSession(signed.actor, { sessionId: signed.actor.sessionId })
  const headers = new Headers({
    location: '/sign-in',
    'cache-control': 'no-store',
    // Pages kept for the Back button go too. Not "cookies": that would sign the person out of the host's other services.
    'clear-site-data': '"cache", "storage"',
  })
  for (const name of ['session', 'csrf', 'callback'] as const)
    headers.append('set-cookie', expired(cookieName(name)))
  return new Response(null, { status: 303, headers })
}

const expired = (name: string) =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith('__Host-') ? '; Secure' : ''}`
