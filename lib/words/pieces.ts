/** What the pieces of the inventory are called, and what is said about answering them. */
import type { PieceId } from '@/lib/guidance/pieces'

type PieceWords = { title: string; lead: string }
/** The title says what it is about; the lead what it is good for, in one sentence. */
export const pieceWords: Readonly<Record<PieceId, PieceWords>> = {
  guidance: {
    title: 'The guidance in short',
    lead: 'What the attackers do, and what helps against it. Six minutes of reading.',
  },
  private_talk: {
    title: 'When it must stay private',
    lead: 'Text messages and ordinary calls can be read in the phone company’s network. Which ways do you use?',
  },
  odd_messages: {
    title: 'Odd links, invitations and alerts',
    lead: 'Most messaging accounts are taken by asking nicely. Four questions on what you would do.',
  },
  passwords: {
    title: 'Your passwords',
    lead: 'How they are kept. Nothing here asks what they are.',
  },
  odd_event: {
    title: 'If something odd happens',
    lead: 'One question, so that the night it happens is not the night you search.',
  },
  app_use: {
    title: 'How you use it',
    lead: 'What it is for, whose it is, and whether its messages disappear.',
  },
  linked_devices: {
    title: 'Its linked devices',
    lead: 'An attacker who links a device of their own reads along. The list shows it.',
  },
  this_phone: {
    title: 'This phone',
    lead: 'Which kind it is and whose. What does not concern it is not asked.',
  },
  updates: {
    title: 'Updates',
    lead: 'The guidance asks for a look once a week. One tap when nothing is waiting.',
  },
  vpn: {
    title: 'VPN',
    lead: 'A VPN you chose yourself moves the trust to its maker. One that your employer requires is another matter.',
  },
  iphone_settings: {
    title: 'iPhone settings',
    lead: 'Four settings that close ways into the phone.',
  },
  iphone_permissions: {
    title: 'What apps may see',
    lead: 'Location, camera and microphone: which apps have them, and which need them.',
  },
  android_messages: {
    title: 'Messages and Private DNS',
    lead: 'Whether chats are encrypted, and who sees the names of the sites you visit.',
  },
  android_chrome: {
    title: 'Chrome',
    lead: 'Two settings of the browser.',
  },
  android_apps: {
    title: 'Apps and what they may see',
    lead: 'Play Protect, where apps come from, and what they have access to.',
  },
}

export const pieceProblems = {
  notSureAlone: 'Choose “I’m not sure” alone, or take it back.',
  date: 'Give a date that exists, such as 2026-11-23.',
  version: 'Give numbers with dots between them, such as 26.1, and nothing else.',
  future: 'This day has not come yet.',
  longAgo: 'This is too long ago to be meant.',
  notUsed: 'Choose one of those you ticked above.',
  platform: 'Say which kind of phone it is.',
  tooManyPhones: (most: number) => `${most} phones are the most that can be listed.`,
  tooManyApps: (most: number) => `${most} messaging apps are the most that can be listed.`,
  appTwice: 'This app is in your list already.',
  appNeeded: 'Choose an app, or give its name.',
  otherModel: 'This model is not in the list for this kind of phone. Choose another, or leave it open.',
  notFirst: 'You have one in your list. Take it off first, or say nothing here.',
}
