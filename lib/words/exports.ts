/** What the page of exports says. */
import type { ExportKind } from '@/lib/vocabulary'

export const exportWords = {
  title: 'Exports',
  lead: 'Five sheets as they were at one moment. People stand in them by reference, never by name. Taking one is written in the audit log.',
  kinds: {
    verdicts: {
      name: 'Verdicts',
      holds:
        'One row for each person, item, and account, line, phone or app: the verdict, its labels and what it rests on. G1.8 and G1.9 of apps on phones of the employer are left out for everybody, for they would tell whose messages are on legal hold.',
    },
    accounts: {
      name: 'Accounts',
      holds:
        'One row for each account as stated. Personal accounts that are counted only come without their service.',
    },
    lines: {
      name: 'Phone lines',
      holds:
        'One row for each phone line as stated: carrier PIN, locks, and how many accounts fall with the number.',
    },
    platforms: {
      name: 'Organisation',
      holds:
        'One row for each verdict on the organisation itself: the messaging apps in use, its rulings on records, whom people tell of an incident, and what sends its messages, as a whole and for each sign-in, key and third party. Keys by their names; sign-ins without.',
    },
    audit: { name: 'Audit log', holds: 'One row for each entry, with the hashes that chain it.' },
  } satisfies Record<ExportKind, { name: string; holds: string }>,
  asOf: 'As of',
  asOfHint: 'Leave it empty for now. A past day means its end, in universal time (UTC).',
  take: (name: string) => `Take ${name.toLowerCase()}`,
  confirmNote: 'Your passkey is asked for each time.',
  readme:
    'Each row of answers and verdicts names the text it was asked or judged under, its version then, and the paragraph. Evidence is not kept yet: its kind is none and its days are empty. CSV with a header line, every field quoted, UTF-8 with byte order mark, times in UTC. An answer older than the organisation’s interval has the verdict unknown, kind old; its label says what it was. Text that a spreadsheet could take for a formula starts with an apostrophe.',
  takings: 'Taken so far',
  takingsCaption: 'Who took which export, and when',
  nothingTaken: 'Nothing was taken yet.',
  columns: { what: 'Sheet', who: 'By', when: 'When', asOf: 'As of', rows: 'Rows', outcome: 'How it ended' },
  outcomes: { started: 'under way', complete: 'complete', partial: 'broken off', failed: 'failed' } as Record<
    string,
    string
  >,
  problems: {
    day: 'Nothing was taken. The day must be written as year, month and day, and not be one that is still to come.',
    busy: 'Nothing was taken. Three sheets are being taken already: try again when one of them has ended.',
    confirm:
      'Nothing was taken. Your passkey has to confirm each export, which needs JavaScript in this browser.',
    many: 'Nothing was taken. You have taken twenty sheets within the hour: try again later.',
  } as Readonly<Record<string, string>>,
  notADay: 'Write the day as year, month and day, such as 2026-11-23, and not one that is still to come.',
  tooManyAtOnce: 'Three sheets are being taken already. Try again when one of them has ended.',
}
