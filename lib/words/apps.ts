/** What is said about messaging apps: the list, one app, adding one. */
import type { AppReview } from '@/lib/posture/items/facts'
import { capital, counted } from './numbers'

export const appsPage = {
  title: 'Messaging apps',
  one: 'Messaging app',
  lead: (apps: number, open: number) =>
    apps === 0
      ? 'You have no messaging app listed yet.'
      : open === 0
        ? `${capital(counted(apps, 'messaging app'))}, and every question about ${apps === 1 ? 'it' : 'them'} is answered.`
        : `${capital(counted(apps, 'messaging app'))}, with ${counted(open, 'piece')} to answer.`,
  noneSaid: 'You said that you use no messaging app.',
  list: 'Your messaging apps',
  add: 'Add a messaging app',
  addFirst: 'Add your first messaging app',
  empty:
    'Apps such as Signal and WhatsApp are read by whoever links a device of their own. Start with the one you use most.',
  none: {
    title: 'No messaging app at all?',
    says: 'Then say so. What is asked about such apps does not concern you, which an empty list alone does not say.',
    button: 'I use no messaging app',
    since: (day: string) => `You said on ${day} that you use no messaging app.`,
    back: 'Take that back',
  },
  removedLately: 'Removed lately',
  removedOn: (day: string) => `Removed on ${day}.`,
  restore: 'Put it back',
}

export const appForm = {
  newTitle: 'Add a messaging app',
  newLead: 'An app you write or talk with. Nothing is kept of what you write, and with whom.',
  service: { label: 'Which app is it?', another: 'Another one' },
  ownName: { label: 'What is it called?', hint: 'The name of the app, not of a person.' },
  save: 'Add this app',
  allListed: 'Every app we know of is in your list already.',
}

export const appPage = {
  lead: (answered: number, asked: number) =>
    answered === asked
      ? 'Every question about this app is answered.'
      : `${capital(counted(asked - answered, 'piece'))} about this app ${asked - answered === 1 ? 'waits' : 'wait'} for answers.`,
  pieces: 'What is asked about it',
  why: 'How we judge this app',
  all: 'Everything about this app',
  account: {
    title: 'Whoever takes your number can register it',
    unlisted: (name: string) =>
      `${name} is opened with your phone number, so it is an account as well. List it as one: then you see whether its PIN keeps others out.`,
    add: (name: string) => `List ${name} as an account too`,
    listed: (name: string) =>
      `${name} is opened with your phone number. How, stands with your account there.`,
    go: (name: string) => `The account at ${name}`,
  },
  remove: 'Remove this app',
  removeSays: 'What you said of it no longer counts. You can put it back for a month.',
  saved: {
    added: 'The app is in your list.',
    restored: 'The app is back in your list.',
    sent: 'The name is on the security team’s list.',
    takenBack: 'The name is taken back.',
  } as Readonly<Record<string, string>>,
}

/** What the organisation thinks of an app (G1.3), and the name of one that is in no list. */
export const lookedAtApp = {
  title: 'What your organisation says of it',
  outcomes: {
    approved: (day) => `Your organisation looked at it on ${day} and approved it.`,
    approved_with_limits: (day) => `Your organisation looked at it on ${day} and approved it with limits.`,
    not_approved: (day) => `Your organisation looked at it on ${day} and did not approve it.`,
  } satisfies Record<AppReview['outcome'], (day: string) => string>,
  limits: (limits: string) => `The limits: ${limits}`,
  noLimits: 'The limits are not written down here. Ask your security team for them.',
  ask: (name: string) =>
    `Your organisation does not know that you use ${name}. Do you want to send its name to the security team, so that they can look at the app?`,
  what: 'They get the name and how many people sent it, not who. The audit log notes that you sent a name, and not which. You can take it back.',
  send: 'Send the name',
  sent: (day: string) => `You sent its name to the security team on ${day}.`,
  back: 'Taken back, the name leaves their list, unless others sent it too or the team has looked at it already. What they decided then no longer counts for your app.',
  takeBack: 'Take the name back',
  forHolder: 'Whether its name goes to the security team is for its holder to say.',
}

/** On the page of an account at a service that is a messaging app. */
export const accountIsApp = {
  title: 'You write with it, too',
  says: (name: string) =>
    `${name} is a messaging app. Its linked devices and disappearing messages are asked about on a page of its own.`,
  add: (name: string) => `Add ${name} as a messaging app`,
  go: (name: string) => `${name} among your messaging apps`,
}
