/** Column kinds that both drivers must read alike, and the columns that more than one table has for the same reason. */
import { customType, date, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** bytea: a Buffer from one driver, a Uint8Array from the other; always a Uint8Array here. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
  toDriver: (value) => value,
})
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Whose it is, and which of theirs. */
export const ofPerson = () => ({ personId: uuid('person_id').notNull(), id: uuid('id').notNull() })

/** Of what stands in a list: since when, until when, and how often it was changed. */
export const listed = () => ({
  createdAt: instant('created_at').notNull(),
  removedAt: instant('removed_at'),
  version: integer('version').notNull().default(1),
})

/** From when to when it counted; without an end it counts now. */
export const counting = () => ({ validFrom: instant('valid_from').notNull(), validTo: instant('valid_to') })

/** Of any answer: the version of the text it was asked under, the day it was last said to be true, and by whom. */
export const answered = () => ({
  guidanceVersion: text('guidance_version').notNull(),
  confirmedOn: date('confirmed_on', { mode: 'string' }).notNull(),
  answeredBy: uuid('answered_by').notNull(),
})

/** A statement of the organisation: what is said in it, and the answer's own columns. Never rewritten, only closed. */
export const statementColumns = <Said extends object>(said: Said) => ({
  id: uuid('id').primaryKey(),
  ...said,
  ...answered(),
  enteredAt: instant('entered_at').notNull(),
  ...counting(),
})

/** The same of a person, for whom somebody else may have answered. */
export const personStatementColumns = <Said extends object>(said: Said) => ({
  ...ofPerson(),
  ...said,
  ...answered(),
  onBehalfOf: uuid('on_behalf_of'),
  enteredAt: instant('entered_at').notNull(),
  ...counting(),
})
