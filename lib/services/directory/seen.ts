import { createHash } from 'node:crypto'
import type { FactChange } from '@/lib/services/directory/rules'

/** What names a list of changes, so that exactly what was looked at is applied. The same in whatever order they stand. */
export function seenOf(changes: readonly FactChange[]): string {
  const lines = changes.map(({ serviceId, field, from, to }) => JSON.stringify([serviceId, field, from, to]))
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url')
}
