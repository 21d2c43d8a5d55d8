/** The versions of the guidance, and what came with each, as far as its own version history tells it. */
import type { ItemId } from '@/lib/guidance/codes'

type GuidanceEdition = {
  version: string
  publishedOn: string
  /** What it asks for that the one before did not, or asks for more widely; nothing for the first. */
  cameWith: readonly ItemId[]
}
/** Oldest first. 2.0 widened the introduction, and added practices to General 1 that protect messaging apps. */
export const editions: readonly GuidanceEdition[] = [
  { version: '1.0', publishedOn: '2024-12-18', cameWith: [] },
  {
    version: '2.0',
    publishedOn: '2025-11-24',
    cameWith: ['CISA-0', 'G1.4', 'G1.5', 'G1.6', 'G1.7', 'G1.8', 'G1.9', 'G1.10', 'G1.11', 'G1.12'],
  },
]

/** What is to be answered anew by somebody who was asked under this version; nothing under the newest. */
export function itemsNewSince(version: string): ReadonlySet<ItemId> {
  const place = editions.findIndex((edition) => edition.version === version)
  return new Set(place < 0 ? [] : editions.slice(place + 1).flatMap(({ cameWith }) => cameWith))
}

/** The day a version was published, 2025-11-24. Throws for one that there never was. */
export function publishedOn(version: string): string {
  const edition = editions.find((one) => one.version === version)
  if (!edition) throw new Error(`no such version of the guidance: ${version}`)
  return edition.publishedOn
}
