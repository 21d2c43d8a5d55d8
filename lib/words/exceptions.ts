/** Exceptions: what is accepted for a time, by whom and why. The verdict stays beside it. */

import type { Show } from '@/lib/exceptions/address'
import type { ExceptionState } from '@/lib/exceptions/rules'
import type { ExceptionReason } from '@/lib/vocabulary'
import { capital, counted, inWords } from './numbers'

export const exceptionReasonWords: Readonly<Record<ExceptionReason, string>> = {
  service_does_not_offer: 'The service does not offer it',
  employer_setting_prevents: 'A setting of my employer prevents it',
  records_law: 'The law on keeping records asks for something else',
  accessibility_need: 'I need it this way to be able to use it',
  mission_need: 'My work needs it this way',
  device_on_order: 'The device for it is on order',
  other: 'Another reason',
}

/** The same reasons as somebody else reads them. */
export const exceptionReasonShort: Readonly<Record<ExceptionReason, string>> = {
  service_does_not_offer: 'service does not offer it',
  employer_setting_prevents: 'employer’s setting prevents it',
  records_law: 'records law',
  accessibility_need: 'accessibility',
  mission_need: 'the work needs it',
  device_on_order: 'device on order',
  other: 'another reason',
}

export const exceptionStateWords: Readonly<Record<ExceptionState, string>> = {
  asked: 'waiting for a decision',
  refused: 'refused',
  accepted: 'accepted',
  ended: 'ended',
  withdrawn: 'taken back',
}

