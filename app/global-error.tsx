'use client'
import './globals.css'
import { fault, product } from '@/lib/words/shell'
import { Fault } from './ui/fault'

/** Stands in for the root layout when that fails itself. It is made once, at build, and has to do without scripts. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="en">
      <body>
        <title>{`${fault.title} – ${product}`}</title>
        <main className="mx-auto max-w-page p-4">
          <Fault error={error} />
        </main>
      </body>
    </html>
  )
}
