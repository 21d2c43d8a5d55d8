/** next-auth's own routes. The sign-in among them keeps the ceremonies' manners: same origin, one refusal, no server error. */
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { answering } from '@/app/api/ceremony'
import { authOptions, type SignInSeen } from '@/lib/access/auth'
import { CeremonyRefused } from '@/lib/passkeys/refusal'

type Context = { params: Promise<{ nextauth: string[] }> }
const handler = NextAuth as unknown as (
  request: NextRequest,
  context: Context,
  options: object,
) => Promise<Response>

/** What is used of next-auth; everything else of it is not there. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return (await asked(context)) === 'csrf' ? handler(request, context, authOptions()) : notThere()
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if ((await asked(context)) !== 'callback/passkey') return notThere()
  return answering('sign_in', request, async () => {
    const seen: SignInSeen = {}
    const response = await handler(request, context, authOptions(seen))
    if (seen.opened) return response
    // Neither opened nor tried: without the token that belongs to the cookie, next-auth does not ask.
    throw seen.error ?? new CeremonyRefused('origin')
  })
}

const asked = async ({ params }: Context) => (await params).nextauth.join('/')
const notThere = () => new Response(null, { status: 404 })
