/** What forms of the register would have sent, for tests: as good as it can be unless a test says otherwise. */
import type { EntryOf, TextsOf } from '@/lib/platforms/entry'
import type { FactsOf } from '@/lib/platforms/facts'
import { good } from '@/lib/platforms/register.fixture'
import type { RegisterKind } from '@/lib/vocabulary'

const texts: { [Kind in RegisterKind]: TextsOf<Kind> } = {
  sending: {},
  staff: {},
  interfaces: {},
  monitoring: { watcher: 'Duty officer', report: '' },
  teaching: {},
  platform: { name: '' },
  account: { label: 'Duty officer' },
  credential: { name: 'Billing reminders', purpose: 'Sends reminders', owner: 'Finance systems', action: '' },
  third_party: { party: 'Harbour Print Agency', document: 'Agreement on messages, version 2' },
  event: { what: 'Texts nobody had written', action: 'Keys replaced, customers told' },
  training: { topic: 'Messages in our name' },
}

/** One entry of a kind; references are to be given where there are any. */
export const entry = <Kind extends RegisterKind>(
  kind: Kind,
  facts: Partial<FactsOf<Kind>> = {},
  more: Partial<TextsOf<Kind>> = {},
) =>
  ({
    kind,
    facts: { ...good[kind](facts as never).facts },
    texts: { ...texts[kind], ...more },
  }) as EntryOf<Kind>
