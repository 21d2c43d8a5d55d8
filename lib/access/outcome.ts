/**
 * What came of an act. Problems are what a person can mend, by field. A conflict is a stale edit, with what stands now.
 * Refused and NotThere look alike from outside: what somebody may not see does not exist for them.
 */
import type { FieldProblems } from '@/lib/vocabulary'

export type Outcome<Result> =
  | { ok: true; result: Result }
  | { ok: false; problems: FieldProblems }
  | { ok: false; conflict: unknown }

/** The actor may not do this at all. */
export class Refused extends Error {
  override name = 'Refused'
}
/** No such row, or not theirs: the same. */
export class NotThere extends Error {
  override name = 'NotThere'
}
/** Thrown by a command to roll everything back and put sentences at fields; '' is the form as a whole. */
export class Problems extends Error {
  override name = 'Problems'
  constructor(readonly problems: FieldProblems) {
    super('problems')
  }
}
/** The row has moved on since the form was drawn. */
export class Stale extends Error {
  override name = 'Stale'
  constructor(readonly current: unknown) {
    super('stale')
  }
}
/** A fresh confirmation with a passkey is needed for this act. */
export class NotConfirmed extends Error {
  override name = 'NotConfirmed'
}
/** Too many in too short a time; try again after so many seconds. */
export class TooMany extends Error {
  override name = 'TooMany'
  constructor(readonly retryAfterSeconds: number) {
    super('too many')
  }
}

/** A problem at one field. */
export const problemAt = (field: string, sentence: string) => new Problems({ [field]: [sentence] })
