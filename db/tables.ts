/** Every table in one place, for drizzle and for the client. Subjects import from db/schema. */
export * from './schema/access'
export * from './schema/accounts'
export * from './schema/audit'
export * from './schema/lines'
export * from './schema/organisation'
export * from './schema/people'
export * from './schema/posture'
export * from './schema/today'
