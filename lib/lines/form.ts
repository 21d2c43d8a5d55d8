/** Between the fields of a line form and what the commands are given. What was not asked is not read. */
import type { LineEntry } from '@/lib/lines/entry'
import { isLookAlike } from '@/lib/lines/rules'

type Form = Pick<FormData, 'get'>

/** In the list of carriers: one that is not in it. */
export const otherCarrier = 'other'

/**
 * What a form says, in the shape of `lineEntry` and checked by it. A question that another answer makes moot is not read,
 * whatever stands in its field: without JavaScript, and after a change of mind, such fields are still sent.
 */
export function entryFrom(form: Form) {
  const text = (name: string) => String(form.get(name) ?? '')
  const answer = (name: string) => text(name) || 'unanswered'
  const orNull = (name: string) => text(name) || null
  const carrier = text('carrierId')
  const listed = carrier !== '' && carrier !== otherCarrier
  const said = answer('accountPin')
  // "A PIN is set, and I am not sure which": whether it is the account PIN is then not sure.
  const accountPin = said === 'set' && text('pinIs') === 'not_sure' ? 'not_sure' : said
  const pinIs = accountPin === 'set' ? orNull('pinIs') : null
  const isSet = accountPin === 'set' && (pinIs === null || pinIs === 'account_pin')
  const online = answer('hasOnlineAccount')
  const changed = online === 'yes' ? answer('carrierPasswordChanged') : 'unanswered'
  return {
    label: text('label'),
    lastDigits: text('lastDigits'),
    ownCarrier: listed ? '' : text('ownCarrier'),
    note: text('note'),
    facts: {
      carrierId: listed ? carrier : null,
      kind: answer('kind'),
      accountHolder: answer('accountHolder'),
      usedFor: answer('usedFor'),
      receivesCodes: answer('receivesCodes'),
      accountPin,
      pinIs,
      pinOwnChoice: isSet ? answer('pinOwnChoice') : 'unanswered',
      pinSetOn: isSet ? orNull('pinSetOn') : null,
      portOutLock: answer('portOutLock'),
      simChangeLock: answer('simChangeLock'),
      hasOnlineAccount: online,
      carrierAccountId: online === 'yes' ? orNull('carrierAccountId') : null,
      carrierPasswordChanged: changed,
      carrierPasswordChangedOn: changed === 'yes' ? orNull('carrierPasswordChangedOn') : null,
      changedWithManager: changed === 'yes' ? answer('changedWithManager') : 'unanswered',
    },
  }
}

export type LineFields = Readonly<Record<string, string>>

/** What the fields of a form start with, for a line that is on record. Unanswered questions start empty. */
export function fieldsFrom({ facts, ...texts }: LineEntry): LineFields {
  const fields: Record<string, string> = { ...texts }
  for (const [name, value] of Object.entries(facts))
    fields[name] = value === null || value === 'unanswered' ? '' : value
  if (facts.carrierId === null && texts.ownCarrier !== '') fields.carrierId = otherCarrier
  // It was said that something is set; that it is not the account PIN is what we made of it.
  if (isLookAlike(facts)) fields.accountPin = 'set'
  return fields
}

/** The form's name for a field of the commands' input. */
export const lineField = (path: string) => path.replace(/^facts\./, '')
