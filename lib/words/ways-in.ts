/** How an attacker gets in, spelt out: the steps of a chain, and what the weakest way in comes to. */
import type { Hop, WayIn } from '@/lib/posture/shapes'
import type { Technique } from '@/lib/vocabulary'
import { capital, listed } from './numbers'

/** One step of a chain with the name its holder gave it. */
export type NamedHop = Hop & { name: string }

/** Beside the arrow of a drawn chain. */
export const stepWords: Readonly<Record<NonNullable<Hop['by']>, string>> = {
  text: 'text',
  call: 'call',
  mailed_code: 'mailed code',
  mailed_reset: 'resets',
  signs_in: 'signs in',
  registration: 'registers',
}

const stepSentences: Readonly<Record<NonNullable<Hop['by']>, (from: string, to: string) => string>> = {
  text: (from, to) => `a text to ${from} opens ${to}`,
  call: (from, to) => `a call to ${from} opens ${to}`,
  mailed_code: (from, to) => `a code mailed to ${from} opens ${to}`,
  mailed_reset: (from, to) => `${from} resets ${to}`,
  signs_in: (from, to) => `${from} signs in to ${to}`,
  registration: (from, to) => `${from} registers ${to}`,
}

/** @returns "A text to Work phone ending 41 opens Mailbox, Mailbox resets Bank."; one account alone is just its name. */
export function chainSentence(chain: readonly NamedHop[]): string {
  const steps = chain.flatMap((hop, at) => {
    const next = chain[at + 1]
    return hop.by && next ? [stepSentences[hop.by](hop.name, next.name)] : []
  })
  return steps.length > 0 ? `${capital(steps.join(', '))}.` : (chain[0]?.name ?? '')
}

export const techniqueWords: Readonly<Record<Technique, string>> = {
  password_alone: 'with the password alone',
  number_moved: 'by moving the phone number',
  text_or_call_intercepted: 'by reading the texts in the carrier’s network',
  person_tricked: 'by tricking you',
  through_another_account: 'through another account',
}

/**
 * What the weakest way in comes to, in one sentence.
 * @param numberMoves whether the number can be moved as well as listened to.
 */
export function waySentence(
  way: Pick<WayIn, 'startsWith'> & { chain: readonly NamedHop[] },
  numberMoves: boolean,
): string {
  const names = way.chain.filter((hop) => hop.kind === 'account').map((hop) => hop.name)
  const has = names.length === 2 ? `both ${listed(names)}` : listed(names)
  switch (way.startsWith) {
    case 'password_alone':
      return names.length === 1
        ? `Whoever knows or guesses its password has ${has}.`
        : `Whoever knows or guesses the password of ${names[0] ?? ''} has ${has}.`
    case 'number_moved':
    case 'text_or_call_intercepted':
      return numberMoves
        ? `Whoever moves the number, or reads its texts in the carrier’s network, has ${has}.`
        : `Whoever reads its texts in the carrier’s network has ${has}.`
    case 'person_tricked':
      return `Whoever gets you to type a code or approve a sign-in in the wrong place has ${has}.`
  }
}
