/** Column kinds that both drivers must read alike. */
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** bytea: a Buffer from one driver, a Uint8Array from the other; always a Uint8Array here. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
  toDriver: (value) => value,
})
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
