/** What the frame of every page and the plain parts of the kit say. */
import type { Level, UnknownKind, Verdict } from '@/lib/vocabulary'
import { capital, inWords } from './numbers'

export const product = 'Muster'

export const shell = {
  skip: 'Skip to the content',
  menu: 'Menu',
  navigation: 'Main',
  own: 'Yours',
  alarm: 'When something is wrong',
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  demo: 'Demonstration. Everyone here is made up, and nothing typed here is kept.',
  footer: 'Muster never asks for a code that was sent to you, and never mails a link that signs you in.',
}

export const theme = {
  label: 'Light or dark',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'met',
  partly_met: 'partly met',
  not_met: 'not met',
  unknown: 'unknown',
  not_applicable: 'not applicable',
}

export const unknownWords: Readonly<Record<UnknownKind, string>> = {
  never_asked: 'not asked yet',
  unanswered: 'not answered yet',
  not_sure: 'not sure',
  old: 'answer grew old',
}

export const levelWords: Readonly<Record<Level | 'unknown', string>> = {
  0: 'open',
  1: 'by phone number',
  2: 'phishable',
  3: 'phishing-resistant',
  4: 'closed',
  unknown: 'not known yet',
}
/** @param level the most it can be while an answer is missing: what is known to be weak is said first. */
export const atBest = (level: Level) =>
  level <= 2 ? `at best ${levelWords[level]}` : `not known yet, at best ${levelWords[level]}`

export const noticeWords = {
  done: 'Saved',
  note: 'Note',
  care: 'Take care',
  problem: 'Not saved',
}

export const form = {
  notSure: 'I’m not sure',
  optional: 'optional',
  choose: 'Choose one',
  working: 'Working',
  problemsTitle: (count: number) =>
    count === 1 ? 'One answer needs another look' : `${capital(inWords(count))} answers need another look`,
  problemsAtAll: 'This could not be saved',
  problemsKept: 'Nothing was saved. What you typed is still here.',
}

export const table = {
  filteredBy: 'Shown only',
  removeFilter: (label: string) => `Stop showing only ${label}`,
  removeAllFilters: 'Show all',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  sortedUp: 'sorted upwards',
  sortedDown: 'sorted downwards',
}

export const chart = {
  asTable: 'The same as a table',
  ruleChange: 'Rule changed',
  hopStep: (from: string, by: string, to: string) => `${from}, ${by}, to ${to}`,
}

export const card = { next: 'Do this next' }

export const copy = {
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'Copying is not possible in this browser. The text is selected: copy it by hand.',
}

export const notFound = {
  title: 'There is nothing here',
  lead: 'This page does not exist, or it is not yours to see.',
  back: 'Go to the first page',
}

export const away = {
  title: 'The database does not answer',
  lead: 'What was confirmed on screen before is kept. The last thing you did was not saved. Try again in a moment.',
}

export const fault = {
  title: 'Something went wrong on our side',
  lead: 'What was confirmed on screen before is kept. The last thing you did may not have been saved.',
  reference: (number: string) => `If it happens again, give the security team this number: ${number}`,
  again: 'Try again',
  back: 'Go to the first page',
}