export const exceptionWords = {
  /** Beside a verdict. */
  label: {
    accepted: (day: string) => `accepted until ${day}`,
    acceptedSays: 'Somebody else has agreed to this for a time. The verdict stays what it is.',
    asked: 'exception asked for',
    askedSays: 'The security team has not decided yet.',
  },
  ask: 'Ask for an exception',
  askAbout: (item: string) => `Ask for an exception: ${item}`,

  form: {
    title: (about: string) => `An exception for ${about}`,
    titleYou: 'An exception for yourself',
    lead: 'If something cannot be mended for now, the security team can accept it until a day. It changes no verdict.',
    leadFor: (person: string) => `You ask for ${person}, who sees it. Somebody else of the team decides.`,
    nothing:
      'Nothing here can be accepted for a time: it meets the guidance, waits for a decision, or is not known yet.',
    item: 'What cannot be mended for now?',
    itemHint: (verdict: string, until: string | null) =>
      until ? `${verdict}, accepted until ${until}` : verdict,
    tellsTeam:
      'Your security team does not see this verdict. Asking tells them, and the log, that it falls short.',
    reason: 'Why?',
    reasonFor: 'Why not?',
    reasonText: 'In your own words',
    reasonTextHint:
      'The security team reads this. Leave it empty where the reason above says it all. No secrets.',
    personalHint:
      'The security team does not see which personal account it is, unless you open it to them. Say no more than you like.',
    endsOn: 'Until when?',
    endsOnHint: (day: string) => `An exception always ends. At the latest on ${day}.`,
    choose: 'What is it about?',
    chooseLead: 'Choose what cannot be mended for now.',
    short: (count: number) => `${counted(count, 'item falls', 'items fall')} short of the guidance`,
    noneShort: 'Nothing on your list falls short of the guidance, so there is nothing to ask for.',
    send: 'Ask the security team',
    back: 'Back',
  },

  own: {
    title: 'Exceptions',
    lead: (accepted: number, asked: number) => {
      if (accepted + asked === 0) return 'You have no exception.'
      const parts = [
        ...(accepted > 0 ? [`${counted(accepted, 'exception is', 'exceptions are')} accepted`] : []),
        ...(asked > 0 ? [`${inWords(asked)} ${asked === 1 ? 'waits' : 'wait'} for a decision`] : []),
      ]
      return `${capital(parts.join(', and '))}.`
    },
    note: 'An exception says that somebody else agreed to leave something as it is until a day. The verdict stays beside it, and ways in stay open.',
    empty: 'When you ask for one where something falls short, it stands here with what became of it.',
    asked: (day: string) => `You asked on ${day}.`,
    askedFor: (by: string, day: string) => `${by} asked for you on ${day}.`,
    until: {
      asked: (day: string) => `It would last until ${day}.`,
      accepted: (day: string) => `It lasts until the end of ${day}.`,
      ended: (day: string) => `It was to last until ${day}.`,
    },
    decided: {
      approved: (by: string, day: string) => `${by} accepted it on ${day}.`,
      refused: (by: string, day: string) => `${by} refused it on ${day}.`,
    },
    reason: 'Reason',
    note_: 'The team says',
    withdraw: 'Take it back',
    withdrawn: 'Taken back.',
    sent: 'Sent. The security team decides, and you read it here.',
  },

  team: {
    title: 'Exceptions',
    lead: (waiting: number) =>
      waiting === 0
        ? 'No exception waits for a decision.'
        : `${capital(counted(waiting, 'exception waits', 'exceptions wait'))} for a decision.`,
    note: 'An exception never changes a verdict. It ends by itself on its day.',
    shows: {
      waiting: 'Waiting for a decision',
      accepted: 'Accepted now',
      ending: 'Ending within 30 days',
      lapsed: 'Ended, and still not mended',
      ended: 'Ended',
    } satisfies Record<Show, string>,
    show: (label: string, count: string) => `${label}: ${count}`,
    which: 'Which exceptions',
    empty: {
      waiting: 'Nobody waits. What is asked for stands here, the longest waiting first.',
      accepted: 'Nothing is accepted at the moment.',
      ending: 'None ends within 30 days.',
      lapsed: 'None. Where an exception is over and the verdict still falls short, it stands here.',
      ended: 'None has ended yet.',
    } satisfies Record<Show, string>,
    askedFor: 'Asked for by',
    asked: (by: string, moment: string) => `${by}, ${moment}`,
    ofHolder: 'the holder',
    reason: 'Reason',
    text: 'In their words',
    until: { asked: 'Would last until', other: 'Until' },
    now: 'Verdict now',
    noVerdict: 'no longer on the list',
    notShown: 'shown to the holder alone',
    decided: 'Decided by',
    note_: 'Note',
    decide: 'Decide',
    outcome: 'What do you decide?',
    outcomes: {
      approved: {
        label: 'Accept it until the day below',
        done: 'accepted',
        hint: 'The label stands beside the verdict until then.',
      },
      refused: { label: 'Refuse it', done: 'refused', hint: 'The holder reads your note.' },
    },
    endsOn: 'Until when?',
    noteLabel: 'Note',
    noteHint: 'The holder reads it. No secrets.',
    save: 'Save the decision',
    saved: {
      approved: 'Accepted. The label stands beside the verdict until the day you chose.',
      refused: 'Refused. The holder reads your note.',
      ended: 'Ended. The label is gone.',
      asked: 'Sent. Somebody else of the team decides, and the person sees it.',
    },
    end: 'End it now',
    record: 'Their page',
    fromPeople: (of: Pick<Record<Show, number>, 'waiting' | 'ending' | 'lapsed'>) =>
      `Exceptions: ${inWords(of.waiting)} waiting for a decision, ${inWords(of.ending)} ending within 30 days, ${inWords(of.lapsed)} ended and still not mended`,
    standsNow: { outcome: 'Decision', endsOn: 'Until', over: 'Ended' },
    yes: 'yes',
    notYet: 'none yet',
  },

  scopes: {
    you: 'yourself',
    person: 'the person',
    organisation: 'the organisation',
    phone: 'a phone',
    app: 'a messaging app',
    personalAccount: 'a personal account',
    gone: 'something no longer on the list',
  },

  problems: {
    item: {
      met: 'This meets the guidance already.',
      not_applicable: 'The guidance does not ask for this here.',
      unknown: 'This is not known yet. Answer the questions first: the unknown cannot be accepted.',
    },
    waiting: 'An exception for this waits for a decision already.',
    say: 'Say what the reason is.',
    endsOn: 'Choose a day from tomorrow on, at most a year away.',
    barred: {
      holder: 'It is about yourself. Somebody else of the team decides.',
      asked: 'You asked for it. Somebody else of the team decides.',
    },
  },
}
