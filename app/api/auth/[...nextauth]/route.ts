/** next-auth's own routes. The sign-in among them keeps the ceremonies' manners: same origin, one refusal, no server error. */

import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { fromOurPages, slowDown, uniformRefusal } from '@/app/api/ceremony'
import { authOptions } from '@/lib/access/auth'

type Context = { params: Promise<{ nextauth: string[] }> }
type Handler = (request: NextRequest, context: Context) => Promise<Response>
const handler = NextAuth as unknown as (
  request: NextRequest,
  context: Context,
  options: object,
) => Promise<Response>
/** What is used of next-auth; everything else of it is not there. */
const known: Record<'GET' | 'POST', readonly string[]> = {
  GET: ['csrf'],
  POST: ['callback/passkey', 'signout'],
}

const route =
  (method: 'GET' | 'POST'): Handler =>
  async (request, context) => {
    const { nextauth } = await context.params
    const path = nextauth.join('/')
    if (!known[method].includes(path)) return new Response(null, { status: 404 })
    if (method === 'POST' && !fromOurPages(request)) return uniformRefusal()
    try {
      const response = await handler(request, context, authOptions())
      if (path !== 'callback/passkey' || response.ok) return response
    } catch {
      // Whatever went wrong inside looks the same from outside.
    }
    await slowDown(request).catch(() => {})
    return uniformRefusal()
  }

export const GET = route('GET')
export const POST = route('POST')
