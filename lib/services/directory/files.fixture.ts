/** Small files in the shapes that the two directories document, for tests. */
import { catalogue } from '@/lib/services/catalogue'
import type { DirectoryMethod } from '@/lib/services/directory/facts'

export const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))

/** `["GitHub", { "domain": …, "tfa": […], … }]`: one site of the API's version 3, all.json. */
export const site = (name: string, domain: string, tfa?: readonly string[], more: object = {}) => [
  name,
  tfa
    ? { domain, tfa, documentation: `https://${domain}/help`, keywords: ['other'], ...more }
    : { domain, contact: { twitter: 'somebody' }, keywords: ['other'], ...more },
]

/** Every method under its name in the 2FA Directory. */
const there: Readonly<Record<string, DirectoryMethod>> = {
  fido_security_key: 'u2f',
  authenticator_code: 'totp',
  sms_code: 'sms',
  voice_code: 'call',
  email_code: 'email',
  app_approval: 'custom-software',
  vendor_code_app: 'custom-software',
  other: 'custom-software',
  hardware_code_token: 'custom-hardware',
  piv_cac: 'custom-hardware',
}

/** What version 3 would say if nothing had changed since the shipped facts were read. */
export const asShipped = () =>
  catalogue.map((service) => {
    const tfa = [...new Set(service.methods.flatMap((method) => there[method] ?? []))]
    return site(service.name, service.domain, tfa.length > 0 ? tfa : undefined)
  })

/** The same of the Passkeys Directory, with its habit of repeating security keys as `mfa`. */
export const passkeysAsShipped = () =>
  Object.fromEntries(
    catalogue.map((service) => {
      const passwordless = service.passkeyUse.includes('sign_in') ? { passwordless: 'allowed' } : {}
      const second = service.passkeyUse.includes('second_factor')
      const keyAlone = service.methods.includes('fido_security_key') && !service.methods.includes('passkey')
      const mfa = second || keyAlone ? { mfa: 'allowed' } : {}
      const says = { ...passwordless, ...mfa }
      return [
        service.domain,
        Object.keys(says).length > 0 ? says : { contact: { email: 'help@example.com' } },
      ]
    }),
  )
