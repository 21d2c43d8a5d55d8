/** What changes or stops working when a recommendation is followed: said before it is turned on, never after. */
import type { ItemId } from '@/lib/guidance/codes'

export type Cost = {
  /** In one sentence, before anything else. */
  before: string
  changes: readonly string[]
}

const costs: Readonly<Partial<Record<ItemId, Cost>>> = {
  'G6.1': {
    before: 'The phone may restart at night to install an update.',
    changes: [
      'It needs power and Wi-Fi at night, and free storage.',
      'A new version can look or behave differently in the morning.',
      'Where your employer decides when updates come, it stays your employer’s decision.',
    ],
  },
  'G8.0': {
    before: 'Sites that are open only from another country, or only through the VPN, stop working.',
    changes: [
      'Your internet provider sees again which sites you visit, as it does for most people.',
      'The VPN your employer gives you stays as it is.',
    ],
  },
  I1: {
    before: 'The phone restarts, and some apps, sites and features work in part or not at all.',
    changes: [
      'Messages: most kinds of attachments are blocked, and links show no preview.',
      'FaceTime calls and invitations from people you have not called lately are blocked.',
      'Sites: some load slowly, without their fonts or images, or do not work. You can leave a site out.',
      'Photos: shared albums are taken off the phone, and the place is left out when you share a picture.',
      'Cables: connecting to a computer or an accessory needs the phone unlocked.',
      'Networks: it does not join open Wi-Fi by itself, and old mobile networks are off.',
      'Management: profiles cannot be installed, and an employer cannot enrol the phone, while it is on. What is installed stays.',
      'Ordinary calls and text messages keep working, emergency calls too.',
    ],
  },
  I2: {
    before: 'A message to another iPhone may wait, or not go at all, when it cannot go encrypted.',
    changes: [
      'You see “Not delivered”, and can decide for yourself what to do.',
      'Messages to people without an Apple device still go as text messages or RCS.',
    ],
  },
  I3: {
    before: 'Some networks with a sign-in page, such as hotels, may not open until it is paused.',
    changes: ['Filters of a network, such as a family’s or an employer’s, may stop working on this phone.'],
  },
  I4: {
    before: 'It comes with a paid plan, and some sites and networks do not work with it.',
    changes: [
      'Sites see a rough place instead of your address, and may ask more often that you prove who you are.',
      'Some networks of employers and schools do not allow it. It can be off for one network alone.',
      'It works in Safari only, and stands aside while a VPN runs.',
    ],
  },
  I5: {
    before: 'An app that truly needs something asks for it again when you use it.',
    changes: ['Maps without your location, or a video call without the camera, wait until you allow it.'],
  },
  A2: {
    before: 'With RCS off, those chats go as ordinary text messages, which are not encrypted at all.',
    changes: ['Move what must stay private to your encrypted app first, and only then turn RCS off.'],
  },
  A3: {
    before: 'Some networks block it: then nothing loads until it is off. Turn it on again when you leave.',
    changes: ['Filters of a network, such as a family’s or an employer’s, may stop working on this phone.'],
  },
  A4: {
    before: 'Chrome asks you first before it opens a site that has no secure connection.',
    changes: ['Old sites, and the pages of some devices at home, show that warning.'],
  },
  A5: {
    before: 'Chrome sends more of what you open to Google, so that it can be checked.',
    changes: [
      'Addresses of sites, and samples of pages, downloads and extensions, are checked by Google as you go.',
      'While you are signed in to Chrome, it is linked with your Google account for a time.',
    ],
  },
  A6: {
    before: 'Play Protect looks through your apps, and may turn one off or ask to send it to Google.',
    changes: ['An app from another source that you need may be warned about each time.'],
  },
  A7: {
    before: 'An app that truly needs something asks for it again when you use it.',
    changes: ['Maps without your location, or a video call without the camera, wait until you allow it.'],
  },
}

/** What it costs and changes for the person; null where nothing changes that they would notice. */
export const costOf = (item: ItemId): Cost | null => costs[item] ?? null
