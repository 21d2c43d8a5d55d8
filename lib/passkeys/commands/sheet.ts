import { z } from 'zod'
import { command } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { isOnlyAdministrator, replaceSheet } from '@/lib/passkeys/sheet'
import { passkeyWords } from '@/lib/words/passkeys'

/** A new recovery sheet for the only administrator; the one before stops working. Needs a confirmation for `recovery.sheet`. */
export const makeSheet = command({
  permission: 'passkeys:revise:own',
  action: 'recovery.sheet_made',
  input: z.strictObject({}),
  confirmed: () => 'recovery.sheet',
  run: async ({ actor, tx, now }) => {
    if (!(await isOnlyAdministrator(tx, actor.personId))) throw problemAt('', passkeyWords.noSheet)
    const code = await replaceSheet(tx, actor.personId, now)
    const subject = { kind: 'recovery_sheet', id: null, personId: actor.personId }
    return { result: { code }, trail: { subject } }
  },
})
