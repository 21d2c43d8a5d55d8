/** Everything held about whoever asks, as a file: POST only, with a fresh confirmation, streamed. */
import { notFound } from 'next/navigation'
import { fromOurPages } from '@/app/api/ceremony'
import { NotConfirmed, Refused } from '@/lib/access/outcome'
import { signedIn } from '@/lib/access/session'
import { heldForms, takeHeld } from '@/lib/held/commands'
import { heldText } from '@/lib/held/queries'

const types = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

export async function POST(request: Request, { params }: { params: Promise<{ form: string }> }) {
  const { form: asked } = await params
  const form = heldForms.find((known) => known === asked)
  const signed = await signedIn()
  if (!form || !signed || !fromOurPages(request)) notFound()
  try {
    const outcome = await takeHeld(signed.actor, { form })
    if (!outcome.ok) notFound()
    return new Response(streamOf(heldText(signed.actor, form, outcome.result.madeAt)), {
      headers: {
        'content-type': types[form],
        'content-disposition': `attachment; filename="muster-held-about-you.${form}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof Refused) notFound()
    if (error instanceof NotConfirmed)
      return new Response(null, { status: 303, headers: { location: '/held?problem=confirm' } })
    throw error
  }
}

/** As fast as the reader reads. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await text.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await text.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
