import { z } from 'zod'
import { parseStrictJson } from './json'
import { insist } from './refusal'

export interface ExpectedClientData {
  type: 'webauthn.create' | 'webauthn.get'
  challenge: string
  origin: string
}

// Members may be added in future (5.8.1.2), so others pass unread.
const clientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.unknown().optional(),
  topOrigin: z.unknown().optional(),
})

/**
 * Checks what the browser says it signed for: 7.1 steps 5 to 11, 7.2 steps 8 to 14.
 * We never run in a frame of another site, so any sign of one is refused.
 */
export function checkClientData(bytes: Uint8Array, expected: ExpectedClientData): void {
  const read = clientData.safeParse(parse(bytes))
  insist(read.success, 'client_data')
  const { type, challenge, origin, crossOrigin, topOrigin } = read.data
  insist(type === expected.type, 'type')
  insist(expected.challenge.length > 0 && challenge === expected.challenge, 'challenge')
  insist(origin === expected.origin, 'origin')
  insist((crossOrigin === undefined || crossOrigin === false) && topOrigin === undefined, 'framed')
}

function parse(bytes: Uint8Array): unknown {
  try {
    // The decoder drops a leading byte order mark, as "UTF-8 decode" in the standard does.
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
