/**
 * Parses JSON as `JSON.parse` does, but throws a SyntaxError where an object names a member twice (the last one
 * would win silently, and two readers may then disagree) or names `__proto__`.
 */
export function parseStrictJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text)
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') nameOnce(open.at(-1), JSON.parse(last))
    else last = token
  }
  return parsed
}

function nameOnce(names: Set<string> | null | undefined, name: string) {
  if (!names || names.has(name) || name === '__proto__') throw new SyntaxError('member named twice')
  names.add(name)
}
