/** What is said about roles that wait, to administrators and to whom they are for. */
import type { RoleRequestEnd, RoleWait } from '@/lib/vocabulary'
import { capital, inWords } from './numbers'

export const roleEndWords: Readonly<Record<RoleRequestEnd, string>> = {
  approved: 'approved, and counts',
  in_time: 'counts, after the waiting time',
  stopped: 'stopped',
  stopped_by_holder: 'stopped by the person',
  overtaken: 'ended by another change',
  lapsed: 'ended without an approval',
}

export const roleWaitingWords = {
  title: 'Roles waiting',
  lead: (count: number) =>
    count === 0
      ? 'No role is waiting.'
      : `${count === 1 ? 'One role is' : `${capital(inWords(count))} roles are`} waiting.`,
  how: 'A role that opens what belongs to others is never given by one administrator at once. A second one approves it; where there is none, it waits 24 hours. Any administrator, and the person it is for, can stop it before it counts. Taking a role away never waits.',
  heading: (person: string, role: string) => `${person}: ${role}`,
  asked: (by: string, when: string) => `Asked for by ${by} on ${when}.`,
  ends: {
    approval: (when: string) => `It waits for a second administrator and ends by itself on ${when}.`,
    time: (when: string) =>
      `No second administrator is there: it counts from ${when} on, unless it is stopped.`,
  } satisfies Record<RoleWait, (when: string) => string>,
  approve: (person: string) => `Approve for ${person}`,
  stop: (person: string) => `Stop it for ${person}`,
  own: 'You asked for this one: another administrator has to approve it.',
  you: 'This is about you: other administrators decide.',
  done: {
    asked: 'Asked for. All administrators and the person see it.',
    approved: 'Approved. The role counts from now on, and their sessions ended.',
    stopped: 'Stopped. The role is not given.',
  },
  earlier: 'Ended in the last 30 days',
  none: 'No request has ended in the last 30 days.',
  columns: { person: 'Person', role: 'Role', asked: 'Asked for by', state: 'What came of it', by: 'By' },
  byWhen: (by: string, when: string) => `${by}, ${when}`,
  byItself: (when: string) => `by itself, ${when}`,
  about: (role: string, by: string, when: string) =>
    `The role ${role} is asked for this person, by ${by} on ${when}. It does not count yet.`,
  open: 'See the roles that wait',
  news: {
    waiting: (person: string, role: string, by: string) => `${by} asks to give ${person} the role ${role}.`,
    given: (person: string, role: string, when: string) => `${person} has the role ${role} since ${when}.`,
  },
  ownTitle: 'A role is asked for you',
  ownAsked: (role: string, by: string, when: string) =>
    `${by} asked on ${when} to give you the role ${role}. If you do not expect this, stop it and ask them.`,
  ownStop: 'Stop it',
  ownGivenTitle: 'You have another role',
  ownGiven: (role: string, by: string, when: string) =>
    `You have the role ${role} since ${when}. It was asked for by ${by}.`,
  problems: {
    gone: 'This is not waiting any more.',
    samePerson: 'You asked for this one. Another administrator has to approve it.',
  },
}
