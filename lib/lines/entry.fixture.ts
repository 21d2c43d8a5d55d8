/** Lines of the cast for tests: what a form would have sent. */
import type { LineEntry } from '@/lib/lines/entry'
import { type LineFacts, nothingSaidOfLine } from '@/lib/lines/facts'

/** Sam's own phone at Verizon, without a PIN and with nothing else answered, unless a test says otherwise. */
export const phone = (
  facts: Partial<LineFacts> = {},
  more: Partial<Omit<LineEntry, 'facts'>> = {},
): LineEntry => ({
  label: 'Own phone',
  lastDigits: '41',
  ownCarrier: '',
  note: '',
  ...more,
  facts: { ...nothingSaidOfLine, carrierId: 'verizon', kind: 'esim', accountPin: 'not_set', ...facts },
})
