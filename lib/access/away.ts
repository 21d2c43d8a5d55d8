/** Whether an error means that the database is away: the one thing screens must know of it. */
export { isDatabaseAway } from '@/db/away'
