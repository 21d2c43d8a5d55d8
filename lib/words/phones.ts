/** What is said about phones: the list, one phone, adding one. */
import type { EmployerVpn } from '@/lib/posture/items/facts'
import { capital, counted } from './numbers'

const kindWords: Readonly<Record<string, string>> = {
  iphone: 'iPhone',
  android: 'Android phone',
  other: 'Another kind of phone',
}
/** What a person calls a phone; its kind where it has no name. */
export const phoneName = (label: string, platform: string) => label || kindWords[platform] || 'Phone'

export const phonesPage = {
  title: 'Phones',
  one: 'Phone',
  lead: (phones: number, open: number) =>
    phones === 0
      ? 'You have no phone listed yet.'
      : open === 0
        ? `${capital(counted(phones, 'phone'))}, and every question about ${phones === 1 ? 'it' : 'them'} is answered.`
        : `${capital(counted(phones, 'phone'))}, with ${counted(open, 'piece')} to answer.`,
  noneSaid: 'You said that you have no phone.',
  list: 'Your phones',
  add: 'Add a phone',
  addFirst: 'Add your phone',
  empty:
    'Updates, settings and apps decide how easily a phone is broken into. Say which kind it is: no number and no serial number is kept.',
  none: {
    title: 'No phone at all?',
    says: 'Then say so. What is asked about phones does not concern you, which an empty list alone does not say.',
    button: 'I have no phone',
    since: (day: string) => `You said on ${day} that you have no phone.`,
    back: 'Take that back',
  },
  kind: (platform: string) => kindWords[platform] ?? 'Kind not said yet',
  removedLately: 'Removed lately',
  removedOn: (day: string) => `Removed on ${day}.`,
  restore: 'Put it back',
}

export const phoneForm = {
  newTitle: 'Add a phone',
  newLead: 'Which kind it is decides what is asked. What does not concern it is never asked.',
  label: { label: 'What you call it', hint: '“Work phone”, “Own phone”. No number.' },
  platform: {
    label: 'Which kind of phone is it?',
    choices: {
      iphone: { label: 'An iPhone' },
      android: { label: 'An Android phone', hint: 'Samsung, Google Pixel and most others.' },
      other: { label: 'Another kind', hint: 'A phone with keys, or another system.' },
    },
  },
  hardware: {
    label: 'Which model is it?',
    hint: 'From the list your security team keeps.',
    choose: 'Not in the list, or not sure',
  },
  named: {
    label: 'Maker and model, if it is not in the list',
    hint: 'As its maker calls it. Your security team sees that a phone waits for its list; it reads the name only in a record that it opened.',
  },
  /** Models of all kinds stand in one list, so each says which kind it is. */
  model: (name: string, platform: string) => `${name} (${kindWords[platform] ?? kindWords.other})`,
  save: 'Add this phone',
}

export const phonePage = {
  lead: (answered: number, asked: number) =>
    answered === asked
      ? 'Every question about this phone is answered.'
      : `${capital(counted(asked - answered, 'piece'))} about this phone ${asked - answered === 1 ? 'waits' : 'wait'} for answers.`,
  listedSince:
    'Your security team has put phones of this kind into its list since you named yours. If it is among them, choose it under “Change its name or model”.',
  listedSinceOnPiece:
    'Your security team has put phones of this kind into its list since you named yours. If it is among them, choose it on the page of this phone.',
  pieces: 'What is asked about it',
  why: 'How we judge this phone',
  all: 'Everything about this phone',
  rename: { title: 'Change its name or model', save: 'Save the name' },
  remove: 'Remove this phone',
  removeSays: 'What you said of it no longer counts. You can put it back for a month.',
  saved: {
    added: 'The phone is in your list.',
    renamed: 'The name is changed.',
    restored: 'The phone is back in your list.',
  } as Readonly<Record<string, string>>,
}

/** What the organisation rules of its own VPN, said before it is asked whether one is given (G8.0). */
export const organisationOnVpn: Readonly<Record<EmployerVpn, string>> = {
  always: 'Your organisation says: its VPN is needed, and it runs all the time.',
  at_times: 'Your organisation says: it gives a VPN, which does not have to run all the time.',
  none: 'Your organisation says: it gives no VPN. One on this phone is somebody else’s.',
}
