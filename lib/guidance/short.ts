/** The guidance in short, in sections: which of them somebody reads. The sentences are in lib/words/short-guidance.ts. */
export type PhoneSection = {
  title: string
  paragraph: string
  text: readonly string[]
  /** Read only by those who have such a phone. */
  only?: 'iphone' | 'android'
}
/** Words a person reads in a minute, calmly. Our own estimate. */
const perMinute = 200

/** Somebody with iPhones only reads no Android part, and the other way round; who has listed no phone reads both. */
export function sectionsFor(
  sections: readonly PhoneSection[],
  platforms: readonly string[],
): readonly PhoneSection[] {
  if (platforms.length === 0) return sections
  return sections.filter(({ only }) => only === undefined || platforms.includes(only))
}

/** @returns whole minutes, at least one. */
export function minutesToRead(sections: readonly PhoneSection[]): number {
  const words = sections.flatMap(({ title, text }) => [title, ...text]).join(' ')
  return Math.max(1, Math.ceil(words.split(/\s+/).length / perMinute))
}
