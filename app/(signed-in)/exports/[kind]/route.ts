/** Takes a sheet: POST only, from our own pages, with a fresh confirmation; streamed, so that memory stays flat. */
import { notFound } from 'next/navigation'
import { fromOurPages } from '@/app/api/ceremony'
import type { Actor } from '@/lib/access/actor'
import { NotConfirmed, Refused, TooMany } from '@/lib/access/outcome'
import { signedIn } from '@/lib/access/session'
import { endExport, type Taking, takeExport } from '@/lib/exports/commands'
import { chunksOf } from '@/lib/exports/queries'
import { type ExportKind, exportKinds } from '@/lib/vocabulary'

export async function POST(request: Request, { params }: { params: Promise<{ kind: string }> }) {
  const { kind: asked } = await params
  const kind = exportKinds.find((known) => known === asked)
  const signed = await signedIn()
  if (!kind || !signed || !fromOurPages(request)) notFound()
  const day = (await request.formData()).get('day')
  try {
    const outcome = await takeExport(signed.actor, { kind, day: typeof day === 'string' ? day : '' })
    if (outcome.ok) return download(signed.actor, kind, outcome.result)
    return back('problems' in outcome && outcome.problems.day ? 'day' : 'busy')
  } catch (error) {
    if (error instanceof Refused) notFound()
    if (error instanceof NotConfirmed) return back('confirm')
    if (error instanceof TooMany) return back('many')
    throw error
  }
}

/** Nothing was taken: back to the page, which says why. */
const back = (problem: 'day' | 'busy' | 'confirm' | 'many') =>
  new Response(null, { status: 303, headers: { location: `/exports?problem=${problem}` } })

function download(actor: Actor, kind: ExportKind, taking: Taking): Response {
  const name = `muster-${kind}-${taking.frame.asOf
    .toISOString()
    .replace(/[:.]/g, '')
    .replace(/\d{3}Z$/, 'Z')}.csv`
  return new Response(streamOf(actor, kind, taking), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** One piece at a time, as fast as the reader reads. However it ends, the ending is written down. */
function streamOf(actor: Actor, kind: ExportKind, { id, frame }: Taking): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const chunks = chunksOf(actor, kind, frame)
  let rows = 0
  const end = (outcome: 'complete' | 'partial' | 'failed') => endExport(actor, { id, rows, outcome })
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await chunks.next()
          if (done) {
            await end('complete')
            controller.close()
            return
          }
          rows += value.rows
          controller.enqueue(encoder.encode(value.text))
        } catch (error) {
          await end('failed').catch(() => {})
          controller.error(error)
        }
      },
      async cancel() {
        await chunks.return(undefined)
        await end('partial')
      },
    },
    { highWaterMark: 0 },
  )
}
