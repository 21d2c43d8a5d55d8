import { randomUUID } from 'node:crypto'

/**
 * The id of one submit, made on the server for each drawing of the page: the same form sent twice does one thing.
 * A server component: put it inside the form from the page, not from a client leaf.
 */
export function Submission() {
  return <input type="hidden" name="submission" value={randomUUID()} />
}
