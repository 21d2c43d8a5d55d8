/** What browsers report that the content policy stopped, with everything left out that could name a person or a page. */
import { z } from 'zod'

/** Which rule, and what kind of thing broke it. Both are closed lists, so that no stranger can fill the log. */
export type Stopped = { directive: (typeof directives)[number]; blocked: (typeof kinds)[number] }

const directives = [
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'connect-src',
  'form-action',
  'frame-ancestors',
  'other',
] as const
const kinds = ['inline', 'eval', 'data', 'address'] as const

/**
 * @param body the parsed JSON of a report, in either form that browsers send: `application/csp-report` (one)
 *   or `application/reports+json` (a list).
 * @returns what was stopped, addresses and samples left out; nothing for what is no report.
 */
export function stoppedBy(body: unknown): Stopped[] {
  const list = z.array(z.unknown()).safeParse(body)
  return (list.success ? list.data.slice(0, 20) : [body]).flatMap((one) => {
    const report = z.union([oldForm, newForm]).safeParse(one)
    return report.success ? [report.data] : []
  })
}

const oldForm = z
  .object({
    'csp-report': z.object({
      'effective-directive': z.string().optional(),
      'violated-directive': z.string().optional(),
      'blocked-uri': z.string().default(''),
    }),
  })
  .transform(({ 'csp-report': report }) =>
    told(report['effective-directive'] ?? report['violated-directive'] ?? '', report['blocked-uri']),
  )
const newForm = z
  .object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: z.string(), blockedURL: z.string().default('') }),
  })
  .transform(({ body }) => told(body.effectiveDirective, body.blockedURL))

function told(directive: string, blocked: string): Stopped {
  const name = directive.split(' ')[0]
  return {
    directive: directives.find((known) => known === name) ?? 'other',
    blocked: kinds.find((kind) => blocked === kind || blocked.startsWith(`${kind}:`)) ?? 'address',
  }
}
