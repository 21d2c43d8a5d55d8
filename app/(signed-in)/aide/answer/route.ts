/** Begins to answer for somebody, or goes back to one's own record: a plain form post, so that the frame is drawn anew. */
import { fromOurPages } from '@/app/api/ceremony'
import { NotThere } from '@/lib/access/outcome'
import { signedIn } from '@/lib/access/session'
import { answerFor } from '@/lib/aide/commands/answering'
import { placeOf } from '../places'

export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request)) return new Response(null, { status: 403 })
  const signed = await signedIn()
  if (!signed) return to('/sign-in')
  const id = (await request.formData().catch(() => null))?.get('id') ?? null
  try {
    const outcome = await answerFor(signed.actor, { id })
    return to(outcome.ok && id !== null ? placeOf(outcome.result.scope) : '/aide')
  } catch (error) {
    // Ended meanwhile, or never theirs: the page of aides says what stands.
    if (error instanceof NotThere) return to('/aide')
    throw error
  }
}

const to = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
