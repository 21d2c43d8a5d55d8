import { expect, test } from 'vitest'
import { chainSentence, type NamedHop, waySentence } from '@/lib/words/ways-in'

const hop = (kind: NamedHop['kind'], name: string, by: NamedHop['by']): NamedHop => ({
  kind,
  id: name,
  name,
  by,
})
const phone = hop('line', 'Own phone ending 41', 'text')
const mailbox = hop('account', 'Mailbox', 'mailed_reset')
const bank = hop('account', 'Bank', null)

test('a chain is spelt out step by step', () => {
  expect(chainSentence([phone, mailbox, bank])).toBe(
    'A text to Own phone ending 41 opens Mailbox, Mailbox resets Bank.',
  )
  expect(chainSentence([{ ...mailbox, by: 'signs_in' }, bank])).toBe('Mailbox signs in to Bank.')
  expect(
    chainSentence([
      { ...phone, by: 'registration' },
      { ...bank, name: 'Signal' },
    ]),
  ).toBe('Own phone ending 41 registers Signal.')
  expect(chainSentence([bank])).toBe('Bank')
})

test.each([
  [
    'number_moved',
    true,
    [phone, mailbox, bank],
    'Whoever moves the number, or reads its texts in the carrier’s network, has both Mailbox and Bank.',
  ],
  [
    'text_or_call_intercepted',
    false,
    [phone, bank],
    'Whoever reads its texts in the carrier’s network has Bank.',
  ],
  ['password_alone', false, [bank], 'Whoever knows or guesses its password has Bank.'],
  [
    'password_alone',
    false,
    [mailbox, bank],
    'Whoever knows or guesses the password of Mailbox has both Mailbox and Bank.',
  ],
  [
    'person_tricked',
    false,
    [mailbox, { ...bank, by: 'mailed_reset' }, { ...bank, name: 'Shop' }],
    'Whoever gets you to type a code or approve a sign-in in the wrong place has Mailbox, Bank and Shop.',
  ],
] as const)('what comes of %s is one sentence', (startsWith, moves, chain, sentence) => {
  expect(waySentence({ startsWith, chain }, moves)).toBe(sentence)
})
