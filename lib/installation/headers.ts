/** What every answer carries so that a browser keeps to the product's own rules (ASVS 5.0, V3.4 and V14.3). */
import { randomBytes } from 'node:crypto'

/** Where browsers report what the policy stopped; the route keeps no address and no person. */
const reportPath = '/api/reports'

/**
 * The headers for one installation; built once at start.
 *
 * @param settings.origin the one address people type, such as https://muster.example.org.
 * @param settings.dev true while developing: Next's own tools need eval, inline styles, a font and a web socket.
 * @param settings.formTargets other origins that a form's answer may lead to: the single sign-on provider's.
 * @returns `headers` for every answer, and `csp`, which makes the policy for one answer from a fresh nonce.
 *   The server sets the policy on the answer, and on the request too, whatever the request brought:
 *   Next reads the nonce for its own scripts from there.
 */
export function securityHeaders(settings: {
  origin: string
  dev: boolean
  formTargets?: readonly string[]
}): { csp: (nonce: string) => string; headers: Readonly<Record<string, string>> } {
  const encrypted = settings.origin.startsWith('https:')
  const forms = ["'self'", ...(settings.formTargets ?? [])].join(' ')
  const csp = (nonce: string) =>
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'${settings.dev ? " 'unsafe-eval'" : ''}`,
      `style-src 'self' ${settings.dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
      `img-src 'self'${settings.dev ? ' data:' : ''}`,
      `font-src ${settings.dev ? "'self'" : "'none'"}`,
      `connect-src 'self'${settings.dev ? ' ws:' : ''}`,
      "object-src 'none'",
      "base-uri 'none'",
      `form-action ${forms}`,
      "frame-ancestors 'none'",
      `report-uri ${reportPath}`,
      'report-to muster',
      ...(encrypted ? ['upgrade-insecure-requests'] : []),
    ].join('; ')
  return { csp, headers: { ...fixed, ...(encrypted ? overTls : {}) } }
}

/** @returns 128 fresh random bits, as a policy and its scripts carry them. */
export const newNonce = () => randomBytes(16).toString('base64')

/**
 * For every answer but the built files under /_next/static, which keep Next's own (V14.3.2). Pages say the same
 * themselves; this is for routes, redirects and errors.
 */
export const noStore = { 'Cache-Control': 'no-store' } as const

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  // Within the product the switch of light and dark finds its way back by it; nobody else learns an address.
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'publickey-credentials-get=(self)',
    'publickey-credentials-create=(self)',
    'clipboard-write=(self)',
    ...[
      'accelerometer',
      'autoplay',
      'browsing-topics',
      'camera',
      'clipboard-read',
      'display-capture',
      'encrypted-media',
      'fullscreen',
      'geolocation',
      'gyroscope',
      'hid',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'screen-wake-lock',
      'serial',
      'usb',
      'xr-spatial-tracking',
    ].map((feature) => `${feature}=()`),
  ].join(', '),
  'Reporting-Endpoints': `muster="${reportPath}"`,
} as const

/** V3.4.1: a year, with subdomains. */
const overTls = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } as const
