import { fromOurPages } from '@/app/api/ceremony'
import { themeCookie, themeOf } from '@/app/ui/theme'
import { environment } from '@/lib/env'

const year = 365 * 24 * 60 * 60

/** Keeps the choice of light or dark in a cookie and leads back to the page it was made on. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403 })
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return new Response(null, { status: 415 })
  const secure = environment().origin.startsWith('https:') ? '; Secure' : ''
  const theme = themeOf((await request.formData()).get('theme'))
  return new Response(null, {
    status: 303,
    headers: {
      location: pathOf(request.headers.get('referer')),
      'set-cookie': `${themeCookie}=${theme}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`,
      'cache-control': 'no-store',
    },
  })
}

/** Path and search only, and never one that begins with two strokes: browsers read that as another host. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`
}
