/** What the Today page says: what is so, the one next thing, the weakest way in, and what is still to ask. */
import type { ActionCode } from '@/lib/guidance/codes'
import type { PartOfDay } from '@/lib/today/rules'
import type { PutOffReason, UnknownKind, Verdict } from '@/lib/vocabulary'
import { capital, counted, inWords } from './numbers'

export const todayWords = {
  title: 'Today',
  greeting: (part: PartOfDay, name: string) => `Good ${part}, ${name}.`,
  known: (known: number, toAsk: number) =>
    `${known} ${known === 1 ? 'thing' : 'things'} known · ${toAsk} to ask`,

  /** How many accounts open with the number, and with the password alone. Nothing unknown reads as good news. */
  lead: (of: { accounts: number; byNumber: number; byPassword: number; notKnown: number }) => {
    if (of.accounts === 0) return 'Nothing is known yet about how your accounts can be opened.'
    const yours = of.accounts === 1 ? 'your one account' : `your ${inWords(of.accounts)} accounts`
    const opens = (count: number) => `${inWords(count)} ${count === 1 ? 'opens' : 'open'}`
    const some = (count: number) => {
      if (count < of.accounts)
        return capital(`${inWords(count)} of ${yours} ${count === 1 ? 'opens' : 'open'}`)
      if (count === 1) return 'Your one account opens'
      return count === 2 ? 'Both of your accounts open' : `All of ${yours} open`
    }
    if (of.byNumber > 0) {
      const first = `${some(of.byNumber)} with your phone number.`
      return of.byPassword > 0 ? `${first} ${capital(opens(of.byPassword))} with a password alone.` : first
    }
    if (of.byPassword > 0) return `${some(of.byPassword)} with a password alone.`
    if (of.notKnown > 0 && of.accounts === 1)
      return 'Your one account is not known to open with your phone number. It waits for an answer.'
    if (of.notKnown > 0)
      return `None of ${yours} is known to open with your phone number. ${capital(inWords(of.notKnown))} ${of.notKnown === 1 ? 'waits' : 'wait'} for an answer.`
    return of.accounts === 1
      ? 'Your one account does not open with your phone number.'
      : `None of ${yours} opens with your phone number.`
  },

  start: {
    over: 'Start here',
    line: {
      title: 'Start with your phone number',
      button: 'Add your phone number',
      why: 'Most attacks of this kind begin with the number. No number is kept here: a name for it is enough.',
    },
    account: {
      title: 'Add your main mailbox',
      button: 'Add your main mailbox',
      why: 'Most other accounts are reset through it. You need no address and no password here, only what is switched on.',
    },
    after: 'After that, add your main mailbox.',
  },

  next: {
    how: 'Show me how',
    say: 'Say what you changed',
    answer: 'Answer it',
    ask: 'Answer it now',
    goOn: 'Go on where you stopped',
    lookOver: 'Look it over',
    again: 'You answered it a while ago. If all is still so, it is one tap.',
    list: 'Say which one',
    notNow: 'Not now',
    cannot: 'I can’t',
    why: 'Why not?',
    whyHint: 'It is never held against you. What nobody can mend is shown to leadership, without names.',
    reasons: {
      service_does_not_offer: {
        label: 'The service does not offer it',
        hint: 'You are offered the next best.',
      },
      employer_decides: { label: 'My employer decides this', hint: 'You are offered the next best.' },
      need_help: {
        label: 'I need help with it',
        hint: 'Ask your security team to look at it with you.',
      },
    } satisfies Record<PutOffReason, { label: string; hint: string }>,
    offerNext: 'Offer the next best',
    more: (count: number) =>
      count === 0
        ? 'Nothing else waits after it.'
        : `${capital(counted(count, 'more thing', 'more things'))} after it.`,
    none: 'Nothing is left for you to do.',
    noneBut: 'Nothing else to do now. What you put off is below.',
  },

  putOff: {
    title: 'What you put off',
    done: 'Put off',
    see: 'See what you put off, and take it up again',
    notNow: (day: string) => `Offered again from ${day}.`,
    because: (reason: PutOffReason, day: string) => `${becauseWords[reason]} Asked again from ${day}.`,
    takeUp: 'Offer it again now',
    takeUpNamed: (title: string) => `Offer it again now: ${title}`,
  },

  weakest: {
    title: 'The weakest way in',
    none: 'No way in is known so far.',
    noneWhy: 'What is not answered yet may still be one.',
    pin: {
      met: 'Its PIN at the carrier keeps the number from being moved.',
      partly_met: 'The PIN at the carrier can be guessed.',
      not_met: 'The number has no PIN.',
      unknown: 'Whether the number has a PIN at the carrier is not known yet.',
      not_applicable: 'The carrier offers no PIN.',
    } satisfies Record<Verdict, string>,
  },

  marks: {
    title: 'Everything you have listed',
    none: 'Nothing is listed yet.',
  },

  toAsk: {
    title: 'Still to ask',
    firstLine: 'Your phone number',
    firstPhone: 'Your phone',
    firstApp: 'Your messaging apps',
    all: 'All your questions',
    pieces: (count: number) =>
      `${capital(counted(count, 'piece'))} about your phone, your messages and your habits, a few minutes each`,
    category: (kind: string) => kind,
    open: {
      never_asked: 'not asked yet',
      unanswered: 'an answer is missing',
      not_sure: 'an answer is “not sure”',
      old: 'answer grew old',
    } satisfies Record<UnknownKind, string>,
    none: 'Every question is answered.',
    list: 'Go through your list',
  },

  ageing: {
    title: 'Confirm again',
    lead: 'Answers grow old. Look each one over; if all is still so, it is one tap.',
    noneLeft: 'Nothing else has grown old.',
    said: (name: string) => `${name}: it counts from today.`,
    list: 'Your list of accounts',
    lineChanged: 'its phone line changed: look whether text messages are still off',
    due: (age: string) => `confirmed ${age}, due soon`,
    old: (age: string) => `confirmed ${age}, counts as unknown in totals`,
  },

  cannotMend: {
    title: 'Not yours to mend',
    lead: 'The service or carrier offers nothing better, or your employer decides. Leadership sees how many there are, not whose.',
    says: (action: ActionCode, name: string) => (cannotWords[action] ?? cannotAtAll)(name),
  },

  openings: (count: number, day: string) =>
    `Your record was opened ${count === 1 ? 'once' : count === 2 ? 'twice' : `${inWords(count)} times`} in the last 30 days, latest on ${day}.`,
  whoLooked: 'See who looked, and why',
  onePasskey: 'You have one passkey. If you lose it, it takes two people to let you in again.',
  addSpare: 'Add a spare passkey',
}

const becauseWords: Readonly<Record<PutOffReason, string>> = {
  service_does_not_offer: 'You said that the service does not offer it.',
  employer_decides: 'You said that your employer decides this.',
  need_help: 'You said that you need help with it. Tell your security team: it does not see this by itself.',
}

const cannotAtAll = (name: string) => `${name}: nothing better is offered.`
const cannotWords: Readonly<Partial<Record<ActionCode, (name: string) => string>>> = {
  turn_off_sms: (name) => `${name} does not let text messages go.`,
  add_key_then_turn_off_sms: (name) => `${name} keeps text messages on behind everything else.`,
  remove_number_from_recovery: (name) => `${name} keeps your number for recovery.`,
  add_key_or_passkey: (name) => `${name} offers no key or passkey.`,
  turn_off_code_app: (name) => `${name} insists on a second method beside the key.`,
  ask_administrator_for_advanced_protection: (name) =>
    `Advanced Protection for ${name} has to be allowed by its administrator.`,
  set_carrier_pin: (name) => `The PIN of ${name} is not in your hands.`,
  turn_on_carrier_mfa: (name) => `The carrier of ${name} offers only a text to the same number.`,
}
