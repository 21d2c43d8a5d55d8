/** What is said about one's own sessions. */
import { counted } from './numbers'

export const sessionWords = {
  title: 'Sessions',
  lead: (count: number) =>
    count === 1
      ? 'You are signed in here and nowhere else.'
      : `You are signed in on ${counted(count, 'device')}.`,
  current: '(this one)',
  times: (from: string, last: string) => `Signed in ${from}, last seen ${last}`,
  end: 'End',
  endThis: (device: string) => `End the session with ${device}`,
  endedWord: 'Ended',
  endOthers: 'End all others',
  ended: (count: number) =>
    count === 0
      ? 'There was nothing else to end.'
      : `${count === 1 ? 'One session' : counted(count, 'session')} ended. It is signed out at its next step.`,
  limits:
    'A session ends by itself: after an hour without activity and after a day at the latest, and for the security team, auditors and administrators after 15 minutes and 12 hours.',
}
