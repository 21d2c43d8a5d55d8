/** P7: processor time of a sign-in, options and verification, against the library's bare check plus one INSERT. */
import { randomUUID } from 'node:crypto'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { closeDatabase, database } from '@/db/client'
import { passkeys, sessions } from '@/db/schema/access'
import { environment } from '@/lib/env'
import { openInstallation } from '@/lib/installation/open'
import { hashOf } from '@/lib/links/store'
import { softAuthenticator } from '@/lib/passkeys/authenticator.fixture'
import { finishRegistrationByLink, startRegistrationByLink } from '@/lib/passkeys/commands/link'
import { signIn, startSignIn } from '@/lib/passkeys/commands/sign-in'
import { inTurn, type Measure } from './entry'

const each = 100

export const measure: Measure = async ({ rounds, links }) => {
  await openInstallation()
  const { origin, relyingParty: rpId } = environment()
  const authenticator = softAuthenticator({ origin, rpId })
  const secret = links.Sam?.split('#')[1] ?? ''
  await finishRegistrationByLink(authenticator.register(await startRegistrationByLink(secret)))
  const db = await database()
  const [credential] = await db.select().from(passkeys)
  if (!credential) throw new Error('no passkey was made')

  const ours = async () => {
    let used = 0
    for (let n = 0; n < each; n++) {
      const [options, begin] = await costOf(() => startSignIn())
      const answer = authenticator.assert(options)
      const [, finish] = await costOf(() => signIn(answer, 'Firefox on Linux'))
      used += begin + finish
    }
    return used / each
  }
  const against = async () => {
    let used = 0
    for (let n = 0; n < each; n++) {
      const challenge = hashOf(randomUUID())
      const response = authenticator.assert({ challenge })
      const [, cost] = await costOf(async () => {
        const { verified } = await verifyAuthenticationResponse({
          response: { ...response, authenticatorAttachment: 'platform' },
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: true,
          credential: { id: credential.credentialId, publicKey: credential.publicKey, counter: 0 },
        })
        if (!verified) throw new Error('not verified')
        const now = new Date()
        await db.insert(sessions).values({
          personId: credential.personId,
          id: challenge,
          credentialId: credential.credentialId,
          device: 'Firefox on Linux',
          role: 'staff',
          createdAt: now,
          lastSeenAt: now,
        })
      })
      used += cost
    }
    return used / each
  }
  const times = await inTurn(rounds, ours, against)
  await closeDatabase()
  return [
    {
      id: 'P7',
      ...times,
      what_against:
        'verifyAuthenticationResponse of the library and one INSERT of a session, in the same process',
      goal: 'ratio at most 3',
      unit: 'ms of processor time of the app for one sign-in (the database server’s own not counted)',
    },
  ]
}

/** Milliseconds of processor time until it is done. Nothing else runs in this process. */
async function costOf<Result>(act: () => Promise<Result>): Promise<[Result, number]> {
  const from = process.cpuUsage()
  const result = await act()
  const { user, system } = process.cpuUsage(from)
  return [result, (user + system) / 1000]
}
