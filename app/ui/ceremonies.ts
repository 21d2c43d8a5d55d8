/** The passkey ceremonies as the browser runs them. Each ends in what it made or in a sentence; none throws. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { FieldProblems, TicketKind } from '@/lib/vocabulary'
import { ceremonyWords } from '@/lib/words/entry'

export type Ended<Made> =
  | { ok: true; made: Made }
  | { ok: false; said: string; problems?: FieldProblems; why: 'person' | 'refused' | 'away' }

/** Signs in with whichever passkey the person picks; the cookie is set when it ends well. */
export const signIn = (how: { autofill?: boolean } = {}): Promise<Ended<null>> =>
  ceremony(async () => {
    const optionsJSON = await send<PublicKeyCredentialRequestOptionsJSON>('/api/passkeys/sign-in/options')
    const assertion = await startAuthentication({ optionsJSON, useBrowserAutofill: how.autofill ?? false })
    const { csrfToken } = await read<{ csrfToken: string }>(await fetch('/api/auth/csrf'))
    const body = new URLSearchParams({ csrfToken, assertion: JSON.stringify(assertion), json: 'true' })
    await read(await fetch('/api/auth/callback/passkey', { method: 'POST', body }))
    return null
  }, ceremonyWords.signInRefused)

/** What a link offers, without using it. */
export const openLink = (secret: string) =>
  ceremony(
    () =>
      send<{ kind: TicketKind; name: string | null; needsCode: boolean }>('/api/passkeys/link', { secret }),
    ceremonyWords.link,
  )

/** Registers the passkey of a link's visitor or of the sheet's holder. `answers`: what is asked besides. */
export const registerBy = (
  secret: string,
  answers?: Record<string, string>,
  refused: string = ceremonyWords.link,
) =>
  ceremony(async () => {
    const asked = { secret, answers }
    const optionsJSON = await send<PublicKeyCredentialCreationOptionsJSON>(
      '/api/passkeys/register/options',
      asked,
    )
    const response = await startRegistration({ optionsJSON })
    return send<{ kind: TicketKind; sheet: string | null }>('/api/passkeys/register/finish', { response })
  }, refused)

/** A fresh confirmation by the signed-in person, for one named act. */
export const confirmAct = (purpose: string): Promise<Ended<null>> =>
  ceremony(async () => {
    const asked = { purpose }
    const optionsJSON = await send<PublicKeyCredentialRequestOptionsJSON>(
      '/api/passkeys/confirm/options',
      asked,
    )
    const response = await startAuthentication({ optionsJSON })
    await send('/api/passkeys/confirm/finish', { purpose, response })
    return null
  }, ceremonyWords.refused)

/** Registers a spare for the signed-in person, who has just confirmed `passkey.add`. */
export const addSpare = (): Promise<Ended<null>> =>
  ceremony(async () => {
    const optionsJSON = await send<PublicKeyCredentialCreationOptionsJSON>('/api/passkeys/spare/options')
    await send('/api/passkeys/spare/finish', { response: await startRegistration({ optionsJSON }) })
    return null
  }, ceremonyWords.refused)

class Unanswered extends Error {
  constructor(
    readonly status: number,
    readonly seconds: number,
    readonly problems?: FieldProblems,
  ) {
    super(`answered ${status}`)
  }
}

async function ceremony<Made>(run: () => Promise<Made>, refused: string): Promise<Ended<Made>> {
  if (!browserSupportsWebAuthn()) return { ok: false, said: ceremonyWords.unsupported, why: 'person' }
  try {
    return { ok: true, made: await run() }
  } catch (error) {
    if (!(error instanceof Unanswered)) return { ok: false, ...sentenceOf(error) }
    const { status, seconds, problems } = error
    if (problems) return { ok: false, said: '', problems, why: 'person' }
    if (status === 429) return { ok: false, said: ceremonyWords.tooMany(seconds), why: 'refused' }
    if (status >= 500) return { ok: false, said: ceremonyWords.away, why: 'away' }
    return { ok: false, said: refused, why: 'refused' }
  }
}

/** The browser's own errors (WebAuthn Level 3, 5.1.3 and 5.1.4); a request that never arrived is a TypeError. */
function sentenceOf(error: unknown): { said: string; why: 'person' | 'away' } {
  const name = error instanceof Error ? error.name : ''
  if (name === 'TypeError') return { said: ceremonyWords.away, why: 'away' }
  const said = sentences[name] ?? ceremonyWords.cancelled
  return { said, why: 'person' }
}

const sentences: Readonly<Record<string, string>> = {
  InvalidStateError: ceremonyWords.already,
  SecurityError: ceremonyWords.address,
  NotSupportedError: ceremonyWords.device,
  ConstraintError: ceremonyWords.device,
}

async function send<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return read(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function read<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json().catch(() => null)
  if (!response.ok) {
    throw new Unanswered(response.status, Number(response.headers.get('retry-after')), answer?.problems)
  }
  return answer
}
