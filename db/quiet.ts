/**
 * Takes the values out of a database error, in place, so that nothing anybody stated reaches a log by way of it:
 * parameters, and what the server quotes of them. Statement, code, constraint and the way there remain.
 */
export function withoutValues(error: unknown): unknown {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    const before = at.message
    if ('query' in at && 'params' in at && typeof at.query === 'string') {
      at.message = `Failed query: ${at.query}`
      Reflect.set(at, 'params', [])
    } else if ('code' in at && typeof at.code === 'string' && /^22/.test(at.code)) {
      at.message = `data exception ${at.code}` // class 22 quotes the value it did not like
    }
    if (at.stack) at.stack = at.stack.replace(before, at.message)
    if (!('severity' in at)) continue
    for (const name of quoting) Reflect.deleteProperty(at, name)
  }
  return error
}

const quoting = [
  'detail',
  'where',
  'internalQuery',
  'internal_query',
  'query',
  'params',
  'parameters',
  'args',
  'queryOptions',
]
