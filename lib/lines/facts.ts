/** What somebody states about one phone line (G5): closed words and references only. */
import { z } from 'zod'
import { calendarDate } from '@/lib/accounts/facts'
import {
  accountPins,
  lineHolders,
  lineKinds,
  lineUses,
  lockStates,
  pinChoices,
  pinLookAlikes,
  yesNo,
} from '@/lib/vocabulary'

export const lineFacts = z.strictObject({
  /** Id of a carrier in the service catalogue; null when it is named freely. */
  carrierId: z.string().max(40).nullable(),
  kind: z.enum(lineKinds),
  accountHolder: z.enum(lineHolders),
  /** Recorded and shown; no rule hangs on it, for General 5 is about every line. */
  usedFor: z.enum(lineUses),
  receivesCodes: z.enum(yesNo),
  accountPin: z.enum(accountPins),
  /** What exactly was set. Anything but account_pin is a look-alike and leaves G5.0 not met. */
  pinIs: z.enum(pinLookAlikes).nullable(),
  pinOwnChoice: z.enum(pinChoices),
  pinSetOn: calendarDate.nullable(),
  portOutLock: z.enum(lockStates),
  simChangeLock: z.enum(lockStates),
  hasOnlineAccount: z.enum(yesNo),
  /** The carrier's own account in the same person's inventory, where it is recorded. */
  carrierAccountId: z.uuid().nullable(),
  carrierPasswordChanged: z.enum(yesNo),
  carrierPasswordChangedOn: calendarDate.nullable(),
  changedWithManager: z.enum(yesNo),
})
export type LineFacts = z.infer<typeof lineFacts>

export const nothingSaidOfLine: LineFacts = {
  carrierId: null,
  kind: 'unanswered',
  accountHolder: 'unanswered',
  usedFor: 'unanswered',
  receivesCodes: 'unanswered',
  accountPin: 'unanswered',
  pinIs: null,
  pinOwnChoice: 'unanswered',
  pinSetOn: null,
  portOutLock: 'unanswered',
  simChangeLock: 'unanswered',
  hasOnlineAccount: 'unanswered',
  carrierAccountId: null,
  carrierPasswordChanged: 'unanswered',
  carrierPasswordChangedOn: null,
  changedWithManager: 'unanswered',
}
