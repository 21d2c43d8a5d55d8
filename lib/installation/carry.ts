import type { IncomingMessage, ServerResponse } from 'node:http'
import { withFaultPage } from './faults'
import { newNonce, noStore, securityHeaders } from './headers'

/**
 * Gives each answer its headers before anybody else touches it, and the request the policy that Next takes its nonce
 * from, in place of any the sender thought of.
 */
export function carrying(settings: { origin: string; dev: boolean }) {
  const { csp, headers } = securityHeaders(settings)
  const always = Object.entries(headers)
  return (request: IncomingMessage, response: ServerResponse): void => {
    const nonce = newNonce()
    const policy = csp(nonce)
    request.headers['content-security-policy'] = policy
    delete request.headers['content-security-policy-report-only']
    response.setHeader('Content-Security-Policy', policy)
    for (const [name, value] of always) response.setHeader(name, value)
    if (!request.url?.startsWith('/_next/static/'))
      for (const [name, value] of Object.entries(noStore)) response.setHeader(name, value)
    // While developing, Next's own page says more.
    if (!settings.dev) withFaultPage(response, nonce)
  }
}
