import { ensureSetUpLink } from '@/lib/organisation/set-up'
import { environment } from '../env'

/**
 * The one-use link for whoever sets this installation up, or null where there is an administrator.
 * The seam between starting and people: the starter knows nothing else about them.
 */
export async function setUpLink(): Promise<string | null> {
  const path = await ensureSetUpLink()
  return path && `${environment().origin}${path}`
}
