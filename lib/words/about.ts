/** What the product is, where its facts come from, and what may be trusted. */
import { product } from './shell'

export const aboutWords = {
  title: `About ${product}`,
  lead: (version: string, guidance: string) =>
    `${product} ${version} asks what the guidance of CISA, version ${guidance}, asks.`,
  what: `${product} finds out how valuable accounts and phones can be taken over, and what to do first. Only the people who hold them can say, so it asks them.`,
  guidance: {
    title: 'The guidance',
    text: (version: string) =>
      `Verdicts follow the Mobile Communications Best Practice Guidance, version ${version}, of the U.S. Cybersecurity and Infrastructure Security Agency, as this product reads it. CISA has not made, checked or endorsed ${product}, and products it names are examples.`,
    messages:
      'What is judged of an organisation that sends messages follows a published summary of CTIA’s Messaging Security Best Practices, last updated on 17 December 2025. The practices are voluntary, the summary is not CTIA’s own, and CTIA has not made, checked or endorsed it here.',
    limits:
      'A verdict rests on what people say. Meeting all of it does not make anybody safe, and an unknown is never counted as met.',
  },
  trust: {
    title: 'What you may rely on',
    points: [
      'No PIN, password, code, recovery code, seed or full phone number is kept. Text that looks like one is refused.',
      'A passkey is the only way in. No code and no link that signs in is ever sent. Recovery takes two people.',
      'Names, addresses, labels and notes are encrypted under a key for each person, and the key file is not in the database.',
      'Your personal accounts are counted only, unless you open them. Whoever opens your record gives a reason, and you read it.',
      'Leadership sees frozen figures without names, and no group that is too small.',
      'Nothing on these pages comes from another server, and nothing is sent to one.',
    ],
    limits:
      'Whoever administers the server itself, and holds both the database and the key file, can read everything. A browser in an attacker’s hands is not protected from him.',
  },
  sources: {
    title: 'Where facts about services come from',
    read: (day: string) => `read on ${day}`,
    loaded: (shipped: string, day: string) =>
      `read on ${shipped}, and again on ${day}: where that file speaks of a service, it counts`,
  },
  licence: { title: 'Licence', text: `${product} is free software under the Apache License 2.0.` },
}
