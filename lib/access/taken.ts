/** Whether a database error says that a value which may stand once stands there already. */
export function alreadyThere(error: unknown, constraint: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '23505') return at.message.includes(`"${constraint}"`)
  }
  return false
}
