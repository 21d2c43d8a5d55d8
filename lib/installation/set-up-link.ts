/**
 * The one-use link for whoever sets this installation up, or null where there is an administrator.
 * The seam between starting and people: the starter knows nothing else about them.
 */
export async function setUpLink(): Promise<string | null> {
  return null
}
