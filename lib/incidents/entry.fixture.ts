/** Sheets of the cast for tests: what a form would have sent. */
import type { IncidentEntry } from '@/lib/incidents/entry'
import { emptySheet, type Sheet } from '@/lib/incidents/facts'

/** Sam saw a device in his list that he does not know, unless a test says otherwise. */
export const oddDevice = (
  sheet: Partial<Sheet> = {},
  more: Partial<Omit<IncidentEntry, 'sheet'>> = {},
): IncidentEntry => ({
  kind: 'linked_device',
  state: 'draft',
  reportedTo: [],
  reportedOn: null,
  ...more,
  sheet: { ...emptySheet, activity: 'A device is linked that I do not know', people: '1', ...sheet },
})
