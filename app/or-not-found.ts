import { notFound } from 'next/navigation'
import { NotThere } from '@/lib/access/outcome'

/** What is not yours is the page for things that do not exist. */
export async function orNotFound<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found
  } catch (error) {
    if (error instanceof NotThere) notFound()
    throw error
  }
}
