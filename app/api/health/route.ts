import { connection } from 'next/server'
import { databaseAnswers } from '@/lib/installation/health'

/** For whoever watches the server: 200 while it can work, 503 while the database is away. Says nothing else. */
export async function GET(): Promise<Response> {
  await connection()
  const well = await databaseAnswers()
  return Response.json(
    { status: well ? 'up' : 'down' },
    {
      status: well ? 200 : 503,
      headers: { 'cache-control': 'no-store', ...(well ? {} : { 'retry-after': '5' }) },
    },
  )
}
