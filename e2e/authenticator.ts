/** An authenticator inside Chromium: it holds passkeys and answers by itself, as a person who always says yes. */
import type { Page } from '@playwright/test'

type Credential = {
  credentialId: string
  isResidentCredential: boolean
  rpId?: string
  privateKey: string
  userHandle?: string
  signCount: number
  backupEligibility?: boolean
  backupState?: boolean
}

/**
 * This authenticator counts its uses, and the server refuses a count that does not grow. A copy therefore counts on from
 * beyond all earlier ones; with two copies in use at once, the newer one alone is let in.
 */
let uses = 0

export type Authenticator = Awaited<ReturnType<typeof authenticator>>

/**
 * Gives a page an authenticator of its own; passkeys of another one may be put into it.
 * @param how `offers`: whether the browser offers passkeys at the field of the sign-in page. Since this authenticator
 *   answers at once, that signs in without a press; so it is off unless asked for. `synced`: what its flags say.
 */
export async function authenticator(
  page: Page,
  how: { offers?: boolean; synced?: boolean; holding?: readonly Credential[] } = {},
) {
  if (!how.offers) {
    await page.addInitScript(() => {
      if (typeof PublicKeyCredential === 'undefined') return
      PublicKeyCredential.isConditionalMediationAvailable = async () => false
    })
  }
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      defaultBackupEligibility: how.synced ?? false,
      defaultBackupState: how.synced ?? false,
    },
  })
  for (const one of how.holding ?? []) {
    uses += 1000
    const credential = { ...one, signCount: uses }
    await cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  return {
    /** The passkeys it holds, to be put into another page's authenticator. */
    held: async (): Promise<Credential[]> =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Unplugs it: what it holds is out of reach of this page. */
    unplug: async () => {
      await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
    /** Whether the person touches it when asked. */
    answering: (enabled: boolean) =>
      cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    /** Whether it recognises the person: without, it signs only that somebody touched it. */
    recognising: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}
export type { Credential }
