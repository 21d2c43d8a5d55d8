/** General 5 for a line that the organisation holds, by its own telecom record (guidance section 7, G5.0 to G5.2). */
import type { LabelCode } from '@/lib/guidance/codes'
import { isOpenAnswer } from '@/lib/guidance/questions'
import type { EmployerLine, LineInQuestion } from '@/lib/posture/facts'
import { telecomRecord } from '@/lib/posture/inventory'
import { type Ruling, ruled } from '@/lib/posture/ruling'

const held: readonly LabelCode[] = ['held_by_employer']

/**
 * What the record says, in place of the person's own word. It rests on the day the record was looked at.
 * @returns null where there is no record or the number has no carrier; a part that the record leaves open is null too,
 * and judged as it would be without.
 */
export function judgeByRecord(
  line: LineInQuestion,
): { pin: Ruling | null; mfa: Ruling | null; password: Ruling | null } | null {
  const record = telecomRecord(line)
  if (!record || line.facts.kind === 'app_number') return null
  const decided = (ruling: Ruling | null) => ruling && { ...ruling, decidedOn: record.checkedOn }
  const { pin, mfa, password } = rulingsOnRecord(record)
  return { pin: decided(pin), mfa: decided(mfa), password: decided(password) }
}

/** What a record comes to by itself, whoever uses the lines; null for a part that it leaves open. */
export const rulingsOnRecord = (record: EmployerLine) => ({
  pin: pin(record),
  mfa: mfa(record),
  password: password(record),
})

function pin(record: EmployerLine): Ruling | null {
  if (isOpenAnswer(record.pin)) return null
  if (record.pin === 'yes') return ruled('met', held)
  if (record.pin === 'not_offered') return ruled('not_applicable', [...held, 'carrier_offers_no_pin'])
  return ruled('not_met', held, 'ask_account_holder_for_pin')
}

/** There is nothing a person could do about the portal of their employer's carrier. */
function mfa({ secondStep }: EmployerLine): Ruling | null {
  if (isOpenAnswer(secondStep)) return null
  if (secondStep === 'better_than_texts') return ruled('met', held)
  if (secondStep === 'no_online_account') return ruled('partly_met', [...held, 'no_online_account'])
  return secondStep === 'texts_only'
    ? ruled('partly_met', held)
    : ruled('not_met', [...held, 'no_second_factor'])
}

function password({ secondStep, passwordAfterPin }: EmployerLine): Ruling | null {
  if (secondStep === 'no_online_account') return ruled('not_applicable', [...held, 'no_online_account'])
  if (isOpenAnswer(passwordAfterPin)) return null
  return passwordAfterPin === 'yes' ? ruled('met', held) : ruled('not_met', held)
}
