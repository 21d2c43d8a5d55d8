import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import type { AccountFacts } from '@/lib/accounts/facts'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { statePiece } from '@/lib/pieces/commands/state'
import { readPiece } from '@/lib/pieces/queries'
import { putOff } from '@/lib/today/commands'
import { readToday } from '@/lib/today/queries'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(dropDatabases)

const on = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00Z`) })
const passphrase = async () => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.personId, cast.sam.personId), eq(verdicts.item, 'G4.1'), isNull(verdicts.validTo)))
  return row
}
const sayManager = async (manager: string) => {
  const { piece } = await readPiece(cast.sam, 'passwords', null)
  const said = await statePiece(cast.sam, {
    ...{ piece: 'passwords', scopeId: null, based: piece.based },
    answers: {
      ...{ usesManager: 'for_all', manager, reviewed: 'never' },
      vaultPassphrase: 'no_passphrase_uses_device_or_account',
    },
  })
  expect(said).toMatchObject({ ok: true })
}

const methods: AccountFacts['methods'] = [
  { method: 'fido_security_key', roles: [], state: 'off' },
  { method: 'passkey', roles: [], state: 'off' },
  { method: 'authenticator_code', roles: ['second_factor'], state: 'on' },
]

test('a vault that an account opens is as good and as old as that account, and leads to it', async () => {
  on('2026-11-01')
  const recorded = await recordAccount(
    cast.sam,
    mailbox({ methods, passwordStillWorks: 'yes', smsSecondFactor: 'off', smsRecovery: 'off' }),
  )
  if (!recorded.ok) throw new Error(JSON.stringify(recorded))
  const { id } = recorded.result
  on('2026-11-23')
  await sayManager('google_password_manager')
  const page = await readPiece(cast.sam, 'passwords', null)
  const ofAccount = await passphrase()
  expect(ofAccount).toMatchObject({
    verdict: 'not_met',
    labels: ['inherits'],
    nextAction: 'open_vault_account',
  })
  expect(ofAccount).toMatchObject({ confirmedOn: '2026-11-01' })
  expect(page.vaultAccountId).toBe(id)
})

test('Today leads to that account, not to the questions once more', async () => {
  on('2026-11-23')
  for (let offered = 0; offered < 30; offered++) {
    const { next } = await readToday(cast.sam)
    if (!next) throw new Error('never offered')
    if (next.action === 'open_vault_account') {
      expect(next).toMatchObject({ kind: 'mend', piece: 'passwords' })
      const { vaultAccountId } = await readPiece(cast.sam, 'passwords', null)
      expect('accountId' in next && next.accountId).toBe(vaultAccountId)
      return
    }
    const { action, scopeId, piece } = next
    await putOff(cast.sam, { action, scopeId, piece, reason: null })
  }
  throw new Error('never offered')
})

test('a manager of another maker takes nobody’s verdict', async () => {
  on('2026-11-23')
  await sayManager('1password')
  expect(await passphrase()).toMatchObject({
    verdict: 'unknown',
    labels: ['vault_opened_otherwise'],
    confirmedOn: '2026-11-23',
  })
  expect((await readPiece(cast.sam, 'passwords', null)).vaultAccountId).toBeNull()
})
